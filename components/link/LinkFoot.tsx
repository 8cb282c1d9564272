import { Check, Copy, Link2, UsersRound } from 'lucide-react'
import { Button } from '../kit/Button.tsx'
import { useServices } from '../services.ts'
import { Foot } from '../shell/Foot.tsx'
import type { AnyLink } from './linkWords.ts'
import type { LinkPeople } from './useShareLink.ts'

interface Props {
  readonly link: AnyLink | undefined
  /** Whom a roster link lets in from now on; absent for other links, and where the roster is not whole. */
  readonly listed: LinkPeople | undefined
  readonly copied: boolean
  readonly copying: boolean
  readonly onCopy: (text: string | (() => Promise<string>)) => void
  readonly make: (people?: LinkPeople) => Promise<string>
}

/** Copies the link, making it first where there is none. The button of a roster link says how many addresses leave the page. */
export const LinkFoot = ({ link, listed, copied, copying, onCopy, make }: Props) => {
  const { say } = useServices()
  const Icon = copied ? Check : link ? Copy : Link2
  return (
    <Foot>
      <Button
        look="primary"
        className="flex-1"
        busy={copying}
        icon={<Icon aria-hidden className="size-4" />}
        off={link?.ended !== undefined}
        onClick={() => onCopy(link?.url ?? (() => make(listed)))}
      >
        {copied
          ? say('copied')
          : link
            ? say('copyLink')
            : listed
              ? say.count('makeRosterLink', listed.length)
              : say('makeAndCopy')}
      </Button>
      {link && listed && link.people !== listed.length && (
        <Button
          busy={copying}
          icon={<UsersRound aria-hidden className="size-4" />}
          onClick={() => onCopy(() => make(listed))}
        >
          {say.count('linkRosterRenew', listed.length)}
        </Button>
      )}
      <span role="status" className="sr-only">
        {copied && say('copied')}
      </span>
    </Foot>
  )
}
