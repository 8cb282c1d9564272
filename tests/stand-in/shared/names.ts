/** Invented names in several scripts. `latin` is what an address is made from where the name is not in Latin letters. */
interface NamePart {
  readonly text: string
  readonly latin?: string
}

/** Names that go together; `familyFirst` ones are written without a space, family name in front. */
export interface NameSet {
  readonly weight: number
  readonly familyFirst?: boolean
  readonly given: readonly NamePart[]
  readonly family: readonly NamePart[]
}

const latin = (words: string): NamePart[] => words.split(' ').map((text) => ({ text }))
const pairs = (words: string): NamePart[] =>
  words.split(' ').map((word) => {
    const [text = '', romanised] = word.split('/')
    return { text, latin: romanised }
  })

export const nameSets: readonly NameSet[] = [
  {
    weight: 78,
    given: latin(
      'Alba Amara Anouk Arjun Astrid Aurélie Bastian Beatriz Benedikt Bilal Björn Brígida Camila Cedric Chidi Chloë Ciarán ' +
        'Clara Dalia Damir Darius Delphine Dilnoza Dmitri Eilidh Elif Elio Emeka Esma Ezra Fadima Farid Felix Fiona Florian ' +
        'Françoise Freya Gael Georgia Gideon Greta Gülşen Hanna Hassan Helena Henrik Ibrahim Idris Ilse Imani Ingrid Ivo ' +
        'Jasmin Jens João Jonas Josefa Juno Kaito Kamala Karim Katya Kenji Kiran Kwame Lars Leïla Leonor Linnéa Lucía Magnus ' +
        'Maïa Malik Manon Marek Mateo Matilda Mei Milan Mira Nadia Nils Nkechi Noor Odile Ola Oskar Ottilie Paloma Pavel ' +
        'Petra Priya Quentin Rafael Ramona Renée Rosa Ruben Saoirse Selma Siddharth Søren Sunniva Tamsin Tariq Thandi Théo ' +
        'Tomás Uma Ursula Valentin Veronika Viggo Wanda Wei Xenia Yara Yusuf Zainab Zofia Zoë',
    ),
    family: latin(
      'Abernathy Achterberg Adeyemi Ahlgren Alcázar Almeida Ångström Appiah Arslan Bachmann Balogun Bauer Bergström Blåberg ' +
        'Bonnet Brankov Çelik Chakrabarti Chaudhry Coelho Cormier Dahlgren Danjuma Delacroix Demir Dijkstra Dlamini Domínguez ' +
        'Dubois Eriksen Espinoza Fairweather Farouk Fernandes Fitzgerald Fontaine Friis Gallagher García-Müller Ghosh Gómez ' +
        'Grönlund Haddad Hakimi Halvorsen Hernández Hofmann Holloway Ibáñez Iglesias Ivanova Jansen Jankowski Kamara Kaplan ' +
        'Kavanagh Keller Khalil Kjær Kovačević Kowalski Krüger Kumar Laurent Lefèvre Lindqvist Lombardi Løvås Madsen Mahlangu ' +
        'Marchetti Marlowe Mbeki Mensah Mikkelsen Molnár Moreau Nakamura Navarro Ndiaye Nguyễn Novák Nowak Núñez O’Brien Oduya ' +
        'Okafor Okonkwo Olsen Ó_Súilleabháin Östlund Pacheco Park Patel Pereira Petrov Quiroga Rahimi Ramírez Rasmussen Reyes ' +
        'Rossi Ruiz Sadiq Şahin Salazar Sánchez Sandoval Schäfer Schröder Serrano Silva Solano Sørensen Strand Suzuki Svensson ' +
        'Szabó Tanaka Thackeray Tran Uzun Vanbrugh Van_der_Meer Vargas Vasquez Vinter Vogel Wójcik Whitlock Xavier Yamamoto ' +
        'Yıldız Zamora Zawadzki Zielińska Zúñiga',
    ).map((part) => ({ text: part.text.replaceAll('_', ' ') })),
  },
  {
    weight: 6,
    given: pairs('ليلى/layla يوسف/yusuf مريم/maryam سامي/sami نور/nour طارق/tariq هالة/hala زياد/ziad'),
    family: pairs('الحسن/alhasan حداد/haddad المصري/almasri خليل/khalil نجار/najjar درويش/darwish صباغ/sabbagh'),
  },
  {
    weight: 3,
    given: pairs('ליאת/liat נועה/noa איתן/eitan תמר/tamar אורי/uri יעל/yael'),
    family: pairs('בן־דוד/bendavid לוי/levi שפירא/shapira אלון/alon מזרחי/mizrahi'),
  },
  {
    weight: 6,
    familyFirst: true,
    given: pairs('小龍/xiaolong 美玲/meiling 志明/zhiming 雅婷/yating 子涵/zihan 伟/wei 秀英/xiuying'),
    family: pairs('李/li 王/wang 张/zhang 陳/chen 林/lin 黃/huang 赵/zhao'),
  },
  {
    weight: 3,
    familyFirst: true,
    given: pairs('서연/seoyeon 민준/minjun 지우/jiwoo 하은/haeun 도윤/doyun'),
    family: pairs('김/kim 이/lee 박/park 최/choi 정/jung'),
  },
  {
    weight: 4,
    given: pairs('Анна/anna Дмитрий/dmitry Ольга/olga Сергей/sergey Марина/marina Игорь/igor'),
    family: pairs('Волкова/volkova Соколов/sokolov Лебедева/lebedeva Морозов/morozov Орлова/orlova'),
  },
]

/** Names nobody has and every program meets: markup, formulas, overlong, direction overrides, controls. */
export const hostileNames: readonly string[] = [
  '<img src=x onerror="document.title=\'taken\'">',
  "\"><script>document.title='taken'</script>",
  '=HYPERLINK("http://example.org","Click")',
  '\u202eevil\u202c \u2066isolated',
  `${'Long '.repeat(2000)}Name`,
  'Null\u0000 Bell\u0007 Tab\tLine\nBreak',
  "O'Brien & Sons <x>",
  'Zero\u200bWidth\ufeffJoiner',
  '   ',
  '{{constructor.constructor("return 1")()}}',
]
