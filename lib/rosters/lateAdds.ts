import type { CallService } from '../contract/calls.ts'
import type { Me } from '../contract/schemas.ts'
import { courseKey, type Roster, type RosterState } from '../lms/roster.ts'
import type { RoleRules } from '../people/roles.ts'
import { knownIn } from './knownIn.ts'
import { type Linked, type Newcomers, newcomers } from './newcomers.ts'
import { findSectionGroups, nestedIn, sectionsOf } from './sectionGroups.ts'

/** What was chosen for a course: roles, and the Group as last time. */
interface CourseSettings extends RoleRules {
  readonly groupId?: string | undefined
}

interface LateAddsPorts {
  readonly call: CallService
  /** Who is signed in, if anybody is. */
  readonly me: () => Promise<Me | null>
  readonly settings: (courseKey: string) => Promise<CourseSettings>
  /** What a tab's own script has read; rejects where there is none any more. */
  readonly roster: (tabId: number) => Promise<RosterState>
  /** Tabs that show a roster. */
  readonly tabs: {
    get(): Promise<Readonly<Record<string, boolean>>>
    update(change: (now: Record<string, boolean>) => Record<string, boolean>): Promise<unknown>
  }
  /** On the toolbar over one tab; 0: nothing. */
  readonly show: (tabId: number, count: number) => Promise<void>
  /** Beside the roster of a tab. */
  readonly tell: (tabId: number, found: Newcomers) => Promise<void>
}

export interface LateAdds {
  /** A tab shows a roster that was read, or does not any more. */
  shown(tabId: number, here: boolean): Promise<Newcomers>
  /** People, links or the account changed: every roster that is open is counted again. */
  again(): Promise<void>
  /** A send is under way: the toolbar says how far it is. */
  giveWay(): Promise<void>
}

/**
 * Counts who of a linked roster is not in the Group yet, for the toolbar and for the button on the page. The roster comes
 * from the tab and goes no further than the background, which asks the service for the addresses that the Group knows.
 */
export const createLateAdds = ({ call, me, settings, roster, tabs, show, tell }: LateAddsPorts): LateAdds => {
  const find = async (tabId: number): Promise<Newcomers> => {
    const state = await roster(tabId)
    const who = await me()
    if (state.kind !== 'ready' || !who) return null
    const linked = await linkedWith(state.roster, who)
    return linked && newcomers(state.roster, linked)
  }

  const linkedWith = async ({ course, people }: Roster, who: Me): Promise<Linked | null> => {
    const asked = { site: course.site.toLowerCase(), course: course.courseId }
    const ids = (await call('rosters.find', asked)).links.map(({ groupId }) => groupId)
    const { groupId: last, ...rules } = await settings(courseKey(course))
    const groupId = ids.find((id) => id === last) ?? ids[0]
    if (groupId === undefined) return null
    const { groups } = await call('groups.list', {})
    const sections = sectionsOf(people)
    const nested = people.some((one) => one.sections.length > 0) ? nestedIn(groups, groupId) : []
    const seats = await findSectionGroups(call, course, sections, nested)
    const known = await knownIn(call, groupId, [...seats.values()])
    const workspace = groups.find(({ id }) => id === groupId)?.workspaceId
    const allowed = who.workspaces.find(({ id }) => id === workspace)?.emailDomains
    return { ...rules, known, allowed, me: who.email.toLowerCase() }
  }

  /** What is shown over a tab. Where it cannot be told, nothing is: a number that may be wrong is worse than none. */
  const look = async (tabId: number): Promise<Newcomers> => {
    const found = await find(tabId).catch(() => null)
    await show(tabId, found?.kind === 'new' ? found.count : 0)
    return found
  }

  const forget = async (tabId: number) => {
    await tabs.update(({ [tabId]: _, ...others }) => others)
    await show(tabId, 0)
  }

  const eachTab = async (act: (tabId: number) => Promise<void>) => {
    for (const tabId of Object.keys(await tabs.get()).map(Number)) await act(tabId).catch(() => forget(tabId))
  }

  let running = false
  let wanted = false
  return {
    shown: async (tabId, here) => {
      if (!here) {
        await forget(tabId)
        return null
      }
      await tabs.update((now) => ({ ...now, [tabId]: true }))
      return look(tabId)
    },
    again: async () => {
      wanted = true
      if (running) return
      running = true
      while (wanted) {
        wanted = false
        await eachTab(async (tabId) => tell(tabId, await look(tabId)))
      }
      running = false
    },
    giveWay: () => eachTab((tabId) => show(tabId, 0)),
  }
}
