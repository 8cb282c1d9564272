import type { RosterPerson } from '../../people/person.ts'
import type { ReadContext, Source, SourceResult } from '../adapter.ts'
import { appearance } from '../reading/appearance.ts'
import { beside } from '../reading/beside.ts'
import { createBreath } from '../reading/breathe.ts'
import { haveRowsGone, rowsThatCame } from '../reading/growth.ts'
import { word } from '../reading/values.ts'
import type { PartialReason } from '../roster.ts'
import { coursePeople } from './coursePeople.ts'
import { coursePeopleNew } from './coursePeopleNew.ts'
import { readEnv } from './env.ts'
import { isEverybody } from './proof.ts'
import { rosterTable } from './rosterTable.ts'
import { pageFacts, personMaker, type Variant } from './row.ts'

/** The one first whose rows are told by a class: what is not there takes longest to look for. */
const variants: readonly Variant[] = [rosterTable, coursePeopleNew, coursePeople]

const variantOn = (doc: Document): Variant | undefined => variants.find(({ row }) => doc.querySelector(row))

const isEmpty = (doc: Document): boolean => !!doc.querySelector('[data-view="users"] .roster-empty-state')

/** The page says that rows are on their way. */
const isLoading = (doc: Document): boolean => {
  const indicator = doc.querySelector<HTMLElement>('[data-view="users"] .paginatedLoadingIndicator')
  return !!indicator && indicator.style.display !== 'none'
}

type Control = HTMLInputElement | HTMLSelectElement

const choosers =
  'input[name="search_term"], input[type="search"], input[role="combobox"], select[name="enrollment_role_id"]'

/** A box to choose a role from says "All Roles", or a role with how many have it. */
const isChosen = (control: Control): boolean =>
  control.matches('[role="combobox"]') ? /\(\d+\)\s*$/.test(control.value) : control.value !== ''

/** A search or a role was chosen: what is shown is not everybody. Controls are looked for once, and again when they were redrawn. */
const filters = (doc: Document, row: string): (() => boolean) => {
  let controls: readonly Control[] = []
  return () => {
    if (controls.length === 0 || controls.some(({ isConnected }) => !isConnected))
      controls = beside<Control>(doc.querySelector(row)?.parentElement ?? doc.body, choosers).filter((one) =>
        one.closest('#content'),
      )
    return controls.some(isChosen)
  }
}

const partialReason = (
  doc: Document,
  isFiltered: () => boolean,
  mayBeFull: boolean,
  isProved: () => boolean,
): PartialReason | undefined => {
  if (isFiltered()) return 'filtered'
  if (isLoading(doc)) return 'rowsOnPage'
  if (isProved()) return undefined
  return mayBeFull ? 'rowsOnPage' : 'maybeMore'
}

/** Rows between two looks at the clock. */
const ROWS = 16

const read = async (context: ReadContext): Promise<SourceResult> => {
  const { doc, page, onProgress } = context
  if (page.kind !== 'roster') return { ok: false, problem: 'notThere' }
  await appearance(context, () => !!variantOn(doc) || isEmpty(doc))
  const variant = variantOn(doc)
  if (!variant && !isEmpty(doc)) return { ok: false, problem: 'unreadable' }

  // From here on, because looking through a long page takes its time as well.
  const breathe = createBreath()
  const env = readEnv(doc)
  const facts = pageFacts(env)
  const me = word(env.current_user_id)
  const isFiltered = filters(doc, variant?.row ?? '#content')
  const readRow = variant?.reader(facts)
  const personOf = personMaker(me)
  const people = new Map<string, RosterPerson>()
  const tests = new Set<string>()
  /** The rows that were read: what comes to one of them is no more people. A set of them only where some came. */
  let first: Iterable<Element> = []
  let seen: Set<Element> | undefined
  let count = 0
  const take = async (found: Iterable<Element>, breathe = createBreath()) => {
    for (const row of found) {
      // Who was removed on the page stays there, unseen.
      if (row.hasAttribute('style') && (row as HTMLElement).style.display === 'none') continue
      const told = readRow?.(row)
      if (told?.isTest) tests.add(told.id)
      const person = told && !told.isTest ? personOf(told) : undefined
      if (person?.key) people.set(person.key, person)
      if (!seen?.has(row)) count++
      seen?.add(row)
      const pause = count % ROWS === 0 ? breathe() : undefined
      if (pause) await pause
    }
  }
  const told = (): SourceResult => {
    if (count > 0 && people.size === 0) return { ok: false, problem: 'unreadable' }
    onProgress(people.size)
    const all = [...people.values()]
    const partial = partialReason(doc, isFiltered, count >= (variant?.full ?? 1), () => isEverybody(env, all))
    const listed = all.filter(({ role }) => role !== 'observer')
    return {
      ok: true,
      course: { name: page.courseName },
      people: listed,
      complete: !partial,
      ...(partial ? { partial } : {}),
      // Addresses are not hidden from this reader alone: no People page shows any.
      leftOut: { observers: all.length - listed.length, testStudents: tests.size },
      follow: async (growth) => {
        const known = seen ?? new Set(first)
        seen = known
        if (!variant || haveRowsGone(growth, (one) => known.has(one))) return null
        await take(rowsThatCame(growth, variant.row))
        return told()
      },
    }
  }
  if (variant) first = doc.querySelectorAll(variant.row)
  await take(first, breathe)
  return told()
}

export const pageSource: Source = { id: 'page', read }
