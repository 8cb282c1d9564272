import { FileText, LoaderCircle, TriangleAlert, X } from 'lucide-react'
import type { MessageKey } from '../../lib/words.ts'
import { Button } from '../kit/Button.tsx'
import { IconButton } from '../kit/IconButton.tsx'
import { useServices } from '../services.ts'
import type { PastedFile, PastedFiles } from './usePastedFiles.ts'

const sentences: Readonly<Record<Exclude<PastedFile['state'], 'read'>, MessageKey>> = {
  reading: 'fileReading',
  nobody: 'fileNobody',
  tooLarge: 'fileTooLarge',
  unreadable: 'fileUnreadable',
}

/** The files whose people are on the list below: how many each brought, or why none, and the way to take one out again. */
export const FileList = ({ files: { files, takenOut, takeOut, putBack } }: { files: PastedFiles }) => {
  const { say } = useServices()
  if (files.length === 0 && !takenOut) return null
  return (
    <div role="status" className="flex max-h-28 flex-col gap-1 overflow-y-auto">
      {files.map((file) => (
        <div key={file.id} className="flex items-center gap-2 rounded-control bg-well ps-2.5 text-13">
          <FileIcon state={file.state} />
          <p className="min-w-0 flex-1 py-1">
            <bdi className="block truncate font-medium" title={file.name}>
              {file.name}
            </bdi>
            <span className="block text-12 text-quiet">
              {file.state === 'read' ? say.count('pasteFound', file.people.length) : say(sentences[file.state])}
            </span>
          </p>
          <IconButton label={say('fileTakeOut', file.name)} onClick={() => takeOut(file.id)}>
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
      ))}
      {takenOut && (
        <p className="flex items-center gap-2 ps-2.5 text-12 text-quiet">
          <span className="truncate">{say('fileTakenOut', takenOut.name)}</span>
          <Button small look="plain" className="flex-none" onClick={putBack}>
            {say('undo')}
          </Button>
        </p>
      )}
    </div>
  )
}

const FileIcon = ({ state }: { state: PastedFile['state'] }) => {
  if (state === 'reading') return <LoaderCircle aria-hidden className="size-4 flex-none animate-spin text-quiet" />
  if (state === 'read') return <FileText aria-hidden className="size-4 flex-none text-quiet" />
  return <TriangleAlert aria-hidden className="size-4 flex-none text-attention" />
}
