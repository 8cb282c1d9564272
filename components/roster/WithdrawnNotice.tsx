import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import type { SiteService } from '../services.ts'
import { useServices } from '../services.ts'

/** The site was allowed once, and that was taken back: what is different now, and the way to have it again or be done with it. */
export const WithdrawnNotice = ({ site }: { site: SiteService }) => {
  const { say } = useServices()
  const [answer, setAnswer] = useState<'allowed' | 'left'>()
  const allow = useMutation({
    mutationFn: () => site.allowAlways(),
    onSuccess: (allowed) => allowed && setAnswer('allowed'),
  })
  const leave = useMutation({ mutationFn: () => site.leaveWithdrawn(), onSuccess: () => setAnswer('left') })
  const { host } = new URL(site.origin)
  const place = 'mx-4 mt-3 flex-none'
  if (answer === 'left') return null
  if (answer === 'allowed') return <Notice tone="good" title={say('alwaysGranted', host)} className={place} />
  return (
    <Notice
      tone="attention"
      title={say('withdrawnTitle', host)}
      className={place}
      actions={
        <>
          <Button small busy={allow.isPending} onClick={() => allow.mutate()}>
            {say('withdrawnAgain')}
          </Button>
          <Button small look="plain" busy={leave.isPending} onClick={() => leave.mutate()}>
            {say('withdrawnLeave')}
          </Button>
        </>
      }
    >
      {say('withdrawnNow')}
    </Notice>
  )
}
