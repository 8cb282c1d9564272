import { useId } from 'react'
import type { ShareLink } from '../../lib/contract/schemas.ts'
import { Button } from '../kit/Button.tsx'
import { cx } from '../kit/cx.ts'
import { control } from '../kit/Field.tsx'
import { useServices } from '../services.ts'

interface Props {
  readonly link: ShareLink
  readonly ending: boolean
  readonly onEnd: () => void
}

/** The live link itself, how often it was used, and the way to end it. */
export const LinkCard = ({ link, ending, onEnd }: Props) => {
  const { say } = useServices()
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-13 font-medium">
        {say('linkIs')}
      </label>
      <input
        id={id}
        dir="ltr"
        readOnly
        value={link.url}
        onFocus={(event) => event.target.select()}
        className={cx(control, 'truncate bg-well')}
      />
      <div className="flex min-h-7 items-center justify-between gap-2 text-12 text-quiet">
        <span>{link.uses === 0 ? say('linkUnused') : say.count('linkUses', link.uses)}</span>
        <Button small look="plain" busy={ending} onClick={onEnd}>
          {say('linkEnd')}
        </Button>
      </div>
    </div>
  )
}
