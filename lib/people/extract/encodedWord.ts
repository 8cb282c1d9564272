const bytesOf = (encoding: string, data: string): Uint8Array => {
  const binary =
    encoding.toLowerCase() === 'b'
      ? atob(data)
      : data
          .replaceAll('_', ' ')
          .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Uint8Array.from(binary, (char) => char.charCodeAt(0))
}

/** RFC 2047 words (`=?utf-8?q?J=C3=B8rgen?=`), as mail sources show them; unreadable ones stay as they are. */
export const decodeWords = (text: string): string =>
  text
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(
      /=\?([\w-]{2,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?\s]{0,500})\?=/gi,
      (whole, charset: string, encoding: string, data: string) => {
        try {
          return new TextDecoder(charset).decode(bytesOf(encoding, data))
        } catch {
          return whole
        }
      },
    )
