import type { FoundPerson } from './extract/collector.ts'

export { extractAddresses } from './extract/addresses.ts'
export { extractPeople } from './extract/people.ts'
export type { FoundPerson }

/**
 * People in a file's bytes: CSV or other text (UTF-8, UTF-16, Windows-1252 and other old encodings; commas, semicolons, tabs
 * or pipes), JSON, or an .xlsx workbook, all of its sheets. A file that is none of these has nobody in it. The reading code
 * is loaded on the first call.
 */
export const extractPeopleFromBytes = async (bytes: Uint8Array): Promise<FoundPerson[]> => {
  const { peopleInFile } = await import('./extract/file.ts')
  return peopleInFile(bytes)
}
