import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../kit/Button.tsx'
import { useLive } from '../live.ts'
import { useServices } from '../services.ts'

/** Offers the in-page button on this site for good: a sentence, and the browser's own question after the click. */
export const AlwaysHere = () => {
  const { site: live, say } = useServices()
  const site = useLive(live)
  const [granted, setGranted] = useState(false)
  const allow = useMutation({
    mutationFn: async () => site?.allowAlways() ?? false,
    onSuccess: setGranted,
  })
  if (!site) return null
  const host = new URL(site.origin).host
  if (granted)
    return (
      <p role="status" className="text-13 text-quiet">
        {say('alwaysGranted', host)}
      </p>
    )
  return (
    <div className="flex items-center gap-3 rounded-control bg-well py-1.5 ps-3 pe-1.5 text-13">
      <span className="flex-1">{say('alwaysWhy', host)}</span>
      <Button small busy={allow.isPending} onClick={() => allow.mutate()}>
        {say('alwaysHere')}
      </Button>
    </div>
  )
}
