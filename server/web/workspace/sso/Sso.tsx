import { useQuery } from '@tanstack/react-query'
import { Skeleton } from '../../../../components/kit/Skeleton.tsx'
import { ProblemScreen } from '../../../../components/ProblemScreen.tsx'
import { useServices } from '../../../../components/services.ts'
import { SsoForm } from './SsoForm.tsx'

/** The school's own sign-in for a Workspace's people. */
export const Sso = ({ workspaceId }: { workspaceId: string }) => {
  const { call } = useServices()
  const sso = useQuery({ queryKey: ['sso', workspaceId], queryFn: () => call('sso.get', { workspaceId }) })
  if (sso.error && !sso.data) return <ProblemScreen problem={sso.error} onRetry={() => void sso.refetch()} />
  if (!sso.data) return <Skeleton />
  return <SsoForm workspaceId={workspaceId} known={sso.data} />
}
