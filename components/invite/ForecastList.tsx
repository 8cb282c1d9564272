import { useMemo, useState } from 'react'
import type { GroupRole } from '../../lib/contract/schemas.ts'
import { type ForecastRow, isTickable } from '../../lib/people/forecast.ts'
import { createSearch } from '../../lib/people/searchText.ts'
import { isTicked, type Ticks } from '../../lib/people/ticks.ts'
import { Button } from '../kit/Button.tsx'
import { RowList } from '../kit/RowList.tsx'
import { Search } from '../kit/Search.tsx'
import { useServices } from '../services.ts'
import { FilterSelect, GONE } from './FilterSelect.tsx'
import { roleFilters, sectionFilters } from './filters.ts'
import { PersonRow } from './PersonRow.tsx'
import { SectionHead } from './SectionHead.tsx'
import { toSections } from './sections.ts'

/** From here on, finding is quicker than looking. */
const SEARCH_FROM = 20

interface Props {
  readonly rows: readonly ForecastRow[]
  /** Who is in the Group and not on the roster any more. */
  readonly gone: readonly ForecastRow[]
  /** Id of the part that is listed; '' for everyone. */
  readonly shown: string
  readonly onShow: (id: string) => void
  readonly ticks: Ticks
  readonly sayUnchecked: boolean
  readonly onTick: (keys: readonly string[], on: boolean) => void
  readonly onRole: (key: string, role: GroupRole) => void
  readonly onCorrect: (was: string, email?: string) => void
  /** Where people without an address are few, the way out stands beside them. */
  readonly onShareLink?: (() => void) | undefined
}

const searchIn = createSearch(({ names, email = '', text = '' }: ForecastRow) => [...names, email, text])

const keysOf = (rows: readonly ForecastRow[]) => rows.map(({ key }) => key)

/** Everybody, with what Send would do to each, exceptions first. */
export const ForecastList = ({
  rows,
  gone,
  shown,
  onShow,
  ticks,
  sayUnchecked,
  onTick,
  onRole,
  onCorrect,
  onShareLink,
}: Props) => {
  const { say } = useServices()
  const [search, setSearch] = useState('')
  const bySection = useMemo(() => sectionFilters(rows, say.language), [rows, say])
  const byRole = useMemo(() => roleFilters(rows), [rows])
  const filter = [...bySection, ...byRole].find(({ id }) => id === shown)
  const goneAlone = shown === GONE && gone.length > 0
  const part = useMemo(
    () => (goneAlone ? gone : filter ? rows.filter(filter.passes) : [...rows, ...gone]),
    [rows, gone, goneAlone, filter],
  )
  const isPart = goneAlone || filter !== undefined
  const whole = useMemo(() => toSections(part), [part])
  const sections = useMemo(
    () =>
      whole.flatMap((section) => {
        const found = searchIn(section.rows, search)
        return found === section.rows ? section : found.length > 0 ? { ...section, rows: found } : []
      }),
    [whole, search],
  )
  const isLong = rows.length > SEARCH_FROM
  const canFilter = bySection.length > 0 || gone.length > 0 || (isLong && byRole.length > 0)
  const tickOnlyThese = () => {
    const these = new Set(part)
    onTick(keysOf(rows.filter((row) => !these.has(row))), false)
    onTick(keysOf(part.filter(({ kind, doubt }) => isTickable(kind) && !doubt)), true)
  }
  return (
    <>
      {(isLong || canFilter) && (
        <div className="mx-4 mb-2 flex flex-none gap-2">
          {isLong && (
            <Search
              label={say('findPerson')}
              value={search}
              onChange={setSearch}
              onFocus={() => searchIn.prepare(part)}
              className="min-w-0 flex-1"
            />
          )}
          {canFilter && (
            <FilterSelect
              sections={bySection}
              roles={byRole}
              gone={gone.length}
              value={isPart ? shown : ''}
              onChange={onShow}
              className={!isLong ? 'flex-1' : isPart ? 'w-48 max-w-3/5 flex-none' : 'w-32 flex-none'}
            />
          )}
        </div>
      )}
      {isPart && (
        <p className="mx-4 mb-2 flex flex-none items-center justify-between gap-2 text-12 text-quiet">
          <span role="status">{say('shownOf', part.length, rows.length + gone.length)}</span>
          {goneAlone ? (
            <Button small look="plain" className="-me-2" onClick={() => onShow('')}>
              {say('showAll')}
            </Button>
          ) : (
            <Button small look="plain" className="-me-2" onClick={tickOnlyThese}>
              {say('tickOnlyThese')}
            </Button>
          )}
        </p>
      )}
      {sections.length === 0 && rows.length > 0 ? (
        <p role="status" className="flex-1 px-4 py-6 text-center text-quiet">
          {say('nobodyFound')}
        </p>
      ) : (
        <RowList
          label={say('people')}
          sections={sections}
          keyOf={(row) => row.key}
          className="border-t border-line"
          header={(section, tabIndex) => (
            <SectionHead
              section={section}
              ticks={ticks}
              tabIndex={tabIndex}
              onTick={onTick}
              onShareLink={section.id === 'noAddress' ? onShareLink : undefined}
            />
          )}
          row={(row, tabIndex) => (
            <PersonRow
              row={row}
              ticked={isTicked(row, ticks)}
              tabIndex={tabIndex}
              sayUnchecked={sayUnchecked}
              saySections={bySection.length > 0}
              onTick={onTick}
              onRole={onRole}
              onCorrect={onCorrect}
            />
          )}
        />
      )}
    </>
  )
}
