import { MailOpen } from 'lucide-react'
import { Link } from 'wouter'
import { useServices } from '../../../components/services.ts'
import { useWaiting } from '../me/useWaiting.ts'

/** How many invitations wait for the person, and the way to them; nothing while there is none. */
export const WaitingLink = () => {
  const { say } = useServices()
  const waiting = useWaiting().data?.length ?? 0
  if (waiting === 0) return null
  return (
    <Link
      href="/me"
      className="mx-4 mb-3 flex min-h-9 items-center gap-2.5 rounded-control bg-accent-wash px-3 py-1.5 font-medium text-accent hover:underline"
    >
      <MailOpen aria-hidden className="size-4 flex-none" />
      {say.count('invitationsWait', waiting)}
    </Link>
  )
}
