import { calls } from '../lib/contract/calls.ts'
import type { Log } from './log.ts'

/** What the service counts, from the lines that it logs: no more is known here than is said there. */
export interface Metrics {
  /** A log that counts what goes through it. */
  readonly log: Log
  /** In the text format of Prometheus. */
  text(): string
}

const callOf = new Map(Object.entries(calls).map(([name, { method, path }]) => [`${method} ${path}`, name]))

export const createMetrics = (log: Log): Metrics => {
  const counters = new Map<string, number>()
  const add = (line: string, by = 1) => counters.set(line, (counters.get(line) ?? 0) + by)

  const count: Log = (msg, fields = {}) => {
    const { method, route, status, ms, kind, refused } = fields
    if (msg === 'request') {
      const labels = { call: callOf.get(`${method} ${route}`) ?? `${method} ${route}`, status }
      add(line('rollcall_requests_total', labels))
      add('rollcall_request_seconds_total', Number(ms) / 1000)
    } else if (msg === 'mailSent') add(line('rollcall_mails_total', { kind, outcome: 'sent' }))
    else if (msg === 'mailNotSent')
      add(line('rollcall_mails_total', { kind, outcome: refused ? 'refused' : 'postponed' }))
    else if (msg === 'mailSuppressed') add(line('rollcall_mails_total', { kind, outcome: 'suppressed' }))
    else if (/Failed$/.test(msg)) add(line('rollcall_failures_total', { what: msg }))
  }
  return {
    log: (msg, fields) => {
      count(msg, fields)
      log(msg, fields)
    },
    text: () => [...counters].map(([name, value]) => `${name} ${value}\n`).join(''),
  }
}

export const line = (name: string, labels: Readonly<Record<string, string | number | boolean | undefined>>): string =>
  `${name}{${Object.entries(labels)
    .map(
      ([label, value]) => `${label}="${String(value).replaceAll(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`))}"`,
    )
    .join(',')}}`
