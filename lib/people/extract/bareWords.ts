import { ownAtWords } from './signWords.ts'

const part = '[a-z0-9_+-]{1,40}'
const dotWord = '(?:dot|punkt|punto|ponto|point|kropka|punt|piste|nokta|te[cč]ka|точка)'
const spelled = ` {1,3}${dotWord} {1,3}`
const dot = `(?:\\.|${spelled})`
/** `jane at example dot edu`, `jane dot doe at example dot edu`: words alone, so the place must speak for it too. */
const bare = new RegExp(
  `(^|[\\s:,;<("'])((?:${part}${dot}){0,4}${part}) {1,3}at(?:[ -](?:sign|symbol))? {1,3}((?:[a-z0-9-]{1,40}${dot}){0,4}[a-z0-9-]{1,40}${spelled}[a-z]{2,10})(?![\\w-])`,
  'gi',
)
/** `jane dot doe@example dot edu` */
const half = new RegExp(
  `(^|[\\s:,;<("'])((?:${part}${dot}){0,4}${part})@((?:[a-z0-9-]{1,40}${dot}){0,4}[a-z0-9-]{1,40}${spelled}[a-z]{2,10})(?![\\w-])`,
  'gi',
)
/** `jane arroba example punto edu`, or `jane arroba example.edu`: a word that means nothing else. */
const own = new RegExp(
  `(^|[\\s:,;<("'])((?:${part}${dot}){0,4}${part}) (?:${ownAtWords}) ((?:[a-z0-9-]{1,40}${dot}){1,5}[a-z]{2,10})(?![\\w-])`,
  'giu',
)
const endings =
  /\b(?:edu|com|org|net|gov|mil|int|info|io|ac|dev|app|name|school|academy|university|museum|test|example|[a-z]{2})$/i
/** Words that stand before "at" in ordinary sentences. */
const ordinary =
  /^(?:me|us|him|her|them|it|look|looking|visit|available|is|was|are|arrive|meet|meeting|be|find|found|met|meets|arrived|arrives|begins|ends|stay|stays|here|there|class|work|working|hosted|located|start|starts|online|more|site|page|website|also|and|or|see|that|this|live|store|shop|buy|order|sale)$/i

/**
 * `jane.doe at example.edu`, all of its line, or behind a label that says so: one word alone, so the local part or the label must
 * speak for it too.
 */
const line =
  /^((?:[^\n:]{0,40}\b(?:e-?mail|mail|contact)[^\n:]{0,20}:[ \t]{0,8})?)([a-z0-9_+-]{1,40}(?:\.[a-z0-9_+-]{1,40}){0,3}) at ((?:[a-z0-9-]{1,40}\.){1,4}(?:edu|com|org|net|gov|ac\.[a-z]{2}|co\.[a-z]{2}))[ \t]*$/gim

const host = '((?:[a-z0-9-]{1,40}\\.){1,4}(?:edu|com|org|net|gov|ac\\.[a-z]{2}|co\\.[a-z]{2}))'
/** `My email is jane at example.edu`, `(jd26 at example.edu / rr7 at example.edu)`: the words before or the brackets round it speak for it. */
const spoken = new RegExp(
  `(mail(?: address)? is[: ]{1,3}|[(/|] ?)([a-z0-9_+-]{1,40}(?:\\.[a-z0-9_+-]{1,40}){0,3}) at ${host}(?= ?([)/|])|[\\s,;]|\\.(?:\\s|$)|$)`,
  'gi',
)
const hasSpoken = /(?:mail(?: address)? is[: ]{1,3}|[(/|] ?)[a-z0-9_+.-]{1,80} at [a-z0-9.-]{1,80}\.[a-z]{2}/i

/** Words alone are what somebody types in a line or two; in texts longer than this they are not looked for. */
const LONG = 2_000_000
const dotWords = new RegExp(spelled, 'gi')
const hasDot = / (?:dot|pun[kt]|pont|poin|krop|pist|nokt|te[cč]k|точк)/i
const hasLine = / at [a-zA-Z0-9.-]{1,80}\.(?:edu|com|org|net|gov|ac\.[a-z]{2}|co\.[a-z]{2})[ \t]*(?:\r?\n|$)/
const hasOwn = new RegExp(` (?:${ownAtWords}) `, 'iu')

const undo = (text: string, words: RegExp): string =>
  text.replace(words, (whole, lead: string, local: string, domain: string) => {
    const name = local.replace(dotWords, '.')
    // "met at 5 dot org"; 163.com and its like have three digits.
    if (ordinary.test(name) || !endings.test(domain) || /^\d{1,2}\b/.test(domain)) return whole
    return `${lead}${name}@${domain.replace(dotWords, '.')}`
  })

/** Addresses in words alone, as addresses. */
export const undoBareWords = (text: string): string => {
  if (text.length > LONG) return text
  let plain = text
  if (hasDot.test(plain)) {
    plain = undo(plain, bare)
    if (plain.includes('@')) plain = undo(plain, half)
  }
  if (hasOwn.test(plain)) plain = undo(plain, own)
  if (plain.includes(' at ') && hasLine.test(plain))
    plain = plain.replace(line, (whole, label: string, local: string, domain: string) =>
      (label === '' && !/[._+\d]/.test(local)) || ordinary.test(local) ? whole : `${label}${local}@${domain}`,
    )
  if (plain.includes(' at ') && hasSpoken.test(plain))
    plain = plain.replace(spoken, (whole, lead: string, local: string, domain: string, close?: string) =>
      ordinary.test(local) || (!lead.includes('mail') && !(close && /[._+\d]/.test(local)))
        ? whole
        : `${lead}${local}@${domain}`,
    )
  return plain
}
