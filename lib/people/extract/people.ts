import { clear } from './clear.ts'
import { Collector, type FoundPerson } from './collector.ts'
import { peopleInJson } from './json.ts'
import { readLines } from './lines.ts'
import { readRows } from './rows.ts'
import { Scanner } from './scanner.ts'

const readJson = (text: string, into: Collector): boolean => {
  const people = peopleInJson(text)
  for (const { addresses, name } of people ?? []) {
    for (const address of addresses) {
      const plain = clear(address)
      const scanner = new Scanner(plain)
      while (scanner.next()) {
        const number = into.note(scanner.email, scanner.hash)
        if (number !== -1) into.put(number, scanner.email, name)
      }
    }
  }
  return people !== undefined
}

/** Reads one text into a collection that may hold people of others. */
export const readText = (text: string, into: Collector): void => {
  if (readJson(text, into)) return
  const plain = clear(text)
  for (let from = 0; from < plain.length; ) {
    const header = readLines(plain, from, into)
    if (!header) return
    from = readRows(plain, header, into)
  }
}

/** People in a text of any kind, in order, each address once. Time is linear in the text's length. */
export const extractPeople = (text: string): FoundPerson[] => {
  // A line of a roster has some fifty characters.
  const found = new Collector(text.length / 50)
  readText(text, found)
  return found.people
}
