import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SendAnswer, SendBody } from '../../lib/contract/index.ts'
import { type Program, startProgram } from '../../scripts/lib/program.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, startService, type TestService } from '../helpers/service.ts'

/** `node server/main.mjs` as a process of its own: how it starts, ends, and is killed. */
let rollcall: TestService
let ada: Caller
let group: { id: string }
let env: Readonly<Record<string, string | undefined>>
let program: Program | undefined

beforeEach(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu')
  group = await rollcall.group(await rollcall.workspace(ada), ada)
  env = await rollcall.leave()
})
afterEach(async () => {
  await program?.stop()
  program = undefined
  await rollcall.stop()
})

const begin = async () => {
  program = await startProgram('server/main.mjs', env)
  return program
}
const kill = async ({ process }: Program) => {
  const gone = once(process, 'exit')
  process.kill('SIGKILL')
  await gone
}
const chunk = (n: number): { groupId: string } & SendBody =>
  newSend(
    group,
    Array.from({ length: 20 }, (_, i) => ({ email: `s${n}.${i}@example.edu`, role: 'member' })),
  )

describe('killed in the middle of sends', { timeout: 120_000 }, () => {
  it('loses nothing that was acknowledged, and repeating the rest leaves everybody with one invitation', async () => {
    const chunks = Array.from({ length: 30 }, (_, n) => chunk(n))
    const acknowledged = new Map<string, SendAnswer>()
    let victim = await begin()
    for (let round = 0; round < 3; round++) {
      let answered = 0
      const enough = Promise.withResolvers<void>()
      const waiting = chunks.filter(({ key }) => !acknowledged.has(key))
      const sending = waiting.map(async (request) => {
        try {
          acknowledged.set(request.key, await ada.call('invitations.send', request))
          answered += 1
          if (answered === 4) enough.resolve()
        } catch {
          // Killed before it answered; nobody knows whether it was done.
        }
      })
      await enough.promise
      await kill(victim)
      await Promise.all(sending)
      victim = await begin()
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(12)

    for (const request of chunks) {
      const answer = await ada.call('invitations.send', request)
      expect(answer).toEqual(acknowledged.get(request.key) ?? answer)
      expect(answer.outcomes.every(({ outcome }) => outcome === 'invited')).toBe(true)
    }
    const { addresses } = await ada.call('members.addresses', { groupId: group.id })
    const invited = addresses.filter(({ state }) => state === 'pending').map(({ email }) => email)
    const everybody = chunks.flatMap(({ people }) => people.map(({ email }) => email))
    expect(invited.sort()).toEqual(everybody.sort())
  })
})

describe('asked to end', () => {
  it('finishes what is under way and leaves with code 0', async () => {
    const { process: child } = await begin()
    const sends = [chunk(1), chunk(2), chunk(3)].map((request) => ada.call('invitations.send', request))
    await Promise.race(sends)
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    expect(await gone).toEqual([0, null])
    for (const answer of await Promise.all(sends)) expect(answer.outcomes).toHaveLength(20)
  })
})

describe('what it cannot start with is said in one sentence, with code 1', { timeout: 60_000 }, () => {
  const complaint = async (settings: Record<string, string | undefined>) => {
    const refused = startProgram('server/main.mjs', { ...env, ...settings })
    return await refused.then(
      async (started) => {
        await started.stop()
        throw new Error('It started.')
      },
      (problem: Error) => problem.message,
    )
  }

  it('a port in use', async () => {
    const squatter = createServer().listen(Number(env.PORT), '127.0.0.1')
    await once(squatter, 'listening')
    expect(await complaint({})).toBe(`Port ${env.PORT} is in use. Stop what uses it, or set PORT.`)
    squatter.close()
    await once(squatter, 'close')
  })

  it('an embedded store that another service uses', async () => {
    const own = { DATABASE_URL: undefined, PORT: '0' }
    program = await startProgram('server/main.mjs', { ...env, ...own })
    expect(await complaint(own)).toBe(`Another Rollcall service is using ${env.DATA_DIR}. Stop it, or set DATA_DIR.`)
    await kill(program)
    // What a killed service leaves behind locks nobody out.
    program = await startProgram('server/main.mjs', { ...env, ...own })
    expect((await fetch(`http://127.0.0.1:${program.port}/healthz`)).status).toBe(200)
  })

  it('a folder that is none', async () => {
    const file = join(env.DATA_DIR ?? '', 'file')
    writeFileSync(file, '')
    expect(await complaint({ DATABASE_URL: undefined, DATA_DIR: join(file, 'data') })).toBe(
      `The folder ${join(file, 'data')} cannot be written (ENOTDIR). Set DATA_DIR to one that can.`,
    )
  })

  it('a database that does not answer', async () => {
    expect(await complaint({ DATABASE_URL: 'postgres://127.0.0.1:1/nothing' })).toBe(
      'The database at DATABASE_URL could not be opened (ECONNREFUSED).',
    )
  })

  it('a wrong setting', async () => {
    expect(await complaint({ HOLD_SECONDS: 'soon' })).toBe('HOLD_SECONDS must be a number from 0 to 3600.')
  })
})
