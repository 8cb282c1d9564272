import { CalendarClock, Link2Off, QrCode, RefreshCw } from 'lucide-react'
import { useId } from 'react'
import { Button } from '../kit/Button.tsx'
import { control } from '../kit/control.ts'
import { cx } from '../kit/cx.ts'
import { Notice } from '../kit/Notice.tsx'
import { useServices } from '../services.ts'
import { type AnyLink, linkFacts } from './linkWords.ts'

export type LinkDeed = 'qr' | 'limits' | 'rotate' | 'end'

interface Props {
  readonly link: AnyLink
  readonly onDeed: (deed: LinkDeed) => void
}

const deeds = [
  { deed: 'qr', icon: QrCode, word: 'linkQr' },
  { deed: 'limits', icon: CalendarClock, word: 'linkLimits' },
  { deed: 'rotate', icon: RefreshCw, word: 'linkRotate' },
  { deed: 'end', icon: Link2Off, word: 'linkEnd' },
] as const

/** The link itself, how it has been used, and what can be done with it. */
export const LinkCard = ({ link, onDeed }: Props) => {
  const { say } = useServices()
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
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
      <p className="text-12 text-quiet">{linkFacts(say, link).join(' · ')}</p>
      {link.ended && (
        <Notice tone="attention" title={say(link.ended === 'full' ? 'linkFull' : 'linkExpired')}>
          {say('linkEndedNow')}
        </Notice>
      )}
      <div className="-mx-2 flex flex-wrap">
        {deeds.map(({ deed, icon: Icon, word }) => (
          <Button
            key={deed}
            small
            look="plain"
            icon={<Icon aria-hidden className="size-4" />}
            onClick={() => onDeed(deed)}
          >
            {say(word)}
          </Button>
        ))}
      </div>
    </div>
  )
}
