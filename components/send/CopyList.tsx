import { Check, Copy } from 'lucide-react'
import { table } from '../../lib/people/table.ts'
import { Button } from '../kit/Button.tsx'
import { useCopy } from '../kit/useCopy.ts'
import { useServices } from '../services.ts'
import type { SentPerson } from './sentPeople.ts'
import { sentTable } from './sentTable.ts'

/** Takes the list along, as a table that a spreadsheet understands. */
export const CopyList = ({ people }: { people: readonly SentPerson[] }) => {
  const { say } = useServices()
  const { copy, copied } = useCopy()
  return (
    <Button
      icon={copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
      onClick={() => copy(table(sentTable(say, people)))}
    >
      <span aria-live="polite">{say(copied ? 'copied' : 'copyList')}</span>
    </Button>
  )
}
