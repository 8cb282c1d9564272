/** Bytes of text in quoted-printable (RFC 2045 §6.7). */
export const encodedBytes = (encoded: string): Uint8Array =>
  Uint8Array.from(
    encoded.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    (char) => char.charCodeAt(0),
  )
