import { ChevronDown, Plus } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Group } from '../../lib/contract/schemas.ts'
import { groupTree, narrow, searchGroups } from '../../lib/groups/tree.ts'
import { control } from '../kit/control.ts'
import { cx } from '../kit/cx.ts'
import { useServices } from '../services.ts'
import { GroupOption } from './GroupOption.tsx'

/** More than anybody scrolls through; typing finds the rest. */
const SHOWN = 100

interface Props {
  readonly label: string
  readonly groups: readonly Group[]
  readonly value: Group | undefined
  readonly onChange: (group: Group) => void
  /** Which Groups can be picked; the others show only where they hold one. */
  readonly pickable: (group: Group) => boolean
  /** Absent where this person may not create Groups. */
  readonly onNew?: (() => void) | undefined
}

/** The Group tree behind a text field: a combobox. Typing narrows it, arrows move, Enter picks, Escape leaves it as it was. */
export const GroupPicker = ({ label, groups, value, onChange, pickable, onNew }: Props) => {
  const { say } = useServices()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [at, setAt] = useState(-1)
  const open = typed !== null

  const tree = useMemo(
    () => narrow(groupTree(groups, say.language), (row) => pickable(row.group)),
    [groups, pickable, say.language],
  )
  const found = useMemo(() => searchGroups(tree, typed ?? '').slice(0, SHOWN), [tree, typed])
  const stops = found.flatMap((row, index) => (row.context ? [] : [index]))
  const newStop = found.length
  const allStops = onNew ? [...stops, newStop] : stops

  const usable = groups.length > 0
  // For whoever measures how long a screen takes until a Group can be picked.
  useEffect(() => {
    if (usable) performance.mark('groups-usable')
  }, [usable])

  const show = () => {
    if (open) return
    setTyped('')
    setAt(found.findIndex((row) => row.group.id === value?.id))
  }
  const hide = () => setTyped(null)
  const pick = (index: number) => {
    const row = found[index]
    if (index === newStop) onNew?.()
    else if (row && !row.context) onChange(row.group)
    else return
    hide()
  }
  const move = (by: number) => {
    const here = allStops.indexOf(at)
    const next =
      allStops[here === -1 ? (by > 0 ? 0 : allStops.length - 1) : (here + by + allStops.length) % allStops.length]
    if (next === undefined) return
    setAt(next)
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const down = event.key === 'ArrowDown'
    if (down || event.key === 'ArrowUp') {
      if (open) move(down ? 1 : -1)
      else show()
    } else if (event.key === 'Enter') {
      if (open) pick(at)
      else show()
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      hide()
    } else return
    event.preventDefault()
  }

  return (
    <div className="relative flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-13 font-medium">
        {label}
      </label>
      <div className="relative">
        <input
          ref={input}
          id={id}
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined}
          value={typed ?? value?.name ?? ''}
          placeholder={open && value ? value.name : say('groupPick')}
          onFocus={(event) => event.target.select()}
          onClick={show}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(searchGroups(tree, event.target.value).findIndex((row) => !row.context))
          }}
          onKeyDown={onKeyDown}
          onBlur={hide}
          className={cx(control, 'truncate pe-8')}
        />
        <ChevronDown aria-hidden className="pointer-events-none absolute inset-y-0 end-2.5 my-auto size-4 text-quiet" />
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        hidden={!open}
        // Keeps the focus in the field while the mouse is on the list.
        onMouseDown={(event) => event.preventDefault()}
        className="absolute inset-x-0 top-full z-20 mt-1 max-h-72 animate-appear overflow-y-auto rounded-card border border-line bg-raised p-1.5 shadow-float"
      >
        {open &&
          found.map((row, index) => (
            <GroupOption
              key={row.group.id}
              id={`${id}-${index}`}
              row={row}
              active={index === at}
              chosen={row.group.id === value?.id}
              onPick={() => pick(index)}
            />
          ))}
        {open && stops.length === 0 && <p className="px-2 py-1.5 text-13 text-quiet">{say('groupNoneFound')}</p>}
        {open && onNew && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox's field has the keyboard
          // biome-ignore lint/a11y/useFocusableInteractive: the combobox's field has the focus
          <div
            id={`${id}-${newStop}`}
            role="option"
            aria-selected={false}
            onClick={() => pick(newStop)}
            className={cx(
              'sticky -bottom-1.5 -mx-1.5 -mb-1.5 flex items-center gap-2 border-t border-line px-3.5 py-2.5 font-medium text-accent hover:bg-well',
              at === newStop ? 'bg-accent-wash -outline-offset-1 outline outline-transparent' : 'bg-raised',
            )}
          >
            <Plus aria-hidden className="size-4" />
            {say('groupNew')}
          </div>
        )}
      </div>
    </div>
  )
}
