import { useMemo, useState } from 'react'
import type { GroupRole } from '../../lib/contract/schemas.ts'
import { type ForecastRow, isTickable } from '../../lib/people/forecast.ts'
import { matches } from '../../lib/people/searchText.ts'
import { isTicked, type Ticks } from '../../lib/people/ticks.ts'
import { RowList } from '../kit/RowList.tsx'
import { Search } from '../kit/Search.tsx'
import { useServices } from '../services.ts'
import { PersonRow } from './PersonRow.tsx'
import { SectionHead } from './SectionHead.tsx'
import { toSections } from './sections.ts'

/** From here on, finding is quicker than looking. */
const SEARCH_FROM = 20

interface Props {
  readonly rows: readonly ForecastRow[]
  readonly ticks: Ticks
  readonly sayUnchecked: boolean
  readonly onTick: (keys: readonly string[], on: boolean) => void
  readonly onRole: (key: string, role: GroupRole) => void
}

/** Everybody, with what Send would do to each, exceptions first. */
export const ForecastList = ({ rows, ticks, sayUnchecked, onTick, onRole }: Props) => {
  const { say } = useServices()
  const [search, setSearch] = useState('')
  const found = useMemo(
    () => rows.filter(({ names, email, text }) => matches([...names, email ?? '', text ?? ''], search)),
    [rows, search],
  )
  const sections = useMemo(() => toSections(found), [found])
  return (
    <>
      {rows.length > SEARCH_FROM && (
        <Search label={say('findPerson')} value={search} onChange={setSearch} className="mx-4 mb-2 flex-none" />
      )}
      {found.length === 0 && rows.length > 0 ? (
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
              tickable={section.rows.filter((row) => isTickable(row.kind))}
              ticked={section.rows.filter((row) => isTicked(row, ticks)).length}
              tabIndex={tabIndex}
              onTick={onTick}
            />
          )}
          row={(row, tabIndex) => (
            <PersonRow
              row={row}
              ticked={isTicked(row, ticks)}
              tabIndex={tabIndex}
              sayUnchecked={sayUnchecked}
              onTick={(on) => onTick([row.key], on)}
              onRole={(role) => onRole(row.key, role)}
            />
          )}
        />
      )}
    </>
  )
}
