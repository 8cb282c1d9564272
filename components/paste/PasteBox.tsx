import { FileUp } from 'lucide-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import type { RosterPerson } from '../../lib/people/person.ts'
import { Button } from '../kit/Button.tsx'
import { control } from '../kit/control.ts'
import { cx } from '../kit/cx.ts'
import { focusOnMount } from '../kit/focusOnMount.ts'
import { useServices } from '../services.ts'
import { FileList } from './FileList.tsx'
import type { PastedFiles } from './usePastedFiles.ts'

interface Props {
  /** Default: what is said of a Group. */
  readonly label?: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly files: PastedFiles
  readonly people: readonly RosterPerson[]
}

/** What the file dialog shows first; anything else can be dropped. */
const KINDS = '.csv,.tsv,.txt,.xlsx,.json,.vcf,.eml,.html,text/*'

/** Takes whatever has addresses in it, typed, pasted, or as files, and counts as one goes. */
export const PasteBox = ({ label, text, onText, files, people }: Props) => {
  const { say, files: service } = useServices()
  const id = useId()
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const found = people.filter(({ email }) => email).length
  const drop = (event: DragEvent) => {
    setOver(false)
    const dropped = [...event.dataTransfer.files]
    if (dropped.length === 0) return
    event.preventDefault()
    files.add(dropped)
  }
  return (
    <div className="mx-4 mb-3 flex flex-none flex-col gap-1.5">
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="flex-none text-13 font-medium">
          {label ?? say('pasteLabel')}
        </label>
        <span role="status" className="min-w-0 truncate text-12 text-quiet">
          {(text.trim() || files.files.length > 0) && say.count('pasteFound', found)}
        </span>
        <Button
          small
          look="plain"
          className="ms-auto -me-2 flex-none"
          icon={<FileUp aria-hidden className="size-4" />}
          onClick={() => (service.here ? picker.current?.click() : service.openPage(text))}
        >
          {say(service.here ? 'fileChoose' : 'fileOnPage')}
        </Button>
        {service.here && (
          <input
            ref={picker}
            type="file"
            multiple
            accept={KINDS}
            hidden
            aria-label={say('fileChoose')}
            onChange={({ target }) => {
              files.add([...(target.files ?? [])])
              // The same file can be chosen again after it was taken out.
              target.value = ''
            }}
          />
        )}
      </div>
      <textarea
        id={id}
        value={text}
        rows={text || files.files.length > 0 ? 3 : 5}
        spellCheck={false}
        // Pasting is what one came for; nothing stands before it.
        ref={focusOnMount}
        placeholder={say(service.here ? 'pastePlaceholder' : 'pastePlaceholderText')}
        onChange={(event) => onText(event.target.value)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(control, 'resize-none py-2', over && 'border-accent bg-accent-wash')}
      />
      <FileList files={files} />
    </div>
  )
}
