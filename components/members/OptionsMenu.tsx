import { ListFilter } from 'lucide-react'
import { cx } from '../kit/cx.ts'
import { SelectField } from '../kit/Field.tsx'
import { IconButton } from '../kit/IconButton.tsx'
import { Menu } from '../kit/Menu.tsx'
import { groupRoles, roleName } from '../roleWords.ts'
import { useServices } from '../services.ts'
import { isNarrowed, type ListOptions } from './listOptions.ts'

const origins = [
  { origin: 'roster', word: 'originRoster' },
  { origin: 'manual', word: 'originManual' },
  { origin: 'link', word: 'originLink' },
  { origin: 'inherited', word: 'originInherited' },
] as const
const orders = [
  { sort: 'name', word: 'orderName' },
  { sort: 'newest', word: 'orderNewest' },
  { sort: 'role', word: 'orderRole' },
] as const

interface Props {
  readonly value: ListOptions
  readonly onChange: (options: ListOptions) => void
}

/** Which roles and origins are listed, and in which order. */
export const OptionsMenu = ({ value, onChange }: Props) => {
  const { say } = useServices()
  const { role, origin, sort } = value
  return (
    <Menu
      label={say('listOptions')}
      align="end"
      className="w-60"
      button={(given) => (
        <IconButton
          {...given}
          label={say('listOptions')}
          className={cx('size-9', isNarrowed(value) && 'bg-accent-wash text-accent')}
        >
          <ListFilter aria-hidden className="size-4" />
        </IconButton>
      )}
    >
      {() => (
        <div className="flex flex-col gap-3 p-1.5">
          <SelectField
            label={say('columnRole')}
            value={role ?? ''}
            onChange={({ target }) => {
              const picked = groupRoles.find((one) => one === target.value)
              const { role: _, ...rest } = value
              onChange(picked ? { ...rest, role: picked } : rest)
            }}
          >
            <option value="">{say('filterAll')}</option>
            {groupRoles.map((one) => (
              <option key={one} value={one}>
                {say(roleName[one])}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={say('cameBy')}
            value={origin ?? ''}
            onChange={({ target }) => {
              const picked = origins.find((one) => one.origin === target.value)?.origin
              const { origin: _, ...rest } = value
              onChange(picked ? { ...rest, origin: picked } : rest)
            }}
          >
            <option value="">{say('filterAll')}</option>
            {origins.map((one) => (
              <option key={one.origin} value={one.origin}>
                {say(one.word)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={say('orderBy')}
            value={sort ?? 'name'}
            onChange={({ target }) => {
              const picked = orders.find((one) => one.sort === target.value)?.sort
              const { sort: _, ...rest } = value
              onChange(picked && picked !== 'name' ? { ...rest, sort: picked } : rest)
            }}
          >
            {orders.map((one) => (
              <option key={one.sort} value={one.sort}>
                {say(one.word)}
              </option>
            ))}
          </SelectField>
        </div>
      )}
    </Menu>
  )
}
