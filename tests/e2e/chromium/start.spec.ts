import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort, type NpmStart, npmStart } from '../support/npmStart.ts'

/** `npm start`, with ports, data and builds of its own. */

let folder = ''
const started: NpmStart[] = []
const start = (env: Record<string, string>, args = ['--no-browser']) => {
  const one = npmStart(folder, args, env)
  started.push(one)
  return one
}
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-start-'))
})
test.afterEach(() => {
  for (const one of started.splice(0)) one.kill()
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const isUp = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  )

test('everything is up, Ctrl-C ends it all, and the next day what was made is there again', async ({ page }) => {
  const ports = { PORT: String(await freePort()), LMS_PORT: String(await freePort()) }
  const first = start(ports)
  const { service, roster } = await first.up()
  await expect.poll(first.said).toContain('Load unpacked')
  await page.goto(roster)
  await expect(page.getByText(/stand-in/i).first()).toBeVisible()
  await page.goto(service)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: /continue as ada/i }).click()
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByLabel('Name of the new Group').fill('Kept overnight')
  await page.getByRole('button', { name: 'Create Group' }).click()
  await expect(page.getByRole('heading', { name: 'Kept overnight' })).toBeVisible()

  first.ctrlC()
  await first.ended
  expect(await Promise.all([isUp(service), isUp(roster)])).toEqual([false, false])

  const second = start(ports)
  await second.up()
  await page.goto(service)
  await expect(page.getByRole('treeitem', { name: 'Kept overnight' })).toBeVisible()
  second.ctrlC()
  await second.ended
})

test('a port in use: one sentence, exit code 1, and nothing is left running', async () => {
  const server = createServer()
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  )
  const lms = await freePort()
  const run = start({ PORT: String(port), LMS_PORT: String(lms) })
  expect(await run.ended).toBe(1)
  expect(run.said()).toMatch(new RegExp(`${port}[^\\n]*(use|taken)`))
  expect(run.said()).not.toContain('    at ')
  expect(await isUp(`http://127.0.0.1:${lms}`)).toBe(false)
  server.close()
})

test('a folder that cannot be written to: one sentence, exit code 1', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  const run = start({ ROLLCALL_DATA: join(file, 'data') })
  expect(await run.ended).toBe(1)
  expect(run.said()).toContain('cannot be written to: make it writable, or name another')
  expect(run.said()).not.toContain('    at ')
})

test('a browser that is not there: one sentence, exit code 1', async () => {
  const run = start({ DISPLAY: ':0' }, ['--browser=/nowhere/chromium'])
  expect(await run.ended).toBe(1)
  expect(run.said()).toContain('The browser "/nowhere/chromium" was not found: install')
})

test('an LMS that there is no stand-in for: one sentence that names those there are, exit code 1', async () => {
  const run = start({ npm_config_lms: 'abacus' })
  expect(await run.ended).toBe(1)
  expect(run.said()).toMatch(/no stand-in for "abacus".*--lms=canvas\|blackboard\|moodle/)
  expect(run.said()).not.toContain('    at ')
})
