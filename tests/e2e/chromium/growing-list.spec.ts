import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { panel, panelOpens, sendButton, signInAsDemo } from '../support/steps.ts'
import { expect, test } from '../support/world.ts'

/** A class list in a part of the page that scrolls by itself, and asks for more people each time its end is reached. */
const classPage = `<!doctype html><html lang="en"><title>Members</title><main><h1>Members of BIO 101</h1>
<div id="list" style="height: 300px; overflow-y: auto"><ul></ul></div></main>
<script>
const list = document.getElementById('list')
const rows = list.querySelector('ul')
let asking = false
const more = async () => {
  if (asking || list.scrollTop + list.clientHeight < list.scrollHeight - 10) return
  asking = true
  const people = await (await fetch('/more?from=' + rows.children.length)).json()
  for (const { name, email } of people) {
    const row = document.createElement('li')
    row.style.height = '40px'
    row.textContent = name + ' ' + email
    rows.append(row)
  }
  asking = false
}
list.addEventListener('scroll', more)
more()
</script></html>`

/** People an answer brings. */
const BATCH = 20

const startClass = async () => {
  const lms = { people: Number.POSITIVE_INFINITY, given: 0, url: '', stop: async () => {} }
  const server = createServer(({ url = '/' }, answer) => {
    if (!url.startsWith('/more')) return answer.writeHead(200, { 'content-type': 'text/html' }).end(classPage)
    const from = Number(new URL(url, 'http://127.0.0.1').searchParams.get('from'))
    const people = Array.from({ length: Math.max(0, Math.min(BATCH, lms.people - from)) }, (_, index) => ({
      name: `Student Number${from + index}`,
      email: `student${from + index}@example.edu`,
    }))
    lms.given = from + people.length
    return answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(people))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  lms.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/members`
  lms.stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return lms
}

test('a list that grows on scroll is loaded to its end, and Stop stops it', async ({ extension }) => {
  await signInAsDemo(extension)
  const lms = await startClass()
  try {
    const page = await extension.context.newPage()
    await page.goto(lms.url)
    const button = page.locator('rollcall-inpage').getByRole('button')
    await expect(button).toHaveText(/Invite 20 people/)
    // Above the list: at its end nobody would see it, and a click there would scroll it.
    expect(await page.locator('#list').evaluate((list) => list.firstElementChild?.localName)).toBe('rollcall-inpage')
    await button.click()
    await panelOpens(page)
    const screen = panel(page)

    // It has no end: only Stop ends it.
    await screen.getByRole('button', { name: 'Load everybody' }).click()
    const progress = screen.getByRole('progressbar', { name: 'Scrolling through the list' })
    await expect(progress).toBeVisible()
    await expect.poll(() => lms.given).toBeGreaterThan(BATCH * 2)
    await expect(screen.getByText(/^[4-9]\d people so far$|^\d{3,} people so far$/)).toBeVisible()
    await screen.getByRole('button', { name: 'Stop' }).click()
    await expect(progress).toHaveCount(0)
    await expect.poll(() => page.locator('#list').evaluate((list) => list.scrollTop)).toBe(0)

    // Now it has one, and is read to it.
    lms.people = lms.given + BATCH + 5
    await screen.getByRole('button', { name: 'Load everybody' }).click()
    await expect(screen.getByText(/The list was scrolled to its end/)).toBeVisible()
    await expect(screen.getByRole('button', { name: 'Load everybody' })).toHaveCount(0)
    await expect(button).toHaveText(`Invite ${lms.people} people`)
    expect(await page.locator('#list li').count()).toBe(lms.people)
    await expect.poll(() => page.locator('#list').evaluate((list) => list.scrollTop)).toBe(0)
    await expect(sendButton(screen)).toHaveCount(0)
  } finally {
    await lms.stop()
  }
})
