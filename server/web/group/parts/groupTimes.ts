import { useQuery } from '@tanstack/react-query'
import { useServices } from '../../../../components/services.ts'

/** When a Group reminds by itself, and when its term ends. */
export const useGroupTimes = (groupId: string) => {
  const { call } = useServices()
  return useQuery({ queryKey: ['groupTimes', groupId], queryFn: () => call('groups.times', { groupId }) })
}
