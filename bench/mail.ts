import { startMailbox } from '../tests/helpers/mailbox.ts'
import { startService } from '../tests/helpers/service.ts'
import type { Section } from './lib/report.ts'

/** The pace of mails, as a real SMTP server on this machine meets it: the rate between the first mail and the last. */
export const measure = async (): Promise<Section[]> => {
  const mailbox = await startMailbox()
  const service = await startService({ env: { SMTP_URL: mailbox.url, MAILS_PER_SECOND: '14' } })
  try {
    const ada = await service.person()
    const group = await service.group(await service.workspace(ada), ada)
    const people = Array.from({ length: 281 }, (_, i) => ({ email: `s${i}@example.edu`, role: 'member' as const }))
    const common = { groupId: group.id, origin: 'roster' as const, batch: crypto.randomUUID() }
    await ada.call('invitations.send', { ...common, key: crypto.randomUUID(), people })
    const arrivals = await new Promise<number[]>((resolve) => {
      const times: number[] = []
      const look = setInterval(() => {
        while (times.length < mailbox.mails.length) times.push(performance.now())
        if (times.length < people.length) return
        clearInterval(look)
        resolve(times)
      }, 2)
    })
    const seconds = ((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)) / 1000
    const rate = (people.length - 1) / seconds
    // As the server meets them: what a connection takes to be made is in it.
    const busiest = Math.max(...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + 1000).length))
    return [
      {
        title: 'Mail',
        how: '281 invitations through the outbox to an SMTP server on the same machine, MAILS_PER_SECOND=14.',
        figures: [
          {
            what: 'Mails in a second: how far from 14',
            measured: Math.abs(rate - 14),
            unit: 'count',
            mark: { at: 'most', value: 1 },
            runs: 1,
          },
          { what: 'Mails that arrived in the busiest second', measured: busiest, unit: 'count', runs: 1 },
        ],
      },
    ]
  } finally {
    await service.stop()
    await mailbox.stop()
  }
}
