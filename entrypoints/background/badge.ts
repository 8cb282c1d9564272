import { badgeOf } from '../../lib/jobs/badge.ts'
import { badge } from '../../lib/platform.ts'
import type { LateAdds } from '../../lib/rosters/lateAdds.ts'
import { jobsItem } from '../../lib/storage.ts'
import { colours } from './colours.ts'

/** How far sends are, on the toolbar's icon; while nothing is to be said of them, who is new. */
export const showSends = (late: LateAdds): void => {
  const show = async () => {
    const { text, tone } = badgeOf(await jobsItem.get())
    await badge.show(text, colours[tone])
    await (text ? late.giveWay() : late.again())
  }
  jobsItem.watch(() => void show())
  void show()
}
