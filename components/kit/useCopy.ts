import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useServices } from '../services.ts'

/** How long "Copied" stays, in ms: long enough to be read twice. */
const STAYS = 4_000

/** Copies text (or the text a promise brings) and says for a while that it did. */
export const useCopy = () => {
  const { copy } = useServices()
  const { mutate, reset, isSuccess, isPending, error } = useMutation({
    mutationFn: async (text: string | (() => Promise<string>)) => copy(typeof text === 'string' ? text : await text()),
  })
  useEffect(() => {
    if (!isSuccess) return
    const timer = setTimeout(reset, STAYS)
    return () => clearTimeout(timer)
  }, [isSuccess, reset])
  return { copy: mutate, copied: isSuccess, copying: isPending, problem: error }
}
