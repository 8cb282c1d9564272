import { Hono } from 'hono'
import { html } from 'hono/html'
import * as z from 'zod'
import { isLoopback } from '../config.ts'
import { renderMail } from '../mail/renderMail.ts'
import type { Service } from '../service.ts'
import { countKept, findMail, listKept, type MailsOf, type OutboxRow } from '../store/outbox.ts'
import { countWorkspaces, workspacesOf } from '../store/workspaces.ts'
import type { Html, Page } from './layout.ts'
import { buttonLink, notice, own } from './parts.ts'
import { notFoundPage } from './problemPages.ts'
import { type PageContext, type PageEnv, pageHeaders, personOf, show } from './web.ts'

const PER_PAGE = 50

/**
 * The mails that stay here because no mail server is set up, as they would look. They hold live links and codes, so they
 * are shown on the computer that the service runs on, those of the only Workspace to its Owners as well, and to nobody else.
 */
export const outboxPages = (service: Service): Hono<PageEnv> => {
  const { config, db } = service
  const app = new Hono<PageEnv>()

  app.use('/outbox/*', async (c, next) =>
    config.smtpUrl || (await mayRead(c, service)).length === 0 ? show(c, { ...notFoundPage, status: 404 }) : next(),
  )

  app.get('/outbox', async (c) => {
    const search = (c.req.query('search') ?? '').replaceAll('\0', '').trim().slice(0, 254)
    const whose = await mayRead(c, service)
    const after = z.uuid().safeParse(c.req.query('after')).data
    const rows = await listKept(db, { whose, limit: PER_PAGE + 1, search, ...(after ? { after } : {}) })
    const shown = await Promise.all(rows.slice(0, PER_PAGE).map((row) => summary(service, row)))
    const last = rows.length > PER_PAGE ? rows[PER_PAGE - 1] : undefined
    return show(c, listPage({ shown, search, total: await countKept(db, whose, search), after: last?.id }))
  })

  app.get('/outbox/:id', async (c) => {
    const row = await mailOf(c, service)
    const mail = row && (await renderMail(service, row))
    if (!row || !mail) return show(c, { ...notFoundPage, status: 404 })
    return show(c, mailPage(row, mail))
  })

  // The mail itself, for the frame of the page above: no scripts, no forms, and links only into a tab of their own.
  app.get('/outbox/:id/mail', async (c) => {
    const row = await mailOf(c, service)
    const mail = row && (await renderMail(service, row))
    if (!mail) return show(c, { ...notFoundPage, status: 404 })
    return c.html(mail.html.replace('<head>', '<head><base target="_blank">'), 200, {
      ...pageHeaders,
      'x-frame-options': 'SAMEORIGIN',
      'content-security-policy':
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    })
  })

  return app
}

/**
 * A request from this computer to this computer: the socket, the public address and the Host header all say so. The last
 * keeps out a page of another site whose name was made to lead here. What a proxy passes on comes from elsewhere.
 */
const isHere = (c: PageContext, service: Service): boolean => {
  const here = new URL(service.config.publicUrl)
  const from = (c.env.incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const isPassedOn = c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined
  return !isPassedOn && isLoopback(from) && isLoopback(bare(here.hostname)) && c.req.header('host') === here.host
}

/** A kept link lets its reader in as whom it was written to: with several Workspaces that would reach beyond the Owner's own. */
const mayRead = async (c: PageContext, service: Service): Promise<MailsOf> => {
  if (isHere(c, service)) return 'everybody'
  const person = await personOf(c, service)
  if (!person || (await countWorkspaces(service.db)) > 1) return []
  const workspaces = await workspacesOf(service.db, person.id)
  return workspaces.filter(({ role }) => role === 'owner').map(({ id }) => id)
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '')

const mailOf = async (c: PageContext, service: Service): Promise<OutboxRow | undefined> => {
  const id = z.uuid().safeParse(c.req.param('id')).data
  return id ? await findMail(service.db, await mayRead(c, service), id) : undefined
}

interface Summary {
  readonly row: OutboxRow
  /** Undefined: it has nothing to say any more. */
  readonly subject: string | undefined
}

const summary = async (service: Service, row: OutboxRow): Promise<Summary> => ({
  row,
  subject: (await renderMail(service, row))?.subject,
})

const listPage = ({ shown, search, total, after }: ListView): Page => ({
  title: 'Outbox',
  width: 'wide',
  body: html`<h1>Outbox</h1>
${notice('attention', 'Mail is not set up', 'No mail leaves this service. It waits here, as people would get it, until SMTP_URL names a mail server.')}
<form class="search" method="get" action="/outbox" role="search">
<label for="search">Find by address</label>
<div><input id="search" name="search" type="search" value="${search}" maxlength="254"><button class="quiet">Find</button></div>
</form>
<p class="quiet" data-count="${total}">${countLine(total, search)}</p>
${shown.length > 0 ? html`<ul class="mails">${shown.map(mailLine)}</ul>` : ''}
${after ? buttonLink(`/outbox?${new URLSearchParams({ search, after })}`, 'Older mails', 'quiet') : ''}`,
})

const countLine = (total: number, search: string): Html | string => {
  if (total === 0)
    return search ? 'No mail waits for such an address.' : 'No mail waits. Invite somebody, and it shows up here.'
  const count = total === 1 ? 'One mail' : `${total.toLocaleString('en')} mails`
  return search ? html`${count} to addresses with ${own(search)}` : count
}

interface ListView {
  readonly shown: readonly Summary[]
  readonly search: string
  readonly total: number
  /** The last mail of this page, when there are more. */
  readonly after: string | undefined
}

const mailLine = ({ row, subject }: Summary): Html =>
  html`<li>${subject ? html`<a href="/outbox/${row.id}">${subject}</a>` : html`<span class="quiet">No longer needed</span>`}<span class="quiet">${time(row.createdAt)}</span><span class="quiet address">${own(row.email)}</span></li>`

const mailPage = (row: OutboxRow, mail: { to: string; subject: string }): Page => ({
  title: mail.subject,
  width: 'wide',
  body: html`<p class="back"><a href="/outbox">All mails</a></p>
<h1>${mail.subject}</h1>
<p class="quiet">To ${own(mail.to)} · ${time(row.createdAt)}</p>
<iframe class="mail" src="/outbox/${row.id}/mail" title="The mail as ${mail.to} would get it" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<p class="quiet">Its links open in a new tab.</p>`,
})

const times = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
const time = (date: Date): string => `${times.format(date)} UTC`
