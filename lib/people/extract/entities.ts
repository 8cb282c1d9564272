/** Names of U+00A0 to U+00FF in HTML, in order. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
  'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute ' +
  'Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml ' +
  'Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml ' +
  'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
/** Others that stand in names, in addresses, or beside them. */
const others: Readonly<Record<string, string>> = {
  nbsp: ' ',
  commat: '@',
  period: '.',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
  hyphen: '-',
  lowbar: '_',
  plus: '+',
  colon: ':',
  semi: ';',
  comma: ',',
  lpar: '(',
  rpar: ')',
  lbrack: '[',
  rbrack: ']',
  lsqb: '[',
  rsqb: ']',
  num: '#',
  sol: '/',
  percnt: '%',
  Tab: '\t',
  NewLine: '\n',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  hellip: '…',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
  ZeroWidthSpace: '\u200b',
  NoBreak: '\u2060',
  Scaron: 'Š',
  scaron: 'š',
  Zcaron: 'Ž',
  zcaron: 'ž',
  Ccaron: 'Č',
  ccaron: 'č',
  OElig: 'Œ',
  oelig: 'œ',
  Yuml: 'Ÿ',
}
const named = new Map([
  ...latin.split(' ').map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ...Object.entries(others),
])

/** The longest reference read: `&#x10FFFF;`, `&ZeroWidthSpace;`, in markup escaped twice. */
const reference = /&(?:amp;)?(?:#x([0-9a-f]{1,6});?|#(\d{1,7});?|([a-z]{2,14}\d{0,2});)/iy

const byNumber = (code: number): string => {
  // Numbers of the Windows-1252 table, as browsers read them.
  if (code >= 128 && code < 160) return new TextDecoder('windows-1252').decode(Uint8Array.of(code))
  if (code === 160) return ' '
  const isCharacter = (code > 31 || code === 9 || code === 10) && code < 0x110000 && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : ''
}

const byName = (name: string): string => named.get(name) ?? others[name.toLowerCase()] ?? ''

/** `&#64;`, which whole pages are written with, read without the expression: the code, 0 when it is another form. */
const shortDecimal = (text: string, at: number): number => {
  if (text.charCodeAt(at + 1) !== 35) return 0
  let code = 0
  for (let i = at + 2; i < at + 8; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit === 11) return code > 31 && code < 127 ? code : 0
    if (!(digit >= 0 && digit <= 9)) return 0
    code = code * 10 + digit
  }
  return 0
}

const chars = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))

/** HTML character references undone, where they can be part of a name or an address. */
export const decodeEntities = (text: string): string => {
  let decoded = ''
  let from = 0
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at)) {
    const code = shortDecimal(text, at)
    let character = ''
    let end = at + 1
    if (code) {
      character = chars[code] ?? ''
      end = text.indexOf(';', at) + 1
    } else {
      reference.lastIndex = at
      const [whole, hex, decimal, name] = reference.exec(text) ?? []
      if (whole) {
        character = name ? byName(name) : byNumber(hex ? Number.parseInt(hex, 16) : Number(decimal))
        end = at + whole.length
      }
    }
    if (character) {
      decoded += from === at ? character : text.slice(from, at) + character
      from = end
    }
    at = end
  }
  return from === 0 ? text : decoded + text.slice(from)
}
