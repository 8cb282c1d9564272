import Papa from 'papaparse'

/** What a spreadsheet reads as a formula, also behind blanks and in full-width letters: these cells begin with an apostrophe. */
const formulas = /^[\s\p{Cc}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u

/** A table as a file: lines by their keys, which stand above, or cells alone. With a byte order mark, without which Excel takes UTF-8 for something else. */
export const writeCsv = (lines: readonly (Readonly<Record<string, string | number>> | readonly string[])[]): string =>
  `\ufeff${Papa.unparse([...lines], { escapeFormulae: formulas, newline: '\r\n', header: true })}\r\n`
