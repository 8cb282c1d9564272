import { extractPeopleFromBytes } from './index.ts'
import { toPerson } from './pasted.ts'
import type { RosterPerson } from './person.ts'

/** People in a file as a roster, all students and active. Rejects where the file's bytes make no sense at all. */
export const peopleFromBytes = async (bytes: Uint8Array): Promise<RosterPerson[]> =>
  (await extractPeopleFromBytes(bytes)).map(toPerson)
