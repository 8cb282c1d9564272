/** The text in lower case and without accents: "Rôle" is "role". Put together again, because Hangul falls apart with its accents. */
export const withoutAccents = (text: string): string =>
  /[^ -~]/.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase() : text.toLowerCase()
