import type { Say } from '../../lib/words.ts'

/** How many of those invited have accepted, in words. */
export const acceptedWords = (say: Say, members: number, pending: number): string =>
  pending === 0 ? say.count('glanceAll', members) : say('glanceOf', say.number(members), say.number(members + pending))

/** The same as a bar, which goes with the words. */
export const AcceptedBar = ({ members, pending }: { members: number; pending: number }) => (
  <div aria-hidden className="flex h-1.5 overflow-hidden rounded-full bg-well">
    <span data-fill className="bg-good" style={{ flexGrow: members }} />
    <span style={{ flexGrow: pending }} />
  </div>
)
