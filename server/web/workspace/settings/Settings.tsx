import { useQuery } from '@tanstack/react-query'
import { Skeleton } from '../../../../components/kit/Skeleton.tsx'
import { ProblemScreen } from '../../../../components/ProblemScreen.tsx'
import { useServices } from '../../../../components/services.ts'
import { SettingsForm } from './SettingsForm.tsx'

/** What a Workspace decides for itself. */
export const Settings = ({ workspaceId }: { workspaceId: string }) => {
  const { call } = useServices()
  const settings = useQuery({
    queryKey: ['workspaceSettings', workspaceId],
    queryFn: () => call('workspaces.settings', { workspaceId }),
  })
  if (settings.error && !settings.data)
    return <ProblemScreen problem={settings.error} onRetry={() => void settings.refetch()} />
  if (!settings.data) return <Skeleton />
  return <SettingsForm workspaceId={workspaceId} settings={settings.data} />
}
