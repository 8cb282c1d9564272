import { expect, vi } from 'vitest'
import type { SendBody } from '../../../lib/contract/index.ts'
import { type Program, startProgram } from '../../../scripts/lib/program.ts'
import { newSend } from '../../helpers/newSend.ts'
import { startService } from '../../helpers/service.ts'
import { inStore } from './inStore.ts'
import { insist } from './insist.ts'
import { kill } from './kill.ts'
import { extraCopies, startMailServer } from './mailServer.ts'
import { chance } from './random.ts'
import { tell } from './tell.ts'

/** What a kill falls upon: so many of these, counted from the start of that life. */
const moments = ['asked', 'acknowledged', 'recipient', 'half', 'end', 'taken'] as const
type When = (typeof moments)[number]

/** Milliseconds after which a life ends in any case. */
const LONGEST_LIFE = 4000

/**
 * Kills the service again and again in the middle of sends and mails, while clients that keep their keys ask until they are
 * answered. At the end: who was acknowledged is invited, once, and was mailed.
 */
export const killMany = async (scenario: string, server: string | undefined, kills: number): Promise<void> => {
  const { seed, between } = chance()
  const mails = await startMailServer()
  const rollcall = await startService({ server })
  const ada = await rollcall.person('ada@example.edu')
  const group = await rollcall.group(await rollcall.workspace(ada), ada)
  const env = { ...(await rollcall.leave()), SMTP_URL: mails.url, MAILS_PER_SECOND: '1000' }
  const fell = { starting: 0, asked: 0, acknowledged: 0, mailing: 0 }

  let happened = (_: When) => {}
  mails.misbehave = (moment) => {
    if (moment === 'recipient' || moment === 'half' || moment === 'end' || moment === 'taken') happened(moment)
    return undefined
  }

  const acknowledged = new Set<string>()
  let over = false
  let next = 0
  const client = async () => {
    while (!over) {
      const n = next++
      // Two keys for the same people: as if somebody else had the same roster open.
      const people: SendBody['people'] = Array.from({ length: 5 }, (_, i) => ({
        email: `s${n >> 1}.${i}@example.edu`,
        role: 'member',
      }))
      const body = newSend(group, people)
      await insist(() => {
        happened('asked')
        return ada.call('invitations.send', body)
      })
      for (const { email } of people) acknowledged.add(email)
      happened('acknowledged')
    }
  }

  /** Starts the service and resolves when it was killed. */
  const live = async () => {
    if (between(1, 10) === 1) {
      fell.starting += 1
      const starting = startProgram('server/main.mjs', env, (child) => {
        setTimeout(() => child.kill('SIGKILL'), between(0, 900))
      })
      // It may have been quicker than its end.
      return await starting.then(kill, () => {})
    }
    const program = await startProgram('server/main.mjs', env)
    const when = moments[between(0, moments.length - 1)]
    let left = between(1, 6)
    const enough = Promise.withResolvers<void>()
    happened = (moment) => {
      if (moment === when && --left <= 0) enough.resolve()
    }
    const late = setTimeout(enough.resolve, LONGEST_LIFE)
    await enough.promise
    clearTimeout(late)
    happened = () => {}
    fell[when === 'asked' || when === 'acknowledged' ? when : 'mailing'] += 1
    await kill(program)
  }

  let last: Program | undefined
  const clients = [client(), client(), client()]
  try {
    for (let n = 0; n < kills; n += 1) await live()
    last = await startProgram('server/main.mjs', env)
    over = true
    await Promise.all(clients)
    const unmailed = () => [...acknowledged].filter((email) => !mails.copies.has(email))
    await vi.waitFor(() => expect(unmailed()).toEqual([]), { timeout: 90_000, interval: 100 })
    await last.stop()

    const kept = await inStore(env, group.id)
    const twice = [...kept.values()].filter(({ invitations }) => invitations > 1)
    const lost = [...acknowledged].filter((email) => !kept.has(email))
    const extra = extraCopies(mails)
    const places = `${fell.starting} while starting, ${fell.asked + fell.acknowledged} in sends, ${fell.mailing} in mails`
    tell(
      scenario,
      `${kills} kills (${places}; seed ${seed}), ${acknowledged.size} acknowledged, ${lost.length} lost, ${twice.length} invited twice, ${unmailed().length} mails lost, ${extra} mails more than once`,
    )
    expect(lost).toEqual([])
    expect(twice).toEqual([])
    expect(extra).toBeLessThanOrEqual(2 * kills)
    expect(acknowledged.size).toBeGreaterThan(kills)
  } finally {
    over = true
    if (last) await kill(last)
    await mails.down()
    await rollcall.stop()
  }
}
