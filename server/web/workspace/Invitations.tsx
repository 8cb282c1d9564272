import { useQuery } from '@tanstack/react-query'
import { MailPlus } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Blank } from '../../../components/kit/Blank.tsx'
import { Button } from '../../../components/kit/Button.tsx'
import { Confirm } from '../../../components/kit/Confirm.tsx'
import { SelectField } from '../../../components/kit/Field.tsx'
import { Notice } from '../../../components/kit/Notice.tsx'
import { Skeleton } from '../../../components/kit/Skeleton.tsx'
import { Problem } from '../../../components/Problem.tsx'
import { PasteBox } from '../../../components/paste/PasteBox.tsx'
import { usePeopleIn } from '../../../components/paste/reader.ts'
import { usePastedFiles } from '../../../components/paste/usePastedFiles.ts'
import { useServices } from '../../../components/services.ts'
import { MAX_PEOPLE_PER_CALL } from '../../../lib/contract/limits.ts'
import { WorkspaceRole } from '../../../lib/contract/schemas.ts'
import { together } from '../../../lib/people/together.ts'
import { useAct } from '../kit/useAct.ts'
import { InvitationLine } from './InvitationLine.tsx'
import { roleName } from './roleName.ts'

const outcomeWord = {
  invited: 'invitedCount',
  pending: 'didPending',
  member: 'didMember',
  roleDiffers: 'didMember',
  offDomain: 'didOffDomain',
  invalid: 'didNoAddress',
} as const

/** Who is invited into the Workspace, and inviting more: anything with addresses in it. */
export const Invitations = ({ workspaceId }: { workspaceId: string }) => {
  const { call, say } = useServices()
  const [text, setText] = useState('')
  const [role, setRole] = useState<WorkspaceRole>('member')
  const files = usePastedFiles()
  const fromText = usePeopleIn(useDeferredValue(text))
  const people = useMemo(() => together([fromText, ...files.lists]), [fromText, files.lists])
  const found = people.flatMap(({ email }) => (email === undefined ? [] : [email]))
  const some = found.slice(0, MAX_PEOPLE_PER_CALL)
  const waiting = useQuery({
    queryKey: ['workspaceInvitations', workspaceId],
    queryFn: async () => (await call('workspacePeople.invited', { workspaceId })).rows,
  })
  const invite = useAct('workspacePeople.invite', () => {
    setText('')
    files.clear()
  })
  const told = useRef<HTMLParagraphElement>(null)
  const [taking, setTaking] = useState<string>()
  const uninvite = useAct('workspacePeople.uninvite', () => setTaking(undefined))
  const taken = uninvite.isSuccess && taking === undefined
  // The line that had the focus is gone.
  useEffect(() => {
    if (taken) told.current?.focus()
  }, [taken])
  const counts = Map.groupBy(invite.data?.outcomes ?? [], ({ outcome }) => outcome)
  const sentences = Object.entries(outcomeWord).flatMap(([outcome, key]) => {
    const count = counts.get(outcome as keyof typeof outcomeWord)?.length
    return count ? [say.count(key, count)] : []
  })
  return (
    <div className="min-h-0 flex-1 overflow-y-auto py-4">
      <form
        className="mb-6"
        onSubmit={(event) => {
          event.preventDefault()
          if (some.length > 0) invite.mutate({ workspaceId, people: some.map((email) => ({ email, role })) })
        }}
      >
        <PasteBox label={say('workspaceInvite')} text={text} onText={setText} files={files} people={people} />
        <div className="mx-4 flex flex-col gap-3">
          <div className="flex flex-wrap items-end gap-3">
            <div className="w-50">
              <SelectField
                label={say('roleForPeople')}
                value={role}
                onChange={({ target }) =>
                  setRole(WorkspaceRole.options.find((one) => one === target.value) ?? 'member')
                }
              >
                {WorkspaceRole.options.map((one) => (
                  <option key={one} value={one}>
                    {say(roleName[one])}
                  </option>
                ))}
              </SelectField>
            </div>
            <Button type="submit" look="primary" off={some.length === 0} busy={invite.isPending}>
              {some.length === 0 ? say('deedNobody') : say.count('invitePeople', some.length)}
            </Button>
            {found.length > some.length && (
              <span className="text-13 text-quiet">{say('inviteFirst', MAX_PEOPLE_PER_CALL)}</span>
            )}
          </div>
          {sentences.length > 0 && <Notice tone="good" title={sentences.join(' ')} />}
          {invite.error && <Problem problem={invite.error} />}
        </div>
      </form>
      <div className="px-4">
        <p ref={told} role="status" tabIndex={-1} className={taken ? 'mb-3 rounded-control text-13' : undefined}>
          {taken && say.count('didRevoke', 1)}
        </p>
        {waiting.error && <Problem problem={waiting.error} onRetry={() => void waiting.refetch()} />}
        {waiting.isPending && <Skeleton rows={3} />}
        {waiting.data?.length === 0 && (
          <Blank icon={MailPlus} title={say('nobodyPending')}>
            {say('workspaceNobodyInvited')}
          </Blank>
        )}
        {waiting.data && waiting.data.length > 0 && (
          <ul
            aria-label={say('statePending')}
            className="divide-y divide-line rounded-card border border-line bg-raised"
          >
            {waiting.data.map((invitation) => (
              <InvitationLine
                key={invitation.id}
                invitation={invitation}
                onRevoke={() => {
                  uninvite.reset()
                  setTaking(invitation.id)
                }}
              />
            ))}
          </ul>
        )}
      </div>
      {taking !== undefined && (
        <Confirm
          title={say.count('revokeTitle', 1)}
          deed={say('actRevoke')}
          busy={uninvite.isPending}
          onDo={() => uninvite.mutate({ workspaceId, invitationId: taking })}
          onClose={() => setTaking(undefined)}
        >
          <p>{say('revokeNow')}</p>
          {uninvite.error && <Problem problem={uninvite.error} />}
        </Confirm>
      )}
    </div>
  )
}
