/** What a plain line has nothing of. Looked for from the front, so that a long text that is none is left early. */
const other = /[^ -~\u00c0-\u024f]|^ | {2}| $/

/** Whether a text is what most are: words of Latin letters on one line, with one space between. */
export const isPlainLine = (text: string): boolean => text !== '' && !other.test(text)
