import type { ReactNode } from 'react'
import { useServices } from '../services.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

interface Props {
  /** The question. */
  readonly title: string
  /** What will happen, and to whom. */
  readonly children: ReactNode
  /** The deed, in words: never "OK". */
  readonly deed: string
  readonly busy?: boolean
  /** Something is still to be typed. */
  readonly off?: boolean
  readonly onDo: () => void
  readonly onClose: () => void
}

/** A second look at what cannot be taken back. */
export const Confirm = ({ title, children, deed, busy = false, off = false, onDo, onClose }: Props) => {
  const { say } = useServices()
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="mb-4 flex flex-col gap-2 text-quiet">{children}</div>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" busy={busy} off={off} onClick={onDo}>
          {deed}
        </Button>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </div>
    </Dialog>
  )
}
