/** A cell that a spreadsheet would take for a formula; a leading apostrophe keeps it text. */
const formula = /^\s*[=+\-@＝＋－＠]/

const cell = (text: string): string => {
  const oneLine = text.replace(/[\t\r\n]+/g, ' ')
  return formula.test(oneLine) ? `'${oneLine}` : oneLine
}

/** Rows as tab-separated text: what a spreadsheet takes from the clipboard. No cell can become a formula. */
export const table = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(cell).join('\t')).join('\n')
