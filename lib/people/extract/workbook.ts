import { unzipSync, zipSync } from 'fflate'
import readWorkbook from 'read-excel-file/universal'

/** Bytes of XML that a roster's workbook may unpack to; more is no roster. */
const MOST = 200 * 1024 * 1024

/** Only the parts that hold cells, unpacked here: the reader would start a worker for large ones, which an extension page forbids. */
const unpacked = (bytes: Uint8Array): ArrayBuffer => {
  let total = 0
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/i.test(name)) return false
      total += originalSize
      return total <= MOST
    },
  })
  return zipSync(parts, { level: 0 }).buffer
}

const cellText = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/[\t\r\n]+/g, ' ') : typeof value === 'number' ? String(value) : ''

/** The sheets of an .xlsx workbook, each as tab-separated lines. Rejects when it is none. */
export const readSheets = async (bytes: Uint8Array): Promise<string[]> => {
  const sheets = await readWorkbook(unpacked(bytes))
  return sheets.map(({ data }) => data.map((row) => row.map(cellText).join('\t')).join('\n'))
}
