import { useMutation } from '@tanstack/react-query'
import { LogIn } from 'lucide-react'
import { Blank } from '../kit/Blank.tsx'
import { Button } from '../kit/Button.tsx'
import { focusOnMount } from '../kit/focusOnMount.ts'
import { Notice } from '../kit/Notice.tsx'
import { problemWords } from '../problemWords.ts'
import { useServices } from '../services.ts'

const host = (service: string) => (URL.canParse(service) ? new URL(service).host : service)

/** Nobody is signed in: one sentence on what will happen, its button, and the way to another service. */
export const SignIn = ({ service }: { service: string }) => {
  const { account, openSettings, say } = useServices()
  const signIn = useMutation({ mutationFn: () => account.signIn() })
  const problem = signIn.error && problemWords(say, signIn.error, 'signIn')
  return (
    <Blank
      icon={LogIn}
      title={say('signInTitle')}
      actions={
        <>
          <Button look="primary" busy={signIn.isPending} onClick={() => signIn.mutate()} ref={focusOnMount}>
            {say('signIn')}
          </Button>
          {openSettings && <Button onClick={openSettings}>{say('signInElsewhere')}</Button>}
        </>
      }
    >
      <p>{say('signInWhy', host(service))}</p>
      {problem && (
        <Notice tone="attention" title={problem.what} className="mt-4 text-start">
          {problem.now}
        </Notice>
      )}
    </Blank>
  )
}
