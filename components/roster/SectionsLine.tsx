import { Split } from 'lucide-react'
import { Button } from '../kit/Button.tsx'
import { useServices } from '../services.ts'
import { Line } from './Line.tsx'

interface Props {
  readonly sections: number
  /** Sections that have a Group already. */
  readonly withGroup: number
  readonly onOpen: () => void
}

/** The course has sections: the way to a Group for each. */
export const SectionsLine = ({ sections, withGroup, onOpen }: Props) => {
  const { say } = useServices()
  return (
    <Line
      icon={Split}
      words={withGroup > 0 ? say.count('sectionsSeated', withGroup, sections) : say.count('sectionsHere', sections)}
    >
      <Button small look="plain" className="min-h-6 px-1" onClick={onOpen}>
        {say('bySection')}
      </Button>
    </Line>
  )
}
