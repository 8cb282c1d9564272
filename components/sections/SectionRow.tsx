import { MAX_GROUP_NAME } from '../../lib/contract/limits.ts'
import type { Group } from '../../lib/contract/schemas.ts'
import { control } from '../kit/control.ts'
import { Select } from '../kit/Select.tsx'
import { useServices } from '../services.ts'
import type { SectionChoice, SectionsMade } from './useSections.ts'

interface Props {
  readonly choice: SectionChoice
  readonly nested: readonly Group[]
  /** Whom Send would invite into it; undefined while that is not known. */
  readonly toInvite: number | undefined
  readonly onChange: SectionsMade['change']
}

const NEW = 'new'

/** One section: whether it gets a Group, which, and how many would be invited into it. */
export const SectionRow = ({ choice: { section, people, on, groupId, name }, nested, toInvite, onChange }: Props) => {
  const { say } = useServices()
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex items-center gap-3">
        <input
          type="checkbox"
          checked={on}
          aria-label={say('sectionUse', section)}
          onChange={({ target }) => onChange(section, { on: target.checked })}
        />
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium" title={section}>
            <bdi>{section}</bdi>
          </p>
          <span className="text-12 text-quiet">
            {toInvite === undefined ? say.count('sectionPeople', people) : say.count('sectionCounts', people, toInvite)}
          </span>
        </div>
        {on && nested.length > 0 && (
          <Select
            aria-label={say('sectionInto', section)}
            value={groupId ?? NEW}
            onChange={({ target }) => onChange(section, { groupId: target.value === NEW ? null : target.value })}
            className="w-40 flex-none"
          >
            <option value={NEW}>{say('sectionNewGroup')}</option>
            {nested.map((group) => (
              <option key={group.id} value={group.id}>
                {group.name}
              </option>
            ))}
          </Select>
        )}
      </div>
      {on && groupId === undefined && (
        <div className="ps-7">
          <input
            aria-label={say('sectionNewName', section)}
            value={name}
            maxLength={MAX_GROUP_NAME}
            onChange={({ target }) => onChange(section, { name: target.value })}
            className={control}
          />
        </div>
      )}
    </li>
  )
}
