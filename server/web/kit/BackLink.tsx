import { ArrowLeft } from 'lucide-react'
import { Link } from 'wouter'
import { useServices } from '../../../components/services.ts'

/** The way back to the Groups on a narrow screen, where the sidebar is not beside the page. */
export const BackLink = () => {
  const { say } = useServices()
  return (
    <Link
      href="/"
      aria-label={say('openGroups')}
      title={say('openGroups')}
      className="mt-1 rounded-control p-1 text-quiet hover:bg-well wide:hidden"
    >
      <ArrowLeft aria-hidden className="size-5 rtl:-scale-x-100" />
    </Link>
  )
}
