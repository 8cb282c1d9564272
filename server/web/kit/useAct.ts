import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useServices } from '../../../components/services.ts'
import type { CallInput, CallName, CallOutput } from '../../../lib/contract/calls.ts'

/** One call of the contract that changes something; afterwards everything that is shown is asked again. */
export const useAct = <N extends CallName>(name: N, done?: (answer: CallOutput<N>) => void) => {
  const { call } = useServices()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CallInput<N>): Promise<CallOutput<N>> => call(name, input),
    onSuccess: (answer) => done?.(answer),
    onSettled: () => client.invalidateQueries(),
  })
}
