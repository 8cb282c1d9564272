import { LogIn } from 'lucide-react'
import { Blank } from '../../components/kit/Blank.tsx'
import { Button } from '../../components/kit/Button.tsx'
import { useServices } from '../../components/services.ts'

/** Nobody is signed in here. */
export const SignedOut = () => {
  const { account, say } = useServices()
  return (
    <main className="flex h-full flex-col bg-surface">
      <Blank
        page
        icon={LogIn}
        title={say('webSignInTitle')}
        actions={
          <Button look="primary" onClick={() => void account.signIn()}>
            {say('signIn')}
          </Button>
        }
      >
        {say('webSignInWhy')}
      </Blank>
    </main>
  )
}
