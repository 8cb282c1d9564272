import { describe, expect, it } from 'vitest'
import { extractPeople } from '../../../lib/people/index.ts'

const read = (text: string) => extractPeople(text).map(({ name, email }) => (name ? `${name} <${email}>` : email))
const jane = 'Jane Doe <jane@example.edu>'

describe('exports, by the header they have', () => {
  it.each([
    [
      'Canvas gradebook',
      'Student,ID,SIS User ID,SIS Login ID,Section,Essay (12)\n    Points Possible,,,,,10\n"Doe, Jane",501,A1,jane@example.edu,BIO 101,9\n"Student, Test",502,,,BIO 101,',
    ],
    [
      'Blackboard',
      '"Last Name","First Name","Username","Student ID","Last Access","Availability","Email"\n"Doe","Jane","jdoe","1","2026-01-01","Yes","jane@example.edu"',
    ],
    ['Moodle', '\ufeff"First name","Last name","Email address",Groups\nJane,Doe,jane@example.edu,"Lab A"'],
    [
      'Moodle grades',
      'First name,Surname,ID number,Institution,Department,Email address,Quiz\nJane,Doe,1,,,jane@example.edu,5',
    ],
    [
      'Brightspace',
      'OrgDefinedId,Username,Last Name,First Name,Email,End-of-Line Indicator\n#001,#jdoe,Doe,Jane,jane@example.edu,#',
    ],
    [
      'Banner',
      'Record Number\tStudent Name\tID\tReg Status\tCredits\tEmail\n1\tDoe, Jane\t@00412345\t**Registered**\t3.0\tjane@example.edu',
    ],
    [
      'Google Contacts',
      'Name,Given Name,Additional Name,Family Name,E-mail 1 - Type,E-mail 1 - Value\nJane Doe,Jane,,Doe,* Home,jane@example.edu',
    ],
    [
      'Google Workspace',
      'First Name [Required],Last Name [Required],Email Address [Required],Password [Required]\nJane,Doe,jane@example.edu,****',
    ],
    [
      'Outlook',
      '"Title","First Name","Middle Name","Last Name","Company","E-mail Address","E-mail Type","E-mail Display Name"\n"","Jane","","Doe","","jane@example.edu","SMTP","Jane Doe (jane@example.edu)"',
    ],
    ['Zoom', 'Name (Original Name),User Email,Join Time,Guest\nJane Doe,jane@example.edu,01/01/2026 10:00:00 AM,No'],
    [
      'Teams',
      'Full Name\tJoin Time\tDuration\tEmail\tRole\nJane Doe\t1/1/2026, 10:00:00 AM\t1h\tjane@example.edu\tPresenter',
    ],
    ['Gradescope', 'Name,SID,Email,Role,Section\nJane Doe,1,jane@example.edu,Student,A'],
    ['Open edX', 'id,username,name,email,language\n17,jdoe,Jane Doe,jane@example.edu,'],
    ['Excel with its own first line', 'sep=;\nName;E-Mail\nDoe, Jane;jane@example.edu'],
    ['pipes', 'Name|Email\nJane Doe|jane@example.edu'],
    ['Markdown', '| Name | Email |\n|---|---|\n| Jane Doe | jane@example.edu |'],
    ['a name whose comma nobody quoted', 'Name,Email\nDoe, Jane,jane@example.edu'],
    ['a word between the names', 'Achternaam;Tussenvoegsel;Voornaam;E-mail\nDoe;;Jane;jane@example.edu'],
    ['a title above', 'BIO 101, Fall 2026\nPrinted 2026-01-01\n\nLast;First;Mail\nDoe;Jane;jane@example.edu'],
    ['address first', 'Email,Name\njane@example.edu,Jane Doe'],
    ['snake case', 'email\tfirst_name\tlast_name\njane@example.edu\tJane\tDoe'],
    ['names in two fields of a form', 'Name (First),Name (Last),Email\nJane,Doe,jane@example.edu'],
    ['a heading that nobody knows', 'Contact,Email\nJane Doe,jane@example.edu'],
    ['a heading with a comma', '"Name (Last, First)",Email\n"Doe, Jane",jane@example.edu'],
    ['other names', 'Surname,Other names,Email\nDoe,Jane,jane@example.edu'],
    [
      'Active Directory',
      'SamAccountName,DistinguishedName,DisplayName,mailNickname,Mail\njdoe,"CN=jdoe,OU=Staff","Doe, Jane",jdoe,jane@example.edu',
    ],
    ['a parent beside', 'Student,Student email,Guardian email\nJane Doe,jane@example.edu,parent@example.com'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([jane])
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual([jane])
  })
})

describe('header words in many languages', () => {
  it.each([
    ['Nachname;Vorname;E-Mail-Adresse', 'Doe;Jane'],
    ['Name;Vorname;E-Mail', 'Doe;Jane'],
    ['Prénom;Nom;Courriel', 'Jane;Doe'],
    ['Nom;Prénom;Adresse électronique (e-mail)', 'Doe;Jane'],
    ['Nombre;Apellidos;Correo electrónico', 'Jane;Doe'],
    ['Apellidos y nombre;;Correo', 'Doe, Jane;'],
    ['Cognome;Nome;Posta elettronica', 'Doe;Jane'],
    ['Nome completo;;E-mail institucional', 'Jane Doe;'],
    ['Achternaam;Voornaam;E-mailadres', 'Doe;Jane'],
    ['Etternavn;Fornavn;E-post', 'Doe;Jane'],
    ['Efternamn;Förnamn;E-postadress', 'Doe;Jane'],
    ['Sukunimi;Etunimi;Sähköposti', 'Doe;Jane'],
    ['Vezetéknév;Keresztnév;E-mail cím', 'Doe;Jane'],
    ['Nazwisko;Imię;Adres e-mail', 'Doe;Jane'],
    ['Příjmení;Jméno;E-mail', 'Doe;Jane'],
    ['Nume;Prenume;Adresă de e-mail', 'Doe;Jane'],
    ['Prezime;Ime;E-pošta', 'Doe;Jane'],
    ['Soyadı;Adı;E-posta', 'Doe;Jane'],
    ['Фамилия;Имя;Электронная почта', 'Doe;Jane'],
    ['Прізвище;Імʼя;Електронна пошта', 'Doe;Jane'],
    ['Επώνυμο;Όνομα;Ηλεκτρονικό ταχυδρομείο', 'Doe;Jane'],
    ['שם משפחה;שם פרטי;דוא"ל', 'Doe;Jane'],
    ['اسم العائلة;الاسم الأول;البريد الإلكتروني', 'Doe;Jane'],
    ['姓;名;メールアドレス', 'Doe;Jane'],
    ['姓名;学号;邮箱', 'Jane Doe;1'],
    ['이름;학번;이메일', 'Jane Doe;1'],
    ['Họ và tên;Lớp;Email', 'Jane Doe;1'],
    ['ชื่อ;นามสกุล;อีเมล', 'Jane;Doe'],
  ])('%s', (header, cells) => {
    expect(read(`${header}\n${cells};jane@example.edu`)).toEqual([jane])
  })
})

describe('a heading says that the family’s name comes first', () => {
  it.each([
    ['Nom et prénom', 'Doe Jane', 'jane@example.edu', 'Jane Doe'],
    ['Nom Prénom', 'DOE Jane', 's1@example.fr', 'Jane DOE'],
    ['NOM Prénom', 'DE LA TOUR Anne-Marie', 's1@example.fr', 'Anne-Marie DE LA TOUR'],
    ['Nachname Vorname', 'Doe Jane', 's1@example.de', 'Jane Doe'],
    ['Apellidos y nombre', 'García López María', 'maria@example.es', 'María García López'],
    ['Cognome e nome', 'Doe Mary Jane', 'm.doe@example.it', 'Mary Jane Doe'],
    ['Nazwisko i imię', 'Nowak Anna', 's1@example.pl', 'Anna Nowak'],
    ['Фамилия Имя', 'Иванова Анна', 's1@example.ru', 'Анна Иванова'],
    ['Name (Last First)', 'Van Der Berg Jan', 's1@example.nl', 'Jan Van Der Berg'],
    ['Last First', 'Doe, Jane', 's1@example.edu', 'Jane Doe'],
    // Somebody who did not do as the heading says.
    ['Nom et prénom', 'Jane Doe', 'jane.doe@example.fr', 'Jane Doe'],
    ['Nom et prénom', 'Jane Mary Doe', 'jane@example.fr', 'Jane Mary Doe'],
    ['Prénom et nom', 'Jane Doe', 's1@example.fr', 'Jane Doe'],
  ])('%s: %s, %s', (heading, cell, email, name) => {
    expect(read(`${heading};E-mail\n${cell};${email}`)).toEqual([`${name} <${email}>`])
  })
})

it('reads cells that hold quotes, separators and line breaks', () => {
  const text =
    '"Name","Email","Notes"\n"Doe, Jane","jane@example.edu","said ""hi"",\nthen left"\n"Rick\nRoe","rick@example.edu",""'
  expect(read(text)).toEqual([jane, 'Rick Roe <rick@example.edu>'])
})

it('takes a cell under an unknown heading for a name only where the address says so', () => {
  const text =
    'Pool,Department,Email\nJane Doe,Jane Austen,jane@example.edu\nBlue Team,Computer Science,rick@example.edu\n'
  expect(read(text)).toEqual([jane, 'rick@example.edu'])
  expect(read('Username,Email\nJane Doe,jane@example.edu')).toEqual(['jane@example.edu'])
})

it('survives a quote that never closes', () => {
  expect(read('Name,Email\n"Jane Doe,jane@example.edu\nRick Roe,rick@example.edu')).toContain(
    'Rick Roe <rick@example.edu>',
  )
  expect(extractPeople('Name,Email\n"Jane Doe,jane@example.edu\nRick Roe,rick@example.edu')).toHaveLength(2)
})

it('gives every address of a row, but the name only to its own', () => {
  const text = 'Name,Email,Second email,Notes\nJane Doe,jane@example.edu,jd@example.org,ask joe@example.com'
  expect(read(text)).toEqual([jane, 'Jane Doe <jd@example.org>', 'joe@example.com'])
})

it('takes a parent’s address where there is no other', () => {
  expect(read('Student,Guardian email\nJane Doe,parent@example.com')).toEqual(['Jane Doe <parent@example.com>'])
})

it('reads one table after another, and text between', () => {
  const text =
    'Last,First,Email\nDoe,Jane,jane@example.edu\n\nand Rick Roe <rick@example.edu>\n\nE-Mail;Vorname;Name\nsue@example.edu;Sue;Poe'
  expect(read(text)).toEqual([jane, 'Rick Roe <rick@example.edu>', 'Sue Poe <sue@example.edu>'])
})

it('finds every address where rows are shorter than the header', () => {
  expect(read('Name,Section,Email\nJane Doe,jane@example.edu\nrick@example.edu')).toEqual([jane, 'rick@example.edu'])
})

it('puts the halves of a name in the order they are said in', () => {
  expect(read('姓,名,邮箱\n王,小明,wang@example.cn')).toEqual(['王小明 <wang@example.cn>'])
  expect(read('姓,名,メール\n山田,太郎,yamada@example.jp')).toEqual(['山田 太郎 <yamada@example.jp>'])
  expect(read('Achternaam;Tussenvoegsel;Voornaam;E-mail\nBerg;van den;Jan;jan@example.nl')).toEqual([
    'Jan van den Berg <jan@example.nl>',
  ])
})

describe('headings that are and are none', () => {
  const table = (...lines: string[]) =>
    extractPeople(lines.join('\n')).map(({ name, email }) => (name ? `${name} <${email}>` : email))

  it('a row with a word of headings is a row', () => {
    expect(
      table(
        'email,name,login',
        ',No Email,jdoe',
        'rick@example.edu,,',
        'jane@example.edu,Valid Name,x',
        ',No Mail,z',
        'zoe@example.edu,Any Name,y',
      ),
    ).toEqual(['rick@example.edu', 'Valid Name <jane@example.edu>', 'Any Name <zoe@example.edu>'])
  })

  it('names of branches and offices are nobody’s', () => {
    expect(table('email,first_name,last_name,branch_name', 'jane@example.edu,Jane,Doe,Head Office')).toEqual([
      'Jane Doe <jane@example.edu>',
    ])
  })

  it('headings may say whose they are', () => {
    expect(table('user:email,user:first,user:last', 'jane@example.edu,Jane,Doe')).toEqual([
      'Jane Doe <jane@example.edu>',
    ])
  })
})
