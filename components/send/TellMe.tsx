import { useMutation } from '@tanstack/react-query'
import { Bell } from 'lucide-react'
import { Button } from '../kit/Button.tsx'
import { useLiveMaybe } from '../live.ts'
import { useServices } from '../services.ts'

/** Offers to tell the end of a send when nobody looks; the browser asks after the click. */
export const TellMe = () => {
  const { notices, say } = useServices()
  const allowed = useLiveMaybe(notices)
  const allow = useMutation({ mutationFn: async () => notices?.allow() })
  if (allowed === undefined) return null
  if (allowed) return <p className="text-quiet">{say('tellMeOn')}</p>
  return (
    <div>
      <Button
        small
        look="plain"
        className="-ms-2"
        icon={<Bell aria-hidden className="size-4" />}
        busy={allow.isPending}
        onClick={() => allow.mutate()}
      >
        {say('tellMe')}
      </Button>
    </div>
  )
}
