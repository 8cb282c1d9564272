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
