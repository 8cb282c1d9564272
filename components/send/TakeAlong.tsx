import { CopyList } from './CopyList.tsx'
import { SaveList } from './SaveList.tsx'
import type { SentPerson } from './sentPeople.ts'

interface Props {
  readonly people: readonly SentPerson[]
  /** Whose they are: the file is named after it. */
  readonly name: string
}

/** The two ways to take a list along, beside the main button where there is room, else below it. */
export const TakeAlong = ({ people, name }: Props) => (
  <div className="flex flex-auto gap-2 *:flex-auto *:whitespace-nowrap">
    <CopyList people={people} />
    <SaveList people={people} name={name} />
  </div>
)
