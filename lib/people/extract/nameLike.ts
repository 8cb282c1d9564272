/** Words of rosters that are no names: roles, states, sections, labels, days. */
const structural = new Set(
  (
    'student students teacher teachers instructor instructors ta tas observer observers designer member members learner learners ' +
    'faculty staff facilitator owner editor leader mentor grader auditor admin administrator guest user participant attendee organizer organiser ' +
    'active inactive invited pending enrolled registered waitlist waitlisted withdrawn dropped concluded completed suspended accepted available unavailable ' +
    'section sections group groups lab class course courses period team cohort term semester lecture seminar tutorial ' +
    'email e-mail mail name login username id sis phone tel mobile fax office role roles state status address contact contacts ' +
    'freshman sophomore junior senior graduate undergraduate yes no true false none never null n/a na unknown ' +
    'to from cc bcc by and or with contact ask write please sender author see call message reach our your my professor hey ' +
    'regards sincerely cheers cordialement saludos atentamente grüße grüßen gruß ' +
    'monday tuesday wednesday thursday friday saturday sunday today yesterday hello hi dear thanks ' +
    'teilnehmer studierende studierender dozent dozentin lehrer étudiant étudiante enseignant estudiante profesor profesora alumno alumna studente docente'
  ).split(' '),
)
/** A small number for a word by its first and last letter and its length; -1 when no structural word begins so. */
const shapeOf = (first: number, last: number, length: number): number =>
  first >= 97 && first <= 122 && length < 32 ? ((first - 97) * 32 + length) * 32 + (last & 31) : -1

/** Whether any structural word has a shape: most names are told apart without being cut out. */
const shapes = new Uint8Array(26 * 32 * 32)
for (const word of structural) {
  const shape = shapeOf(word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length)
  if (shape !== -1) shapes[shape] = 1
}

/** Is the word at `from`..`end` one of a roster's own, or of what is said before a name? */
export const isStructural = (text: string, from: number, end: number): boolean => {
  const shape = shapeOf(text.charCodeAt(from) | 32, text.charCodeAt(end - 1), end - from)
  return (shape === -1 || shapes[shape] === 1) && structural.has(text.slice(from, end).toLowerCase())
}
export const isStructuralWord = (word: string): boolean => structural.has(word.toLowerCase().replace(/[.:,]$/, ''))

const letters = /\p{L}/u
const strange = /[\d@/\\<>{}|=#$%^&*+~:;?!…]/
const initial = /^\p{Lu}$/u
const between = /[\s,–—]+/

/** Could this cell or line be somebody's name? Letters, at most six words, none of them a roster's own. */
export const isNameLike = (cell: string): boolean => {
  if (cell.length < 2 || cell.length > 80 || strange.test(cell) || !letters.test(cell)) return false
  const words = cell.split(between).filter(Boolean)
  if (words.length === 0 || words.length > 6) return false
  if (words.length === 1 && initial.test(cell)) return false
  return !words.some((word) => structural.has(word.toLowerCase()))
}

/** Upper case where the script has case. */
export const isCapitalised = (word: string): boolean => /^[^\p{L}]*[\p{Lu}\p{Lt}\p{Lo}]/u.test(word)

const particles = new Set(
  'de la las los del della di da do dos das van von der den ter ten te zu zum af av el al bin ibn ben bint abu le du des y e i of san st d dal dalla degli vom och'.split(
    ' ',
  ),
)
/** A small word inside names: of, van, de la. */
export const isParticle = (word: string): boolean => particles.has(word) || /^[dlo]['’]/.test(word)

/** Could this be a name though a word of it is a roster's own, as with Terry Teacher? */
export const isLikeRole = (text: string): boolean => {
  const words = text.split(' ')
  return (
    words.length > 1 &&
    words.length < 5 &&
    !strange.test(text) &&
    words.every(isCapitalised) &&
    !isStructuralWord(words[0] ?? '') &&
    !isStructuralWord(words.find((word) => !word.endsWith('.')) ?? '')
  )
}

const organisation =
  /\b(?:departments?|dept|university|universit[àäeé]\w{0,2}|universidad|universidade|college|school|institut\w{0,2}|division|cent(?:er|re)|laboratory|hospital|library|ministry|academy|committee|society|association|foundation|company|corporation|corp|inc|llc|ltd|gmbh)\b|주식회사|株式会社|有限会社|有限公司|股份公司|大学|大學|대학교/iu

/** "Department of Biology": written like a name, but nobody's. */
export const isOrganisation = (text: string): boolean => organisation.test(text)

/** Are all words capitalised that are in a name, and is one? */
export const isAllCapitalised = (text: string): boolean => {
  const words = text.split(' ')
  return words.some(isCapitalised) && words.every((word) => isCapitalised(word) || isParticle(word))
}
