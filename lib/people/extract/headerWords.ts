/** What a column or a label says of its value. */
export type Kind = 'email' | 'kinEmail' | 'kin' | 'name' | 'first' | 'last' | 'infix' | 'login'

/** Letters alone, lower case, without accents: `E-Mail-Adresse *` and `email address` meet as one word. */
const wordOf = (label: string): string =>
  label
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\(.*?\)|\[.*?\]/g, '')
    .replace(/[^\p{L}]|\u02bc/gu, '')

const set = (words: string) => new Set(words.split(/\s*,\s*/).map(wordOf))

const names = set(
  'name, names, full name, student, student name, students, learner, learner name, participant, participant name, member, member name, display name, person, attendee, user, ' +
    'person name, user full name, name original name, last first, last name first name, first name last name, first and last name, first last, last first middle, name last first, cn, fn, common name, legal name, ' +
    'nom, nom complet, nom et prénom, nom prénom, prénom et nom, nom d’affichage, étudiant, apprenant, nom de l’étudiant, ' +
    'vollständiger name, vor und nachname, vorname nachname, nachname vorname, teilnehmer, studierende, schüler, anzeigename, ' +
    'nombre, nombre completo, nombre y apellidos, nombre y apellido, apellidos y nombre, apellidos nombre, alumno, estudiante, participante, ' +
    'nome, nome completo, nome e cognome, cognome e nome, studente, nome e sobrenome, aluno, estudante, nome do aluno, ' +
    'naam, volledige naam, deelnemer, navn, fulde navn, fullt navn, namn, fullständigt namn, deltagare, nimi, koko nimi, opiskelija, nafn, ' +
    'imię i nazwisko, nazwisko i imię, uczestnik, jméno a příjmení, celé jméno, meno a priezvisko, név, teljes név, nume, nume complet, nume și prenume, ime i prezime, ime in priimek, ' +
    'ad soyad, adı soyadı, isim, öğrenci, фио, имя и фамилия, фамилия имя, полное имя, студент, ученик, піб, повне імʼя, име и фамилия, ονοματεπώνυμο, όνομα, ' +
    '姓名, 氏名, 名前, お名前, 学生, 学生姓名, 學生姓名, 生徒名, 名称, 이름, 성명, 학생, 학생 이름, 성함, ' +
    'الاسم, الاسم الكامل, اسم الطالب, الطالب, نام, نام کامل, نام و نام خانوادگی, שם, שם מלא, שם התלמיד, ชื่อ, ชื่อ-นามสกุล, ชื่อ สกุล, họ và tên, họ tên, नाम, पूरा नाम, nama, nama lengkap, pangalan, jina, izen-abizenak, nom i cognoms, enw',
)
/** Of these, the ones that say that the family's name comes first; in many a language of Europe that is how lists are sorted. */
const familyFirsts = set(
  'last first, last first middle, last name first name, surname first name, surname name, family name given name, name last first, ' +
    'nom et prénom, nom et prénoms, nom prénom, nom prénoms, nachname vorname, name vorname, apellidos y nombre, apellidos y nombres, apellidos nombre, apellidos nombres, apellido y nombre, ' +
    'cognome e nome, cognome nome, cognoms i nom, achternaam voornaam, efternamn förnamn, etternavn fornavn, sukunimi etunimi, ' +
    'nazwisko i imię, nazwisko imię, příjmení a jméno, příjmení jméno, priezvisko a meno, prezime i ime, priimek in ime, nume și prenume, soyadı adı, soyad ad, фамилия имя, фамилия и имя, прізвище імʼя, фамилия име',
)
const firsts = set(
  'first, first name, first names, other names, forenames, first middle, student first, student first middle, given, given name, given names, forename, fname, preferred first name, student first name, prénom, prénoms, vorname, vornamen, rufname, nombres, nombre de pila, primer nombre, ' +
    'primeiro nome, nome próprio, voornaam, fornavn, förnamn, etunimi, imię, jméno, křestní jméno, meno, keresztnév, utónév, prenume, ime, име, eesnimi, emri, izena, ainm, enw cyntaf, ism, аты, სახელი, անուն, vārds, vardas, ad, adı, имя, імʼя, собствено име, ' +
    '名, 名字, 이름 (given), اسم الأول, الاسم الأول, نام کوچک, שם פרטי, tên, nama depan, ชื่อจริง, प्रथम नाम, eiginnafn',
)
const lasts = set(
  'last, last name, student last, surname, family, family name, lname, second name, student last name, sn, nom de famille, nachname, familienname, zuname, apellido, apellidos, primer apellido, ' +
    'cognome, cognom, cognoms, sobrenome, apelidos, apelido, último nome, achternaam, familienaam, efternavn, etternavn, efternamn, sukunimi, nazwisko, příjmení, priezvisko, vezetéknév, családnév, nume de familie, prezime, priimek, perekonnanimi, uzvārds, pavardė, mbiemri, abizenak, sloinne, cyfenw, van, familiya, тегі, презиме, გვარი, ազգանուն, ' +
    'soyad, soyadı, soyisim, фамилия, прізвище, επώνυμο, επίθετο, 姓, 姓氏, 성, اللقب, اسم العائلة, الاسم الأخير, نام خانوادگی, שם משפחה, họ, nama belakang, นามสกุล, उपनाम, eftirnafn',
)
const infixes = set('tussenvoegsel, tussenvoegsels, voorvoegsel, voorvoegsels')
const things =
  /^(?:user|login|screen|nick|middle|preferred|sort|course|class|section|group|team|term|school|college|department|program|company|organi[sz]ation|account|file|event|host|domain|project|role|list|sheet|item|product|quiz|assignment|branch|office|division|campus|site|building|room|location|city|district|region|country|street|cohort|phonetic|maiden|former|distinguished)/
const logins = set(
  'login, login id, sis login id, sam account name, logon name, user logon name, mail nickname, user name, username, user id, loginid, identifiant, benutzername, usuario, utente, uid, net id, upn, user principal name',
)
const emails =
  /mail|courriel|correo|correu|epost|sahkoposti|postaelettron|postaelectron|postel|почт|пошт|имеил|имейл|мейл|メール|メルアド|邮箱|邮件|郵件|郵箱|電郵|电邮|信箱|이메일|메일|전자우편|بريد|ایمیل|ايميل|إيميل|דואל|מייל|eposta|ईमेल|อเมล|ηλεκτρονικ|epast|elpast|netfang|imeil/
const notAddress =
  /type|label|display|status|sent|verified|mailing|mailcode|mailstop|voicemail|count|optin|consent|notif|frequency|format/
/** Relatives, and those who teach or look after the person of the row. */
const kin =
  /parent|guardian|mother|father|emergency|nextofkin|spouse|advis[oe]r|counsel|instructor|teacher|tutor|mentor|coach|supervisor|manager|eltern|erziehungs|vormund|betreuer|lehrer|dozent|padre|madre|apoderad|acudient|profesor|docente|responsav|encarregad|professor|genitor|insegnante|tuteur|enseignant|parrain|ouders?$|ouders?e|voogd|docent|foresatt|foraeldre|vardnadshavare|huoltaj|rodzic|opiekun|rodic|zakonny|szulo|gondviselo|parint|roditelj|^veli|ogretmen|родител|опекун|преподавател|учител|батьк|викладач|γονε|κηδεμον|家长|家長|監護|监护|保護者|教师|教師|老师|老師|先生|학부모|보호자|부모|교수|선생|وليالامر|وليأمر|والد|معلم|מורה|הורה|הורים|orangtua|waliatau|walimurid|phuhuynh/

/** Does a column or field of this name belong to a relative or teacher of the person? */
export const isKin = (label: string): boolean => label.length <= 60 && kin.test(wordOf(label))

const plainNames = set(
  'name, nom, nombre, nombres, nome, naam, navn, namn, nafn, nume, ime, név, nama, nimi, jméno, имя, име, όνομα, 名前, نام, ชื่อ',
)
/** Does a heading say that people are written `Doe Jane`? */
export const isFamilyFirst = (label: string): boolean => {
  const [, aside = ''] = /\(([^()]+)\)\s*$/.exec(label) ?? []
  return familyFirsts.has(wordOf(label)) || (aside !== '' && familyFirsts.has(wordOf(aside)))
}

/** "Name", which is the whole, or one half where the other half has a column of its own. */
export const isPlainName = (label: string): boolean => plainNames.has(wordOf(label))

/** "Name (First)", as forms have it. */
const halfIn = (label: string): Kind | undefined => {
  const half = wordOf(/\(([^()]+)\)\s*$/.exec(label)?.[1] ?? '')
  return firsts.has(half) ? 'first' : lasts.has(half) ? 'last' : undefined
}

/** `user:first` is a first name. */
const namespaced = /^[a-z]{1,20}:(?=[a-z]\w{1,30}$)/i

/** What a header cell or a label means; undefined when it is not one of the known words. */
export const kindOf = (label: string): Kind | undefined => {
  if (!label || label.length > 60) return undefined
  const word = wordOf(label.includes(':') ? label.replace(namespaced, '') : label)
  if (!word) return undefined
  const half = plainNames.has(word) && halfIn(label)
  if (half) return half
  if (logins.has(word)) return 'login'
  if (emails.test(word) && !notAddress.test(word)) return kin.test(word) ? 'kinEmail' : 'email'
  if (kin.test(word)) return 'kin'
  if (firsts.has(word)) return 'first'
  if (lasts.has(word)) return 'last'
  if (names.has(word) || familyFirsts.has(word)) return 'name'
  if (infixes.has(word)) return 'infix'
  const first = /firstname|givenname/.test(word)
  const last = /lastname|surname|familyname/.test(word)
  if (first || last) return first && last ? 'name' : first ? 'first' : 'last'
  // "Attendee name", "Employee name", whoever they are; but not the names of things.
  return /name$/.test(word) && !things.test(word) ? 'name' : undefined
}
