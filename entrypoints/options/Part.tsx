import type { ReactNode } from 'react'

/** One matter of the page. */
export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="flex flex-col gap-3 rounded-card border border-line bg-raised p-5">
    <h2 className="text-16 font-semibold">{title}</h2>
    {children}
  </section>
)
