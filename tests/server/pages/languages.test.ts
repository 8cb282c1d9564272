import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CallInput, Language } from '../../../lib/contract/index.ts'
import { renderMail } from '../../../server/mail/renderMail.ts'
import { listKept } from '../../../server/store/keptMails.ts'
import { sayIn } from '../../../server/words/say.ts'
import { newSend } from '../../helpers/newSend.ts'
import type { Caller } from '../../helpers/service.ts'
import { startWorld, type World } from '../auth/world.ts'

/** What language a mail and a page are in. */
let world: World
let ada: Caller
beforeAll(async () => {
  world = await startWorld({ SERVICE_LANGUAGE: 'fr' })
  ada = await world.person('ada@example.edu', 'Ada Instructor')
})
afterAll(() => world.stop())

const school = async (language?: Language) => {
  const made = await world.workspace(ada, 'Northgate School')
  if (language) await ada.call('workspaces.change', { workspaceId: made.id, language })
  return made
}
const mailTo = async (email: string) => {
  const [row] = await listKept(world.db, { whose: 'everybody', limit: 1, search: email })
  const mail = row && (await renderMail(world.service, row))
  if (!mail) throw new Error('There is no mail.')
  return mail
}
const invite = async (language?: Language) => {
  const group = await world.group(await school(language), ada)
  const email = `sam.${randomUUID()}@example.edu`
  const send: CallInput<'invitations.send'> = newSend(group, [{ email, role: 'facilitator' }], 'manual')
  await ada.call('invitations.send', send)
  const mail = await mailTo(email)
  return { email, group, mail, path: /\/accept\/[\w-]+/.exec(mail.text)?.[0] ?? '' }
}
const read = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(world.url + path, { headers, redirect: 'manual' })
  return { answer, page: await answer.text() }
}
const languageOf = (page: string) => /<html lang="([^"]+)" dir="([^"]+)"/.exec(page)?.slice(1)

describe('a mail', () => {
  it('is in the language of its Workspace, else in the service’s', async () => {
    expect((await invite()).mail.subject).toBe('Ada Instructor vous invite à rejoindre Biology 101')
    const { mail } = await invite('de')
    expect(mail.subject).toBe('Ada Instructor lädt Sie zu Biology 101 ein')
    expect(languageOf(mail.html)).toEqual(['de', 'ltr'])
    expect(mail.text).toContain('mit der Rolle Betreuer')
  })

  it('in Arabic runs from right to left, with names and addresses in their own direction', async () => {
    const { mail, email } = await invite('ar')
    expect(languageOf(mail.html)).toEqual(['ar', 'rtl'])
    expect(mail.html).toContain(`<bdi>${email}</bdi>`)
    expect(mail.html).toContain('<bdi>Ada Instructor (ada@example.edu)</bdi>')
    expect(mail.html.split('<body')[1]).not.toMatch(/[\u2066-\u2069]/)
    expect(mail.text).toContain(`\u2068${email}\u2069`)
  })

  it('with a code is in the language of the page that asked for it', async () => {
    const email = `kim.${randomUUID()}@example.edu`
    const browser = world.browser()
    await browser.get('/signin?lang=es')
    await browser.post('/signin', { address: email })
    expect((await mailTo(email)).subject).toBe('Tu código para iniciar sesión en Rollcall')
  })

  it.each(Language.options)('is whole in %s, whatever it is about', async (language) => {
    const { path, mail, email } = await invite(language)
    const place = await school(language)
    const other = `lee.${randomUUID()}@example.edu`
    const people = [{ email: other, role: 'editor' as const }]
    await ada.call('workspacePeople.invite', { workspaceId: place.id, people })
    for (const one of [mail, await mailTo(other)]) {
      expect(`${one.subject}${one.text}${one.html}`).not.toMatch(/\{\w+\}|undefined|\[object/)
      expect(one.text).toContain(sayIn(language).text('mail.look'))
    }
    expect((await read(path, { 'accept-language': language })).page).toContain(email)
  })
})

describe('a page', () => {
  it('speaks as its reader’s browser does, else as the Workspace, else as the service', async () => {
    const { path } = await invite('de')
    expect(languageOf((await read(path)).page)).toEqual(['de', 'ltr'])
    expect(languageOf((await read(path, { 'accept-language': 'pt-BR,pt;q=0.9' })).page)).toEqual(['pt', 'ltr'])
    expect(languageOf((await read(path, { 'accept-language': 'ja' })).page)).toEqual(['de', 'ltr'])
    expect(languageOf((await read('/signin')).page)).toEqual(['fr', 'ltr'])
    expect(languageOf((await read('/nowhere', { 'accept-language': 'zh-CN' })).page)).toEqual(['zh-Hans', 'ltr'])
  })

  it('offers every language as a link to itself, and keeps the one that was chosen', async () => {
    const browser = world.browser()
    const first = await (await browser.get('/signin?next=%2Fgroups%2F1')).text()
    const links = [...first.matchAll(/<a href="([^"]+)" lang="([^"]+)"/g)].map(([, href = '', lang]) => ({
      href,
      lang,
    }))
    expect(links.map(({ lang }) => lang)).toEqual(Language.options)
    expect(first).not.toContain('<script')
    const arabic = links.find(({ lang }) => lang === 'ar')?.href.replaceAll('&amp;', '&') ?? ''
    expect(new URL(arabic, world.url).searchParams.get('next')).toBe('/groups/1')
    expect(languageOf(await (await browser.get(arabic)).text())).toEqual(['ar', 'rtl'])
    expect(languageOf(await (await browser.get('/invited')).text())).toEqual(['ar', 'rtl'])
    expect(languageOf(await (await browser.get('/oauth/device')).text())).toEqual(['ar', 'rtl'])
    expect(languageOf(await (await browser.get('/oauth/device?lang=en')).text())).toEqual(['en', 'ltr'])
    expect(languageOf(await (await browser.get('/invited')).text())).toEqual(['en', 'ltr'])
  })

  it('that answers a form leads to where it is found by looking', async () => {
    const { path } = await invite('es')
    const declined = await (await world.browser().post(`${path}/decline`, {})).text()
    expect(languageOf(declined)).toEqual(['es', 'ltr'])
    expect(declined).toContain(`href="${path}?lang=ar"`)
  })

  it.each(['xx', '', '"><script>', 'en-'.repeat(500)])('stays one of ours when asked for %j', async (wanted) => {
    const { answer, page } = await read(`/signin?lang=${encodeURIComponent(wanted)}`, { 'accept-language': wanted })
    expect(answer.status).toBe(200)
    expect(page).not.toContain('<script')
    expect(languageOf(page)).toEqual(wanted.startsWith('en') ? ['en', 'ltr'] : ['fr', 'ltr'])
  })

  it.each(['/docs'])('of the API is in English alone', async (path) => {
    const { page } = await read(path, { 'accept-language': 'ar' })
    expect(languageOf(page)).toEqual(['en', 'ltr'])
    expect(page).not.toContain('class="languages"')
  })
})

it('SERVICE_LANGUAGE is one of ours', async () => {
  await expect(startWorld({ SERVICE_LANGUAGE: 'xx' })).rejects.toThrow(
    'SERVICE_LANGUAGE must be one of en, es, fr, de, pt, ar, zh-Hans.',
  )
})
