import { Globe, ListChecks, Lock } from 'lucide-react'
import type { LinkAccess } from '../../lib/contract/schemas.ts'
import { Radios } from '../kit/Radios.tsx'
import { useServices } from '../services.ts'

interface Props {
  readonly value: LinkAccess
  readonly onChange: (access: LinkAccess) => void
  /** The roster that is open: its list can be taken when it is whole. */
  readonly roster: 'whole' | 'partial' | 'none'
  /** A roster link exists: it can be copied and ended wherever one is. */
  readonly hasRosterLink: boolean
}

const mark = 'mt-0.5 size-4 flex-none text-quiet'

/** Who gets in with the link. */
export const AccessRadios = ({ value, onChange, roster, hasRosterLink }: Props) => {
  const { say } = useServices()
  return (
    <Radios
      legend={say('linkAccess')}
      value={value}
      onChange={onChange}
      choices={[
        {
          id: 'restricted',
          label: say('linkRestricted'),
          line: say('linkRestrictedLine'),
          icon: <Lock aria-hidden className={mark} />,
        },
        ...(roster === 'none' && !hasRosterLink
          ? []
          : [
              {
                id: 'roster' as const,
                label: say('linkRoster'),
                line: say(roster === 'partial' && !hasRosterLink ? 'linkRosterPartial' : 'linkRosterLine'),
                off: roster === 'partial' && !hasRosterLink,
                icon: <ListChecks aria-hidden className={mark} />,
              },
            ]),
        {
          id: 'anyone',
          label: say('linkAnyone'),
          line: say('linkAnyoneLine'),
          icon: <Globe aria-hidden className={mark} />,
        },
      ]}
    />
  )
}
