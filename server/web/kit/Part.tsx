import { type ReactNode, useId } from 'react'

interface Props {
  readonly title: string
  /** One sentence on what it is for. */
  readonly line?: ReactNode
  readonly children: ReactNode
}

/** One matter of a page of settings. */
export const Part = ({ title, line, children }: Props) => {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="border-b border-line py-6 last:border-b-0 wide:grid wide:grid-cols-[240px_1fr] wide:gap-8"
    >
      <div className="mb-3">
        <h2 id={id} className="text-14 font-semibold">
          {title}
        </h2>
        {line && <p className="mt-1 text-13 text-pretty text-quiet">{line}</p>}
      </div>
      <div className="flex max-w-110 flex-col items-start gap-3">{children}</div>
    </section>
  )
}
