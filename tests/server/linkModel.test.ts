import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { joinByLink } from '../../server/actions/joinByLink.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

/** A share link's life against a model of a few lines: whatever happens in whatever order, both say the same. */
let rollcall: TestService
let ada: Caller
let school: { id: string }
let crowd: Caller[]

beforeAll(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu')
  school = await rollcall.workspace(ada)
  crowd = await Promise.all(Array.from({ length: 6 }, () => rollcall.person()))
  for (const person of crowd) await rollcall.joinWorkspace(school, person)
})
afterAll(() => rollcall.stop())

interface Modelled {
  readonly id: string
  generation: number
  uses: number
  cap: number | null
  over: boolean
  revoked: boolean
}

const endOf = (link: Modelled, generation: number) => {
  if (link.revoked) return 'revoked'
  if (link.generation !== generation) return 'replaced'
  if (link.over) return 'expired'
  return link.cap !== null && link.uses >= link.cap ? 'full' : null
}

const index = fc.nat(20)
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ make: fc.option(fc.integer({ min: 1, max: 3 })) }) },
  { weight: 2, arbitrary: fc.record({ cap: fc.option(fc.integer({ min: 1, max: 4 })), at: index }) },
  { weight: 1, arbitrary: fc.record({ rotate: index }) },
  { weight: 1, arbitrary: fc.record({ revoke: index }) },
  { weight: 1, arbitrary: fc.record({ pass: index }) },
  { weight: 1, arbitrary: fc.record({ prolong: index }) },
  { weight: 8, arbitrary: fc.record({ join: index, person: fc.nat(5), back: fc.nat(1) }) },
)

it('is what the model says, step by step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const group = await rollcall.group(school, ada)
      const links: Modelled[] = []
      const inside = new Set<string>()
      const in_ = { groupId: group.id }
      const change = (link: Modelled, limits: { maxUses?: number | null; expiresAt?: null }) =>
        ada.call('links.change', { ...in_, linkId: link.id, ...limits })
      const pick = (number: number) => links[number % Math.max(1, links.length)]
      /** A change of a link that was revoked is not found; of any other it is made. */
      const on = async (number: number, deed: (link: Modelled) => Promise<unknown>, then: (link: Modelled) => void) => {
        const link = pick(number)
        if (!link) return
        if (link.revoked) return expect(await refusal(deed(link))).toBe('notFound')
        await deed(link)
        then(link)
      }

      for (const what of steps) {
        if ('make' in what) {
          const made = await ada.call('links.create', {
            ...in_,
            access: 'anyone',
            role: 'member',
            ...(what.make !== null && { maxUses: what.make }),
          })
          const known = links.find((link) => !link.revoked)
          // A cap that is lower than the uses ends the link, and asking again makes a new one.
          const isLive = (cap: number | null) => known && endOf({ ...known, cap }, known.generation) === null
          const kept = known && isLive(known.cap) && isLive(what.make ?? known.cap)
          if (known && kept) {
            expect(made.id).toBe(known.id)
            known.cap = what.make ?? known.cap
          } else {
            if (known) known.revoked = true
            expect(links.map(({ id }) => id)).not.toContain(made.id)
            links.push({ id: made.id, generation: 1, uses: 0, cap: what.make, over: false, revoked: false })
          }
        } else if ('at' in what) {
          await on(
            what.at,
            (link) => change(link, { maxUses: what.cap }),
            (link) => {
              link.cap = what.cap
            },
          )
        } else if ('rotate' in what) {
          await on(
            what.rotate,
            (link) => ada.call('links.rotate', { ...in_, linkId: link.id }),
            (link) => {
              link.generation += 1
            },
          )
        } else if ('revoke' in what) {
          await on(
            what.revoke,
            (link) => ada.call('links.revoke', { ...in_, linkId: link.id }),
            (link) => {
              link.revoked = true
            },
          )
        } else if ('prolong' in what) {
          await on(
            what.prolong,
            (link) => change(link, { expiresAt: null }),
            (link) => {
              link.over = false
            },
          )
        } else if ('pass' in what) {
          const link = pick(what.pass)
          if (!link) continue
          link.over = true
          const past = new Date(Date.now() - 1000)
          await rollcall.db.updateTable('share_links').set({ expires_at: past }).where('id', '=', link.id).execute()
        } else {
          const [link, person] = [pick(what.join), crowd[what.person]]
          if (!link || !person) continue
          const generation = Math.max(1, link.generation - what.back)
          const joined = await rollcall.db
            .transaction()
            .execute((tx) => joinByLink(tx, { id: link.id, generation }, person, rollcall.service.secrets))
          const end = inside.has(person.id) ? null : endOf(link, generation)
          expect(joined).toBe(end ?? 'joined')
          if (joined !== 'joined' || inside.has(person.id)) continue
          inside.add(person.id)
          link.uses += 1
        }
      }

      const { links: listed } = await ada.call('links.list', { ...in_, show: 'all' })
      const open = links.filter(({ revoked }) => !revoked)
      expect(listed.map(({ id, uses, maxUses = null }) => ({ id, uses, cap: maxUses }))).toEqual(
        open.map(({ id, uses, cap }) => ({ id, uses, cap })),
      )
      expect(open.length).toBeLessThanOrEqual(1)
      expect((await ada.call('groups.get', in_)).members).toBe(1 + inside.size)
    }),
    { numRuns: 30 },
  )
})
