import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.ts'
import { createAuthenticate } from './auth/actor.ts'
import { createGiveProvider } from './auth/giveProvider.ts'
import { createOauthListener, isOauth } from './auth/oauthListener.ts'
import { signOutOthers } from './auth/sso/signOutOthers.ts'
import { startChores } from './chores.ts'
import { atPort, type Config } from './config.ts'
import { createChanges } from './events/changes.ts'
import { firstLink, makeFirstWorkspace } from './firstWorkspace.ts'
import { keptSecret } from './keptSecret.ts'
import type { Log } from './log.ts'
import { startOutboxWorker } from './mail/outboxWorker.ts'
import { createPacedSmtp } from './mail/threadedSmtp.ts'
import { createMetrics } from './metrics.ts'
import { limitNetworks } from './networkLimit.ts'
import { createPages } from './pages/index.ts'
import { createSecrets } from './secrets.ts'
import type { Service } from './service.ts'
import { StartProblem } from './startProblem.ts'
import { openStore, type Store } from './store/open.ts'
import { releaseClaims } from './store/outbox.ts'

export interface Running {
  /** PUBLIC_URL. */
  readonly url: string
  readonly port: number
  readonly service: Service
  /** Where the first Workspace is made, while there is none. */
  readonly first: { readonly url: string; readonly until: string } | undefined
  /** Finishes what is under way and leaves everything closed. */
  stop(): Promise<void>
}

/** Seconds that requests under way are given when the service stops. */
const PATIENCE = 10

/**
 * Milliseconds for which a connection without requests is kept. Longer than proxies keep theirs (60 s): one that the service ended first
 * would fail a request that is on its way in it.
 */
const IDLE = 75_000

/** Starts the service. Throws StartProblem for what the person at the console can put right. */
export const start = async (settings: Config, log: Log): Promise<Running> => {
  // The port first: it is the quickest to find taken. Until the rest is there, requests are told to come again.
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'retry-after': '2' }).end()
  }
  const server = createServer({ keepAliveTimeout: IDLE }, (request, response) => answer(request, response))
  const config = atPort(settings, await listen(server, settings))
  try {
    const secrets = createSecrets(config.secret ?? keptSecret(config.dataDir))
    const store = await openStore(config, log)
    try {
      const metrics = createMetrics(log)
      const parts = await assemble({ config, secrets, metrics, log: metrics.log, db: store.db }, store)
      answer = parts.answer
      const stop = async () => {
        // Streams that tell of changes never end by themselves.
        await parts.hush()
        await close(server)
        await parts.stop()
        await store.close()
      }
      const first = await firstLink(parts.service)
      return { url: config.publicUrl, port: config.port, service: parts.service, first, stop }
    } catch (problem) {
      await store.close()
      throw problem
    }
  } catch (problem) {
    await close(server)
    throw asStartProblem(problem, config)
  }
}

const assemble = async (needs: Omit<Service, 'wakeMail' | 'mailNow'>, store: Store) => {
  const { config, log } = needs
  await makeFirstWorkspace(needs)
  // SSO_OPTIONAL may have let codes in until now.
  await store.db.transaction().execute((tx) => signOutOthers(tx, config, { actorId: null }))
  // Without a mail server nothing leaves: the mails stay, for the outbox page.
  if (!config.databaseUrl) await releaseClaims(store.db)
  const transport = config.smtpUrl
    ? createPacedSmtp(
        config.smtpUrl,
        { from: config.mailFrom, returnPath: config.mailReturnPath, requireTls: config.smtpRequireTls },
        config.mailsPerSecond,
      )
    : undefined
  const mailer = transport ? startOutboxWorker(needs, transport) : { wake: () => {}, stop: async () => {} }
  const service: Service = { ...needs, wakeMail: mailer.wake, mailNow: transport?.send }
  const provider = createGiveProvider(service)
  const changes = createChanges(service)
  const app = createApp(service, createAuthenticate(service), createPages(service, provider), changes)
  const oauth = createOauthListener(provider, service)
  const rest = getRequestListener(app.fetch)
  const answer = limitNetworks(service, isOauth, (request, response) =>
    isOauth(request.url) ? oauth(request, response) : rest(request, response),
  )
  const chores = startChores(store, config, log)
  const stop = async () => {
    await chores.stop()
    await mailer.stop()
  }
  return { service, answer, hush: changes.stop, stop }
}

const listen = async (server: Server, { port, host }: Config): Promise<number> => {
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (problem) {
    const code = codeOf(problem)
    if (code === 'EADDRINUSE') throw new StartProblem(`Port ${port} is in use. Stop what uses it, or set PORT.`)
    if (code === 'EACCES') throw new StartProblem(`Port ${port} may not be used by this user. Set PORT above 1023.`)
    if (code) throw new StartProblem(`HOST=${host} cannot be listened on (${code}).`)
    throw problem
  }
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}

const close = async (server: Server) => {
  const closed = once(server, 'close')
  server.close()
  // A connection that has had its last answer would wait for another request.
  const tidy = setInterval(() => server.closeIdleConnections(), 20)
  const cut = setTimeout(() => server.closeAllConnections(), PATIENCE * 1000)
  await closed
  clearInterval(tidy)
  clearTimeout(cut)
}

const asStartProblem = (problem: unknown, { dataDir }: Config): unknown =>
  /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOSPC)$/.test(codeOf(problem) ?? '')
    ? new StartProblem(`The folder ${dataDir} cannot be written (${codeOf(problem)}). Set DATA_DIR to one that can.`)
    : problem

const codeOf = (problem: unknown): string | undefined =>
  problem instanceof Error && 'code' in problem && typeof problem.code === 'string' ? problem.code : undefined
