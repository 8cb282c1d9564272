import { useQuery } from '@tanstack/react-query'
import { useMe } from '../../../components/queries.ts'
import { useServices } from '../../../components/services.ts'

/** The invitations that wait for the person's answer, newest first. */
export const useWaiting = () => {
  const { call } = useServices()
  const me = useMe()
  return useQuery({
    queryKey: ['waiting', me?.id],
    enabled: me !== undefined,
    queryFn: async () => (await call('me.invitations', {})).invitations,
  })
}
