export { extractAddresses } from './extract/addresses.ts'
export { extractPeople, type FoundPerson } from './extract/people.ts'
