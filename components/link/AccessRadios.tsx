import { Globe, Lock } from 'lucide-react'
import type { LinkAccess } from '../../lib/contract/schemas.ts'
import { Radios } from '../kit/Radios.tsx'
import { useServices } from '../services.ts'

interface Props {
  readonly value: LinkAccess
  readonly onChange: (access: LinkAccess) => void
}

/** Who gets in with the link. */
export const AccessRadios = ({ value, onChange }: Props) => {
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
          icon: <Lock aria-hidden className="mt-0.5 size-4 flex-none text-quiet" />,
        },
        {
          id: 'anyone',
          label: say('linkAnyone'),
          line: say('linkAnyoneLine'),
          icon: <Globe aria-hidden className="mt-0.5 size-4 flex-none text-quiet" />,
        },
      ]}
    />
  )
}
