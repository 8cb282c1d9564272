import { CircleCheck, CircleDashed } from 'lucide-react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Notice } from '../../../../components/kit/Notice.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'

interface Props {
  readonly workspaceId: string
  readonly domains: readonly { readonly domain: string; readonly proved: boolean }[]
  readonly worked: boolean
}

const providerWord = {
  none: 'ssoNone',
  answers: 'ssoAnswers',
  unreachable: 'ssoUnreachable',
  privateNetwork: 'ssoPrivateNetwork',
  notAProvider: 'ssoNotAProvider',
} as const

/** Which domains are proved, whether anybody came in that way yet, and a look at both now. */
export const SsoTest = ({ workspaceId, domains, worked }: Props) => {
  const { say } = useServices()
  const test = useAct('sso.test')
  const taken = test.data?.domains.filter(({ state }) => state === 'taken') ?? []
  return (
    <Part title={say('ssoState')}>
      <ul>
        {domains.map(({ domain, proved }) => {
          const Icon = proved ? CircleCheck : CircleDashed
          return (
            <li key={domain} className="flex items-center gap-2">
              <Icon aria-hidden className={proved ? 'size-4 text-good' : 'size-4 text-quiet'} />
              {say(proved ? 'ssoProved' : 'ssoUnproved', domain)}
            </li>
          )
        })}
      </ul>
      <p className="text-13 text-quiet">{say(worked ? 'ssoWorked' : 'ssoNotYet')}</p>
      {test.data && (
        <Notice
          tone={test.data.provider === 'answers' ? 'good' : 'attention'}
          title={say(providerWord[test.data.provider])}
        >
          {taken.length > 0 && say('ssoTaken', say.list(taken.map(({ domain }) => domain)))}
        </Notice>
      )}
      {test.error && <Problem problem={test.error} />}
      <Button busy={test.isPending} onClick={() => test.mutate({ workspaceId })}>
        {say('ssoTest')}
      </Button>
    </Part>
  )
}
