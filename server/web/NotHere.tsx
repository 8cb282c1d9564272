import { SearchX } from 'lucide-react'
import { Link } from 'wouter'
import { Blank } from '../../components/kit/Blank.tsx'
import { useServices } from '../../components/services.ts'

/** No such Group, or not this person's to see. */
export const NotHere = () => {
  const { say } = useServices()
  return (
    <Blank
      page
      icon={SearchX}
      title={say('problemNotFound')}
      actions={
        <Link href="/" className="rounded-control px-3 py-2 font-medium text-accent hover:bg-accent-wash">
          {say('openGroups')}
        </Link>
      }
    >
      {say('problemNotFoundNow')}
    </Blank>
  )
}
