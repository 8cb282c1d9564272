import { clear } from './clear.ts'
import { Collector, type FoundPerson } from './collector.ts'
import { peopleInJson } from './json.ts'
import { readLines } from './lines.ts'
import { findHeader, readRows } from './rows.ts'
import { Scanner } from './scanner.ts'

const readJson = (text: string, into: Collector): boolean => {
  const people = peopleInJson(text)
  for (const { addresses, name } of people ?? []) {
    for (const address of addresses) {
      const scanner = new Scanner(clear(address))
      while (scanner.next()) into.add(scanner.email, name)
    }
  }
  return people !== undefined
}

/** Reads one text into a collection that may hold people of others. */
export const readText = (text: string, into: Collector): void => {
  if (readJson(text, into)) return
  const plain = clear(text)
  const first = plain.indexOf('@')
  if (first === -1) return
  const header = findHeader(plain, first)
  const rest = header ? readRows(plain, header.rows, header.columns, into) : 0
  if (rest < plain.length) readLines(plain.slice(rest), into)
}

/** People in a text of any kind, in order, each address once. Time is linear in the text's length. */
export const extractPeople = (text: string): FoundPerson[] => {
  const found = new Collector()
  readText(text, found)
  return found.people
}
