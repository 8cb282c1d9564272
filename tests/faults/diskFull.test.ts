import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CallProblem } from '../../lib/contract/index.ts'
import { type Program, startProgram } from '../../scripts/lib/program.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, startService, type TestService } from '../helpers/service.ts'
import { inStore } from './support/inStore.ts'
import { insist } from './support/insist.ts'
import { kill } from './support/kill.ts'
import { preload } from './support/preload.ts'
import { tell } from './support/tell.ts'

/** No room on the disk of the embedded store: what is asked is refused, nothing acknowledged is lost, and it goes on when there is room. */
let rollcall: TestService
let ada: Caller
let group: { id: string }
let env: Readonly<Record<string, string | undefined>>
let marker: string
let program: Program | undefined
let acknowledged: Set<string>
let refusals: Map<string, number>

beforeEach(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu')
  group = await rollcall.group(await rollcall.workspace(ada), ada)
  const settings = await rollcall.leave()
  marker = join(settings.DATA_DIR ?? '', 'full')
  env = { ...settings, NODE_OPTIONS: preload('fullDisk'), FULL_WHEN: marker }
  acknowledged = new Set()
  refusals = new Map()
})
afterEach(async () => {
  if (program) await kill(program)
  program = undefined
  await rollcall.stop()
})

let asked = 0
const send = async () => {
  const n = asked++
  const people = Array.from({ length: 200 }, (_, i) => ({ email: `s${n}.${i}@example.edu`, role: 'member' as const }))
  const body = newSend(group, people)
  await ada.call('invitations.send', body)
  for (const { email } of people) acknowledged.add(email)
}
/** Sends until it was refused so many times in a row. */
const sendUntilRefused = async (times: number) => {
  for (let inRow = 0; inRow < times; ) {
    try {
      await send()
      inRow = 0
    } catch (problem) {
      if (!(problem instanceof CallProblem)) throw problem
      refusals.set(problem.code, (refusals.get(problem.code) ?? 0) + 1)
      inRow += 1
    }
  }
}
const finish = async (how: string) => {
  await insist(send)
  expect((await fetch(`${program?.url}/healthz`)).status).toBe(200)
  await program?.stop()
  const kept = await inStore(env, group.id)
  const lost = [...acknowledged].filter((email) => !kept.has(email))
  const codes = [...refusals].map(([code, count]) => `${count} × ${code}`).join(', ')
  tell(
    `Disk full, ${how}`,
    `${acknowledged.size} acknowledged, refused ${codes || 'nothing'}, ${lost.length} lost, goes on: yes`,
  )
  expect(lost).toEqual([])
  expect([...kept.values()].filter(({ invitations }) => invitations !== 1)).toEqual([])
}

it('files cannot grow', async () => {
  program = await startProgram('server/main.mjs', env)
  await send()
  writeFileSync(marker, 'files')
  await sendUntilRefused(5)
  expect([...refusals.keys()]).toEqual(['busy'])
  // What is there can still be read.
  expect((await ada.call('me', {})).id).toBe(ada.id)
  rmSync(marker)
  await finish('files')
})

it('nor the store’s log be written, which ends PostgreSQL: it is opened again', async () => {
  program = await startProgram('server/main.mjs', env)
  await send()
  writeFileSync(marker, 'log')
  await sendUntilRefused(5)
  expect([...refusals.keys()]).toEqual(['busy'])
  expect((await fetch(`${program.url}/healthz`)).status).toBe(503)
  rmSync(marker)
  await finish('log')
})

it('a limit of the system on the size of files does the same', async () => {
  program = await startProgram('server/main.mjs', { ...env, NODE_OPTIONS: undefined })
  await send()
  const limit = (bytes: string) => execFileSync('prlimit', ['--pid', String(program?.process.pid), `--fsize=${bytes}:`])
  limit('100000')
  await sendUntilRefused(5)
  for (const code of refusals.keys()) expect(['busy', 'internal']).toContain(code)
  limit('unlimited')
  await finish('limit')
})

it('a start without room says so in one sentence, and one with room finds everything', async () => {
  program = await startProgram('server/main.mjs', env)
  await send()
  await kill(program)
  writeFileSync(marker, 'log')
  await expect(startProgram('server/main.mjs', env)).rejects.toThrow(
    /^The store in .* could not be opened \(.*\)\. Is there room on the disk\?$/,
  )
  rmSync(marker)
  program = await startProgram('server/main.mjs', env)
  await finish('start')
})

it('a first start without room leaves no half a secret and no half a store', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-test-'))
  try {
    const first = { ...env, DATA_DIR: folder, SECRET: undefined, PORT: '0' }
    writeFileSync(marker, 'files')
    await expect(startProgram('server/main.mjs', first)).rejects.toThrow(
      `The folder ${folder} cannot be written (ENOSPC). Set DATA_DIR to one that can.`,
    )
    expect(readdirSync(folder).filter((name) => name.startsWith('secret'))).toEqual([])
    await expect(startProgram('server/main.mjs', { ...first, SECRET: env.SECRET })).rejects.toThrow(
      `The store could not be made in ${join(folder, 'store')}: is there room on the disk?`,
    )
    rmSync(marker)
    const started = await startProgram('server/main.mjs', first)
    await started.stop()
  } finally {
    rmSync(folder, { recursive: true })
  }
})
