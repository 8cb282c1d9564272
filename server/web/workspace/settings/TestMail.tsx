import { Mail } from 'lucide-react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Notice } from '../../../../components/kit/Notice.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useMe } from '../../../../components/queries.ts'
import { useServices } from '../../../../components/services.ts'
import type { CallOutput } from '../../../../lib/contract/calls.ts'
import type { MessageKey } from '../../../../lib/words.ts'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'

type Result = CallOutput<'workspaces.testMail'>['result']

/** What the mail server did, and what now. */
const words: Readonly<Record<Result, readonly [what: MessageKey, now: MessageKey]>> = {
  sent: ['testSent', 'testSentNow'],
  noServer: ['testNoServer', 'testNoServerNow'],
  slow: ['testSlow', 'testSlowNow'],
  unreachable: ['testUnreachable', 'testUnreachableNow'],
  signIn: ['testSignIn', 'testSignInNow'],
  noSuchAddress: ['testNoAddress', 'testNoAddressNow'],
  later: ['testLater', 'testLaterNow'],
  refused: ['testRefused', 'testRefusedNow'],
}

/** An invitation as the Workspace writes it, to the Owner alone, and whether the mail server took it. */
export const TestMail = ({ workspaceId }: { workspaceId: string }) => {
  const { say } = useServices()
  const me = useMe()
  const test = useAct('workspaces.testMail')
  const email = me?.email ?? ''
  return (
    <Part title={say('testMailTitle')} line={say('testMailLine')}>
      {test.data && (
        <Notice
          tone={test.data.result === 'sent' ? 'good' : 'attention'}
          title={say(words[test.data.result][0], email)}
        >
          {say(words[test.data.result][1], email)} {test.data.codes && say('testAnswer', test.data.codes)}
        </Notice>
      )}
      {test.error && <Problem problem={test.error} />}
      <Button
        icon={<Mail aria-hidden className="size-4" />}
        busy={test.isPending}
        onClick={() => test.mutate({ workspaceId })}
      >
        {say('testMail')}
      </Button>
    </Part>
  )
}
