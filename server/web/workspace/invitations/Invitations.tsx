import { useDeferredValue, useMemo, useState } from 'react'
import { Button } from '../../../../components/kit/Button.tsx'
import { SelectField } from '../../../../components/kit/Field.tsx'
import { Notice } from '../../../../components/kit/Notice.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { PasteBox } from '../../../../components/paste/PasteBox.tsx'
import { usePeopleIn } from '../../../../components/paste/reader.ts'
import { usePastedFiles } from '../../../../components/paste/usePastedFiles.ts'
import { useServices } from '../../../../components/services.ts'
import { MAX_PEOPLE_PER_CALL } from '../../../../lib/contract/limits.ts'
import { WorkspaceRole } from '../../../../lib/contract/schemas.ts'
import { together } from '../../../../lib/people/together.ts'
import { useAct } from '../../kit/useAct.ts'
import { roleName } from '../roleName.ts'
import { InvitationList } from './InvitationList.tsx'

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
  const { say } = useServices()
  const [text, setText] = useState('')
  const [role, setRole] = useState<WorkspaceRole>('member')
  const files = usePastedFiles()
  const fromText = usePeopleIn(useDeferredValue(text))
  const people = useMemo(() => together([fromText, ...files.lists]), [fromText, files.lists])
  const found = people.flatMap(({ email }) => (email === undefined ? [] : [email]))
  const some = found.slice(0, MAX_PEOPLE_PER_CALL)
  const invite = useAct('workspacePeople.invite', () => {
    setText('')
    files.clear()
  })
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
      <InvitationList workspaceId={workspaceId} />
    </div>
  )
}
