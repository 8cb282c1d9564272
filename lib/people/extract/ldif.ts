/** `cn:: Sm9zw6k=`: a value that is not plain ASCII, in a directory's export (RFC 2849); long ones run over lines. */
const encoded = /^([a-z][\w;-]{0,60}):: ([a-z\d+/=]+(?:\r?\n [a-z\d+/=]+)*)[ \t]*$/gim

const decoded = (value: string): string | undefined => {
  try {
    const bytes = Uint8Array.from(atob(value.replace(/\s/g, '')), (char) => char.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The export with its encoded values as text; pictures and other bytes stay as they are. */
export const readLdif = (text: string): string =>
  text.replace(encoded, (line, key: string, value: string) => {
    const plain = decoded(value)
    return plain === undefined ? line : `${key}: ${plain.replace(/\s+/g, ' ')}`
  })
