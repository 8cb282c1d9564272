import { ChevronRight } from 'lucide-react'
import { useServices } from '../services.ts'
import { type AnyLink, linkFacts, linkName } from './linkWords.ts'

interface Props<L extends AnyLink> {
  readonly title: string
  readonly links: readonly L[]
  readonly onPick: (link: L) => void
}

/** The other links of a place: what is out there, and the way to each. */
export const OtherLinks = <L extends AnyLink>({ title, links, onPick }: Props<L>) => {
  const { say } = useServices()
  if (links.length === 0) return null
  return (
    <section className="flex flex-col gap-1.5">
      <h2 className="text-13 font-medium">{title}</h2>
      <ul className="divide-y divide-line overflow-hidden rounded-control border border-line bg-raised">
        {links.map((link) => (
          <li key={link.id}>
            <button
              type="button"
              onClick={() => onPick(link)}
              className="flex w-full items-center gap-2 px-3 py-2 text-start transition-colors -outline-offset-2 hover:bg-well"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{linkName(say, link)}</span>
                <span className="block text-12 text-quiet">
                  {link.ended
                    ? say(link.ended === 'full' ? 'linkFull' : 'linkExpired')
                    : linkFacts(say, link).join(' · ')}
                </span>
              </span>
              <ChevronRight aria-hidden className="size-4 flex-none text-quiet rtl:-scale-x-100" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
