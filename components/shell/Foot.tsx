import type { ReactNode } from 'react'

/** Always in sight: what the main button does, and the quiet one beside it. */
export const Foot = ({ note, children }: { note?: ReactNode; children: ReactNode }) => (
  <footer className="flex flex-none flex-col gap-2 border-t border-line bg-raised px-4 py-3 short:sticky short:bottom-0 short:z-10">
    {note && <p className="text-12 text-quiet">{note}</p>}
    <div className="flex flex-wrap gap-2">{children}</div>
  </footer>
)
