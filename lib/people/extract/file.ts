import { Collector, type FoundPerson } from './collector.ts'
import { decodeText } from './decode.ts'
import { readText } from './people.ts'

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, index) => bytes[index] === byte)

/** Files that are no text and that nothing here reads: old .xls workbooks, PDF, pictures. */
const isOther = (bytes: Uint8Array) =>
  startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) ||
  startsWith(bytes, 0x25, 0x50, 0x44, 0x46) ||
  startsWith(bytes, 0x89, 0x50) ||
  startsWith(bytes, 0xff, 0xd8)

const sheetsOf = async (bytes: Uint8Array): Promise<string[]> => {
  const { readSheets } = await import('./workbook.ts')
  try {
    return await readSheets(bytes)
  } catch {
    // Another kind of archive, or a damaged one.
    return []
  }
}

/** People in a file: a workbook, or text in any common encoding. */
export const peopleInFile = async (bytes: Uint8Array): Promise<FoundPerson[]> => {
  const found = new Collector()
  if (isOther(bytes)) return found.people()
  const texts = startsWith(bytes, 0x50, 0x4b) ? await sheetsOf(bytes) : [decodeText(bytes)]
  for (const text of texts) readText(text, found)
  return found.people()
}
