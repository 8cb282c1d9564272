import { Search } from 'lucide-react'
import { Fragment, type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import type { Group, Workspace } from '../../lib/contract/schemas.ts'
import type { Places } from '../../lib/groups/places.ts'
import { groupTree, narrow, searchGroups } from '../../lib/groups/tree.ts'
import { matches } from '../../lib/people/searchText.ts'
import { control } from '../kit/control.ts'
import { cx } from '../kit/cx.ts'
import { useServices } from '../services.ts'
import { GroupOption } from './GroupOption.tsx'
import { placeValue } from './placeValue.ts'
import { SpaceOption } from './SpaceOption.tsx'

/** More than anybody scrolls through; typing finds the rest. */
const SHOWN = 100
/** As many are seen at a glance. */
const FEW = 6

/** Where a Group may lie in one Workspace. */
interface Offer {
  readonly workspace: Workspace
  readonly places: Places
}

interface Props {
  readonly label: string
  /** All that this person sees: they say where the offered ones lie. */
  readonly groups: readonly Group[]
  readonly offers: readonly Offer[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/**
 * Places as a tree that is always open. Many stand below a field that narrows them: a combobox; a few are a list box.
 * Arrows and letters choose, Enter is for the form around it.
 */
export const PlaceList = ({ label, groups, offers, value, onChange }: Props) => {
  const { say } = useServices()
  const id = useId()
  const [typed, setTyped] = useState('')
  const all = useMemo(() => groupTree(groups, say.language), [groups, say.language])
  const trees = offers.map(({ workspace, places }) => {
    const offered = new Set(places.groups.map((group) => group.id))
    return { workspace, places, tree: narrow(all, ({ group }) => offered.has(group.id)) }
  })
  const find = (text: string) =>
    trees.map(({ workspace, places, tree }) => {
      const named = { workspace: say('groupAtTop', workspace.name), private: say('groupPrivateSpace') }
      const spaces = places.spaces
        .filter((space) => matches([named[space], workspace.name], text))
        .map((space) => ({ space, value: placeValue(workspace.id, { parentId: null, space }) }))
      const rows = searchGroups(tree, text).slice(0, SHOWN)
      const stops = [...spaces.map((one) => one.value), ...rows.flatMap((row) => (row.context ? [] : [row.group.id]))]
      return { workspace, spaces, rows, stops }
    })
  const found = find(typed)
  const stops = found.flatMap((one) => one.stops)
  const few = offers.reduce((count, { places }) => count + places.spaces.length + places.groups.length, 0) <= FEW
  const optionId = (of: string) => `${id}-${of}`
  const show = (of: string) => document.getElementById(optionId(of))?.scrollIntoView({ block: 'nearest' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, where it stands when the list is opened
  useEffect(() => show(value), [])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { key } = event
    const at = stops.indexOf(value)
    const next =
      key === 'ArrowDown'
        ? stops[(at + 1) % stops.length]
        : key === 'ArrowUp'
          ? stops.at(at <= 0 ? -1 : at - 1)
          : few && key === 'Home'
            ? stops[0]
            : few && key === 'End'
              ? stops.at(-1)
              : undefined
    if (next !== undefined) {
      onChange(next)
      show(next)
    } else if (key === 'Escape' && typed) {
      event.stopPropagation()
      setTyped('')
    } else if (key === 'Enter' && few)
      event.currentTarget.closest('form')?.querySelector<HTMLElement>('[type="submit"]')?.click()
    else return
    event.preventDefault()
  }
  const marked = stops.includes(value) ? optionId(value) : undefined
  const option = (of: string) => ({ id: optionId(of), chosen: of === value, onPick: () => onChange(of) })
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label id={`${id}-label`} htmlFor={few ? undefined : id} className="text-13 font-medium">
        {label}
      </label>
      {!few && (
        <div className="relative">
          <Search aria-hidden className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-quiet" />
          <input
            id={id}
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-expanded
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={marked}
            value={typed}
            placeholder={say('groupFind')}
            onChange={({ target }) => {
              setTyped(target.value)
              const first = find(target.value).find((one) => one.stops.length > 0)?.stops[0]
              if (target.value && first !== undefined) onChange(first)
            }}
            onKeyDown={onKeyDown}
            className={cx(control, 'ps-8.5')}
          />
        </div>
      )}
      <div
        id={`${id}-list`}
        role="listbox"
        hidden={stops.length === 0}
        aria-labelledby={`${id}-label`}
        {...(few
          ? { tabIndex: 0, 'aria-activedescendant': marked, onKeyDown }
          : // Keeps the focus in the field while the mouse is on the list.
            { onMouseDown: (event) => event.preventDefault() })}
        className={cx(
          'overflow-y-auto rounded-card border border-line bg-raised p-1.5',
          few ? 'max-h-64' : 'mt-1 h-56',
        )}
      >
        {found.map(({ workspace, spaces, rows, stops: { length } }) => {
          const options = (
            <>
              {spaces.map((one) => (
                <SpaceOption key={one.value} {...option(one.value)} workspace={workspace} space={one.space} />
              ))}
              {rows.map((row) => (
                <GroupOption
                  key={row.group.id}
                  {...option(row.group.id)}
                  row={row}
                  active={row.group.id === value}
                  onPick={() => !row.context && onChange(row.group.id)}
                />
              ))}
            </>
          )
          if (offers.length === 1) return <Fragment key={workspace.id}>{options}</Fragment>
          return (
            length > 0 && (
              // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
              <div key={workspace.id} role="group" aria-label={workspace.name} className="not-first:mt-2">
                <bdi aria-hidden className="block truncate px-2 pb-1 text-12 font-medium text-quiet">
                  {workspace.name}
                </bdi>
                {options}
              </div>
            )
          )
        })}
      </div>
      <p role="status" className={stops.length === 0 ? 'text-13 text-quiet' : 'sr-only'}>
        {stops.length === 0 && say('groupNoneFound')}
      </p>
    </div>
  )
}
