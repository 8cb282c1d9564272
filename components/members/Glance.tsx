import { MailWarning } from 'lucide-react'
import type { Group } from '../../lib/contract/schemas.ts'
import { Button } from '../kit/Button.tsx'
import { useServices } from '../services.ts'
import { AcceptedBar, acceptedWords } from './AcceptedBar.tsx'

interface Props {
  readonly group: Group
  /** Invitations whose mail came back; absent while not known. */
  readonly bounced: number | undefined
  readonly onBounced: () => void
}

/** How far a Group has come, in one bar; what needs somebody's hand stands first. */
export const Glance = ({ group: { members, pending }, bounced, onBounced }: Props) => {
  const { say } = useServices()
  if (members === null || pending === null || members + pending === 0) return null
  return (
    <div className="flex flex-none flex-col gap-1 px-4 pt-3">
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-3">
        {bounced ? (
          <Button
            small
            look="plain"
            className="-ms-2 text-attention"
            icon={<MailWarning aria-hidden className="size-4" />}
            onClick={onBounced}
          >
            {say.count('bouncedMails', bounced)}
          </Button>
        ) : null}
        <p className="text-12 text-quiet">{acceptedWords(say, members, pending)}</p>
      </div>
      <AcceptedBar members={members} pending={pending} />
    </div>
  )
}
