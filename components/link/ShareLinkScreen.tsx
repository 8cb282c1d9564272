import { type ReactNode, useState } from 'react'
import type { Group, GroupRole, LinkAccess, ShareLink } from '../../lib/contract/schemas.ts'
import { RolePicker } from '../group/RolePicker.tsx'
import { cx } from '../kit/cx.ts'
import { Notice } from '../kit/Notice.tsx'
import { useCopy } from '../kit/useCopy.ts'
import { useLiveMaybe } from '../live.ts'
import { Problem } from '../Problem.tsx'
import { useServices } from '../services.ts'
import { AccessRadios } from './AccessRadios.tsx'
import { LinkCard, type LinkDeed } from './LinkCard.tsx'
import { LinkDialogs } from './LinkDialogs.tsx'
import { LinkFoot } from './LinkFoot.tsx'
import { OtherLinks } from './OtherLinks.tsx'
import { useLinkPeople } from './useLinkPeople.ts'
import { useShareLink } from './useShareLink.ts'

interface Props {
  readonly group: Group
  /** Chooses the Group; absent where the page is about one. */
  readonly picker?: ReactNode
}

/** One link per access and role: pick both, copy; and what else can be done with it. */
export const ShareLinkScreen = ({ group, picker }: Props) => {
  const { roster, say } = useServices()
  const state = useLiveMaybe(roster)
  const read = state?.kind === 'ready' ? state.roster : undefined
  const people = useLinkPeople(read, group)
  const [access, setAccess] = useState<LinkAccess>('restricted')
  const [picked, setPicked] = useState<GroupRole>('member')
  const role = access === 'restricted' ? picked : 'member'
  const share = useShareLink(group.id, access, role)
  const [deed, setDeed] = useState<LinkDeed>()
  const { copy, copied, copying, problem } = useCopy()
  const { link, links, others } = share
  const pick = (one: ShareLink) => {
    setAccess(one.access)
    setPicked(one.role)
  }
  return (
    <>
      <div className={cx('grid flex-none gap-2 px-4 py-3', picker ? 'grid-cols-[1fr_128px]' : 'grid-cols-[200px]')}>
        {picker}
        {access === 'roster' ? (
          <p className="self-end pb-2 text-12 text-quiet">{say('linkRosterRole')}</p>
        ) : (
          <RolePicker
            label={say('roleForPeople')}
            value={role}
            onChange={setPicked}
            off={(one) => (access === 'anyone' && one !== 'member' ? say('anyoneMemberOnly') : undefined)}
          />
        )}
      </div>
      <div className="flex flex-1 flex-col gap-4 overflow-y-auto px-4 pb-4">
        <AccessRadios
          value={access}
          onChange={setAccess}
          roster={people.length > 0 ? (read?.complete ? 'whole' : 'partial') : 'none'}
          hasRosterLink={links.data?.some((one) => one.access === 'roster') ?? false}
        />
        {access === 'anyone' && (
          <Notice tone="attention" title={say('anyoneWarning')}>
            {say('anyoneWarningNow')}
          </Notice>
        )}
        {links.data && !link && (
          <p className="text-13 text-quiet">
            {access === 'roster' ? say.count('linkRosterNone', people.length) : say('linkNone')}
          </p>
        )}
        {link && <LinkCard link={link} onDeed={setDeed} />}
        {links.error && <Problem problem={links.error} onRetry={() => void links.refetch()} />}
        {problem && <Problem problem={problem} />}
        <OtherLinks title={say('linkOthers')} links={others} onPick={pick} />
      </div>
      <LinkFoot
        link={link}
        listed={access === 'roster' && read?.complete ? people : undefined}
        copied={copied}
        copying={copying}
        onCopy={copy}
        make={share.make}
      />
      {link && (
        <LinkDialogs deed={deed} place={group.name} link={link} acts={share} onClose={() => setDeed(undefined)} />
      )}
    </>
  )
}
