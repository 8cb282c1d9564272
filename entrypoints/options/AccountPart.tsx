import { useMutation } from '@tanstack/react-query'
import { Button } from '../../components/kit/Button.tsx'
import { Notice } from '../../components/kit/Notice.tsx'
import { useLive } from '../../components/live.ts'
import { problemWords } from '../../components/problemWords.ts'
import type { OptionsEffects } from './effects.ts'
import { Part, type Step } from './Part.tsx'

interface Props {
  readonly effects: OptionsEffects
  readonly step: Step
}

/** Who is signed in, the way in and the way out. */
export const AccountPart = ({ effects: { say, account }, step }: Props) => {
  const who = useLive(account)
  const signIn = useMutation({ mutationFn: () => account.signIn() })
  const signOut = useMutation({ mutationFn: () => account.signOut() })
  const problem = signIn.error && problemWords(say, signIn.error, 'signIn')
  const me = 'me' in who ? who.me : undefined
  return (
    <Part title={say('account')} step={step} say={say} why={say('firstAccountWhy')}>
      {who.state === 'signedOut' ? (
        <>
          <p className="text-quiet">{say('optionsNobody')}</p>
          <div>
            <Button look={step.next ? 'primary' : 'quiet'} busy={signIn.isPending} onClick={() => signIn.mutate()}>
              {say('signIn')}
            </Button>
          </div>
          {problem && (
            <Notice tone="attention" title={problem.what}>
              {problem.now}
            </Notice>
          )}
        </>
      ) : (
        <>
          {me && <p>{say('optionsSignedInAs', me.email)}</p>}
          <div>
            <Button busy={signOut.isPending} onClick={() => signOut.mutate()}>
              {say('signOut')}
            </Button>
          </div>
        </>
      )}
    </Part>
  )
}
