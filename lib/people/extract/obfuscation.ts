const atWords =
  'at|arroba|chiocciola|arobase|klammeraffe|apenstaartje|snabel-?a|kukac|zavin[aá]č?|ma[lł]pa|собака|ät|æt|à|ⓐ|a|@'
const dotWords = 'dot|d0t|punkt|punto|ponto|point|punt|kropka|te[cč]ka|точка|nokta|piste|prikk|prick|\\.'
const open = '[[({<]'
const close = '[\\])}>]'

const bracketedDot = new RegExp(
  `(?<=[\\p{L}\\p{N}\\])}>])[ \\t]{0,3}${open}[ \\t]{0,2}(?:${dotWords})[ \\t]{0,2}${close}[ \\t]{0,3}(?=[\\p{L}\\p{N}])`,
  'giu',
)
/** Only before something that goes on like a domain. */
const bracketedAt = new RegExp(
  `(?<=[\\p{L}\\p{N}_"-])[ \\t]{0,3}${open}[ \\t]{0,2}(?:${atWords})[ \\t]{0,2}${close}[ \\t]{0,3}(?=[\\p{L}\\p{N}-]{1,63}(?:\\.|[ \\t]{1,3}(?:dot|\\.)[ \\t]))`,
  'giu',
)
/** `jane_at_example_dot_edu`, `jane-AT-example.edu`: marks in place of brackets. */
const marked = /(?<=[a-z0-9])[ \t]?([_*-])(?:at)\1[ \t]?(?=[a-z0-9-]{1,63}(?:\.|[ \t]?([_*-])dot\2))/gi
const markedDot = /(?<=@[a-z0-9.-]{1,200})[ \t]?([_*-])dot\1[ \t]?(?=[a-z0-9])/gi
/** `jane AT example DOT edu`, `jane dot doe at example dot edu`: words alone, so the place must speak for it too. */
const bare =
  /(^|[\s:,;<("'])((?:[a-z0-9_+-]{1,30}(?:\.| dot )){0,4}[a-z0-9_+-]{1,40}) at ((?:[a-z0-9-]{1,40}(?: dot |\.)){0,4}[a-z0-9-]{1,40}(?: dot )[a-z]{2,10})(?![\w-])/gi
const upper =
  /(?<=[a-z0-9])[ \t]{1,3}AT[ \t]{1,3}(?=[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}(?:\.|[ \t]{1,3}DOT[ \t]{1,3})[a-z]{2,})/g
const dots = /(?<=@[ \t]?[\p{L}\p{N}.-]{1,200})[ \t]{1,3}(?:dot|DOT|Dot|\.)[ \t]{1,3}(?=[\p{L}\p{N}-]{2})/gu
const endings = /\b(?:edu|com|org|net|gov|mil|int|info|io|ac|[a-z]{2})$/i
/** Words that stand before "at" in ordinary sentences. */
const ordinary =
  /^(?:me|us|him|her|them|it|look|looking|visit|available|is|was|are|arrive|meet|meeting|be|find|found|here|there|class|work|working|hosted|located|start|starts|online|more|site|page|website|also|and|or|see|that|this|live|store|shop|buy|order|sale)$/i

/** Words alone are what somebody types in a line or two; in texts longer than this they are not looked for. */
const LONG = 2_000_000

const undoBare = (text: string): string =>
  text.replace(bare, (whole, lead: string, local: string, domain: string) => {
    const name = local.replace(/ dot /gi, '.')
    if (ordinary.test(name) || !endings.test(domain)) return whole
    return `${lead}${name}@${domain.replace(/ dot /gi, '.')}`
  })

/** Can a word for `@` in brackets begin so? With one of these letters, with the sign itself, or with a letter beyond ASCII. */
const beginsAtWord = (code: number): boolean => {
  const lower = code | 32
  return (
    code > 127 ||
    code === 64 ||
    lower === 97 ||
    lower === 99 ||
    lower === 107 ||
    lower === 109 ||
    lower === 115 ||
    lower === 122
  )
}

/** Does a bracket open on an at-word here? Costs little on a text that has few brackets. */
const hasBracketed = (text: string): boolean => {
  if (text.includes('<') && (text.includes('<at>') || text.includes('<AT>'))) return true
  for (const bracket of '([{') {
    for (let i = text.indexOf(bracket); i !== -1; i = text.indexOf(bracket, i + 1)) {
      let next = i + 1
      while (next - i < 3 && text.charCodeAt(next) === 32) next++
      if (beginsAtWord(text.charCodeAt(next)) && /^[^\])}>\n]{1,14}[\])}>]/.test(text.slice(next, next + 16)))
        return true
    }
  }
  return false
}

const marks = ['_at_', '-at-', '*at*', '_AT_', '-AT-', '*AT*']

/** Addresses written so that machines do not see them, as addresses. What a text has no sign of is not looked for. */
export const undoObfuscation = (text: string): string => {
  let plain = text
  const spread = text.includes('@ ')
  if (hasBracketed(plain)) plain = plain.replace(bracketedDot, '.').replace(bracketedAt, '@')
  if (marks.some((mark) => plain.includes(mark))) plain = plain.replace(marked, '@').replace(markedDot, '.')
  // Without regard to case for its speed too: the engine then skips ahead.
  if (plain.length < LONG && / dot /i.test(plain)) plain = undoBare(plain)
  if (plain.includes('AT ')) plain = plain.replace(upper, '@')
  return plain === text && !spread ? plain : plain.replace(dots, '.')
}
