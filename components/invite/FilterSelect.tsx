import { Select } from '../kit/Select.tsx'
import { lmsRolePlural } from '../roleWords.ts'
import { useServices } from '../services.ts'
import type { RoleFilter, SectionFilter } from './filters.ts'

/** Id of the filter for those who are gone. */
export const GONE = 'gone'

interface Props {
  readonly sections: readonly SectionFilter[]
  readonly roles: readonly RoleFilter[]
  /** How many are gone from the roster. */
  readonly gone: number
  /** Id of a filter; '' for everyone. */
  readonly value: string
  readonly onChange: (id: string) => void
  readonly className?: string
}

/** Which part of the people is listed: a section, or a role of the course. */
export const FilterSelect = ({ sections, roles, gone, value, onChange, className }: Props) => {
  const { say } = useServices()
  return (
    <Select
      aria-label={say('filterShow')}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      className={className}
    >
      <option value="">{say('filterAll')}</option>
      {gone > 0 && <option value={GONE}>{say('filterCount', say('filterGone'), gone)}</option>}
      {sections.length > 0 && (
        <optgroup label={say('filterSections')}>
          {sections.map(({ id, section, count }) => (
            <option key={id} value={id}>
              {say('filterCount', section, count)}
            </option>
          ))}
        </optgroup>
      )}
      {roles.length > 0 && (
        <optgroup label={say('filterRoles')}>
          {roles.map(({ id, line, count }) => (
            <option key={id} value={id}>
              {say('filterCount', line.label ?? say(lmsRolePlural[line.role]), count)}
            </option>
          ))}
        </optgroup>
      )}
    </Select>
  )
}
