import { type DragEvent, useId, useState } from 'react'
import type { RosterPerson } from '../../lib/people/person.ts'
import { cx } from '../kit/cx.ts'
import { control } from '../kit/Field.tsx'
import { focusOnMount } from '../kit/focusOnMount.ts'
import { useServices } from '../services.ts'

interface Props {
  readonly text: string
  readonly onText: (text: string) => void
  readonly people: readonly RosterPerson[]
}

/** Takes whatever has addresses in it, typed, pasted or dropped as a file, and counts as one goes. */
export const PasteBox = ({ text, onText, people }: Props) => {
  const { say } = useServices()
  const id = useId()
  const [over, setOver] = useState(false)
  const found = people.filter(({ email }) => email).length
  const drop = async (event: DragEvent) => {
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length === 0) return
    event.preventDefault()
    const texts = await Promise.all(files.map((file) => file.text()))
    onText([text, ...texts].filter(Boolean).join('\n'))
  }
  return (
    <div className="mx-4 mb-3 flex flex-none flex-col gap-1">
      <div className="flex items-baseline justify-between">
        <label htmlFor={id} className="text-13 font-medium">
          {say('pasteLabel')}
        </label>
        <span role="status" className="text-12 text-quiet">
          {text.trim() && say.count('pasteFound', found)}
        </span>
      </div>
      <textarea
        id={id}
        value={text}
        rows={text ? 3 : 5}
        spellCheck={false}
        // Pasting is what one came for; nothing stands before it.
        ref={focusOnMount}
        placeholder={say('pastePlaceholder')}
        onChange={(event) => onText(event.target.value)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => void drop(event)}
        className={cx(control, 'resize-none py-2', over && 'border-accent bg-accent-wash')}
      />
    </div>
  )
}
