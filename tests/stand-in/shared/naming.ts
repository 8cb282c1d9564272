import { type NameSet, nameSets } from './names.ts'
import type { Chance } from './random.ts'

const letters: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  å: 'a',
  ß: 'ss',
  đ: 'd',
  '’': '',
  "'": '',
  ' ': '',
}

/** `Zoë Ó Súilleabháin` → `zoe.osuilleabhain`: ASCII letters, digits, dot and hyphen. */
export const mailbox = (given: string, family: string): string =>
  `${given}.${family}`
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9.-]/g, (letter) => letters[letter] ?? '')

const pickSet = (chance: Chance): NameSet => {
  let left = chance.below(nameSets.reduce((sum, set) => sum + set.weight, 0))
  for (const set of nameSets) {
    left -= set.weight
    if (left < 0) return set
  }
  throw new Error('The weights do not add up.')
}

/** An invented name: as it is shown, as it is sorted, in its halves, and as a mailbox. */
export interface Naming {
  readonly given: string
  readonly family: string
  readonly name: string
  readonly sortableName: string
  readonly box: string
}

export const inventName = (chance: Chance): Naming => {
  const set = pickSet(chance)
  const given = chance.pick(set.given)
  const family = chance.pick(set.family)
  return {
    given: given.text,
    family: family.text,
    name: set.familyFirst ? `${family.text}${given.text}` : `${given.text} ${family.text}`,
    sortableName: set.familyFirst ? `${family.text}${given.text}` : `${family.text}, ${given.text}`,
    box: mailbox(given.latin ?? given.text, family.latin ?? family.text),
  }
}
