/** What somebody is, as it stands behind a name and a comma. Of these, none is a first name, as Dean and Page are. */
const offices = new Set(
  (
    'curator director codirector manager chair chairman chairwoman chairperson coordinator coordinatrice botanist professor lecturer ' +
    'researcher scientist engineer secretary treasurer president principal registrar provost librarian archivist technician ' +
    'specialist analyst developer programmer architect consultant assistant associate administrator advisor adviser officer ' +
    'accountant supervisor executive superintendent controller representative intern fellow founder cofounder editor postdoc ' +
    'ceo cto cfo coo vp directrice directeur directora leiter leiterin profesor profesora professeur professeure responsable'
  ).split(' '),
)

/** `Curator`, `Head of Collections and Director`: what a person is, and not whom they are called after. */
export const isOffice = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => offices.has(word))

/** What stands before an office and makes a post of it. */
const ranks = new Set(
  'vice co deputy assistant associate head senior junior chief general lead acting interim past'.split(' '),
)

/** `President`, `Vice President`, `PTA Treasurer`: a post, and nobody's name. */
export const isPost = (text: string): boolean => {
  const words = text.split(/[\s-]+/)
  if (!offices.has((words.at(-1) ?? '').toLowerCase())) return false
  const before = words.slice(0, -1)
  // `Publicity Co-Chair`
  if (before.at(-1)?.toLowerCase() === 'co') return true
  const isRank = (word: string) => ranks.has(word.toLowerCase()) || offices.has(word.toLowerCase())
  return (
    before.every((word) => isRank(word) || /^\p{Lu}{2,5}$/u.test(word)) &&
    !(before.length > 0 && text === text.toUpperCase())
  )
}
