import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { Confirm } from '../../../components/kit/Confirm.tsx'
import { Notice } from '../../../components/kit/Notice.tsx'
import { Skeleton } from '../../../components/kit/Skeleton.tsx'
import { Problem } from '../../../components/Problem.tsx'
import { useServices } from '../../../components/services.ts'
import { Part } from '../kit/Part.tsx'
import { useAct } from '../kit/useAct.ts'
import { useWaiting } from './useWaiting.ts'
import { type Waiting, WaitingLine } from './WaitingLine.tsx'

/** What was answered last, and where it leads. */
interface Answered {
  readonly title: string
  readonly to?: { readonly path: string; readonly word: string }
}

const placeOf = ({ group, workspace }: Waiting) => group ?? workspace

/** The invitations that wait for the person, each with its answers. */
export const InvitationsPart = () => {
  const { say } = useServices()
  const waiting = useWaiting()
  const [answered, setAnswered] = useState<Answered>()
  const [declining, setDeclining] = useState<Waiting>()
  const accept = useAct('me.accept')
  const decline = useAct('me.decline')
  const told = useRef<HTMLDivElement>(null)
  // The line that had the focus is gone.
  useEffect(() => {
    if (answered) told.current?.focus()
  }, [answered])
  const doAccept = (invitation: Waiting) => {
    decline.reset()
    accept.mutate(
      { invitationId: invitation.id },
      {
        onSuccess: ({ groupId }) =>
          setAnswered({
            title: say('youAreIn', placeOf(invitation)),
            to: groupId ? { path: `/groups/${groupId}`, word: say('openIt') } : { path: '/', word: say('openGroups') },
          }),
      },
    )
  }
  const doDecline = (invitation: Waiting) => {
    accept.reset()
    decline.mutate(
      { invitationId: invitation.id },
      {
        onSuccess: () => setAnswered({ title: say('youDeclined', placeOf(invitation)) }),
        onSettled: () => setDeclining(undefined),
      },
    )
  }
  const problem = accept.error ?? decline.error
  return (
    <Part title={say('tabInvitations')} line={say('myInvitationsLine')}>
      {answered && (
        <div ref={told} tabIndex={-1} className="w-full rounded-control">
          <Notice tone={answered.to ? 'good' : 'info'} title={answered.title}>
            {answered.to && (
              <Link href={answered.to.path} className="rounded-control font-medium text-accent hover:underline">
                {answered.to.word}
              </Link>
            )}
          </Notice>
        </div>
      )}
      {problem && <Problem problem={problem} />}
      {waiting.error && !waiting.data && <Problem problem={waiting.error} onRetry={() => void waiting.refetch()} />}
      {waiting.isPending && <Skeleton rows={1} />}
      {waiting.data?.length === 0 && <p className="text-quiet">{say('noInvitations')}</p>}
      {waiting.data && waiting.data.length > 0 && (
        <ul className="w-full divide-y divide-line rounded-card border border-line bg-raised">
          {waiting.data.map((invitation) => (
            <WaitingLine
              key={invitation.id}
              invitation={invitation}
              busy={accept.isPending && accept.variables.invitationId === invitation.id}
              off={accept.isPending}
              onAccept={() => doAccept(invitation)}
              onDecline={() => setDeclining(invitation)}
            />
          ))}
        </ul>
      )}
      {declining && (
        <Confirm
          title={say('declineTitle', placeOf(declining))}
          deed={say('actDecline')}
          busy={decline.isPending}
          onDo={() => doDecline(declining)}
          onClose={() => setDeclining(undefined)}
        >
          <p>{say('declineNow')}</p>
        </Confirm>
      )}
    </Part>
  )
}
