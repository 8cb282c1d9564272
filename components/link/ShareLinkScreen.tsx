import { Check, Copy, Link2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Group, GroupRole, LinkAccess } from '../../lib/contract/schemas.ts'
import { RolePicker } from '../group/RolePicker.tsx'
import { Button } from '../kit/Button.tsx'
import { cx } from '../kit/cx.ts'
import { Notice } from '../kit/Notice.tsx'
import { useCopy } from '../kit/useCopy.ts'
import { Problem } from '../Problem.tsx'
import { useServices } from '../services.ts'
import { Foot } from '../shell/Foot.tsx'
import { AccessRadios } from './AccessRadios.tsx'
import { LinkCard } from './LinkCard.tsx'
import { useShareLink } from './useShareLink.ts'

interface Props {
  readonly group: Group
  /** Chooses the Group; absent where the page is about one. */
  readonly picker?: ReactNode
}

/** One link per access and role: pick both, copy. */
export const ShareLinkScreen = ({ group, picker }: Props) => {
  const { say } = useServices()
  const [access, setAccess] = useState<LinkAccess>('restricted')
  const [picked, setPicked] = useState<GroupRole>('member')
  const role = access === 'anyone' ? 'member' : picked
  const { link, make, end, links } = useShareLink(group.id, access, role)
  const { copy, copied, copying, problem } = useCopy()
  const Icon = copied ? Check : link ? Copy : Link2
  return (
    <>
      <div className={cx('grid flex-none gap-2 px-4 py-3', picker ? 'grid-cols-[1fr_128px]' : 'grid-cols-[200px]')}>
        {picker}
        <RolePicker
          label={say('roleForPeople')}
          value={role}
          onChange={setPicked}
          off={(one) => (access === 'anyone' && one !== 'member' ? say('anyoneMemberOnly') : undefined)}
        />
      </div>
      <div className="flex flex-1 flex-col gap-4 overflow-y-auto px-4 pb-4">
        <AccessRadios value={access} onChange={setAccess} />
        {access === 'anyone' && (
          <Notice tone="attention" title={say('anyoneWarning')}>
            {say('anyoneWarningNow')}
          </Notice>
        )}
        {links.data && !link && <p className="text-13 text-quiet">{say('linkNone')}</p>}
        {link && <LinkCard link={link} ending={end.isPending} onEnd={() => end.mutate(link.id)} />}
        {links.error && <Problem problem={links.error} onRetry={() => void links.refetch()} />}
        {(problem ?? end.error) && <Problem problem={problem ?? end.error} />}
      </div>
      <Foot>
        <Button
          look="primary"
          className="flex-1"
          busy={copying}
          icon={<Icon aria-hidden className="size-4" />}
          onClick={() => copy(link?.url ?? make)}
        >
          {say(copied ? 'copied' : link ? 'copyLink' : 'makeAndCopy')}
        </Button>
        <span role="status" className="sr-only">
          {copied && say('copied')}
        </span>
      </Foot>
    </>
  )
}
