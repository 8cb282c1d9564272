import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './IconButton.tsx'

interface Props {
  readonly title: string
  /** What its cross is called. Where there is nothing to cancel, it has one, and a press beside it closes it as well. */
  readonly cross?: string | undefined
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * The browser's own modal dialog: it holds the focus, Escape closes it, focus goes back where it was. It comes without
 * a fade: in the panel what is see-through cannot be pressed.
 */
export const Dialog = ({ title, cross, onClose, children }: Props) => {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      {...(cross && { closedby: 'any' })}
      className="m-auto w-[min(420px,calc(100vw-32px))] animate-settle rounded-card border border-line bg-raised p-5 text-text shadow-float"
    >
      <div className="mb-3 flex items-start gap-2">
        <h2 id={id} className="min-w-0 flex-1 text-16 font-semibold wrap-anywhere">
          {title}
        </h2>
        {cross && (
          <IconButton label={cross} className="-my-1 -me-2" onClick={() => dialog.current?.close()}>
            <X aria-hidden className="size-4.5" />
          </IconButton>
        )}
      </div>
      {children}
    </dialog>
  )
}
