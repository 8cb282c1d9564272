import { ShieldAlert } from 'lucide-react'
import { Blank } from '../../components/kit/Blank.tsx'
import { useServices } from '../../components/services.ts'

/** A page that is for other roles than this person's. */
export const NotAllowed = () => {
  const { say } = useServices()
  return (
    <Blank icon={ShieldAlert} title={say('problemNotAllowed')}>
      {say('problemNotAllowedNow')}
    </Blank>
  )
}
