import type { KnownAddress } from '../lib/contract/schemas.ts'
import { forecast } from '../lib/people/forecast.ts'
import { defaultRoleMapping, type RosterPerson } from '../lib/people/person.ts'
import { ticked, toSend } from '../lib/people/ticks.ts'
import { medianOf, type Section } from './lib/report.ts'

const PEOPLE = 10_000
const RUNS = 15

const people = Array.from(
  { length: PEOPLE },
  (_, index): RosterPerson => ({
    key: String(index),
    name: `Person ${index}`,
    email: `person${index}@example.edu`,
    emailSource: 'lms',
    role: 'student',
    sections: [],
    state: 'active',
  }),
)
const known = new Map(
  people
    .slice(0, PEOPLE / 2)
    .map(({ email = '' }): [string, KnownAddress] => [
      email,
      { email, role: 'member', state: 'member', since: '2026-09-01T08:00:00Z' },
    ]),
)

/** What a screen does when a roster arrives: everybody's outcome, who is ticked, and what would be sent. */
export const measure = async (): Promise<Section[]> => [
  {
    title: 'Forecast',
    how: `${PEOPLE.toLocaleString('en')} people of whom the Group knows half, in Node, one thread: what each comes to, who is ticked, what would be sent.`,
    figures: [
      {
        what: 'forecast of 10,000 people',
        measured: await medianOf(RUNS, async () => {
          const began = performance.now()
          const { rows } = forecast({ people, known, role: 'member', mapping: defaultRoleMapping, roles: new Map() })
          if (toSend(ticked(rows, new Map())).length !== PEOPLE / 2) throw new Error('Not half of them are new.')
          return performance.now() - began
        }),
        unit: 'ms',
        mark: { at: 'most', value: 50 },
        runs: RUNS,
      },
    ],
  },
]
