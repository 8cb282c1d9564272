import { MailX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../components/kit/Button.tsx'
import { useServices } from '../../../components/services.ts'
import type { CallOutput } from '../../../lib/contract/calls.ts'

/** As many are seen at a glance; the others are a press away. */
const FIRST = 10

const why = { bounced: 'whyBounced', complained: 'whyComplained', unsubscribed: 'whyUnsubscribed' } as const

interface Props {
  readonly addresses: CallOutput<'suppressions.list'>['suppressions']
  /** What is said where there are none. */
  readonly none: string
  /** The address that is to be mailed again, while that is under way. */
  readonly busy: string | undefined
  /** The address that is mailed again. */
  readonly lifted: string | undefined
  readonly onLift: (email: string) => void
}

/** Addresses that mails do not go to, and why; one that bounced can be tried again, what its owner decided stays. */
export const NotMailedList = ({ addresses, none, busy, lifted, onLift }: Props) => {
  const { say } = useServices()
  const [all, setAll] = useState(false)
  const told = useRef<HTMLParagraphElement>(null)
  // The line that had the focus is gone.
  useEffect(() => {
    if (lifted) told.current?.focus()
  }, [lifted])
  const shown = all ? addresses : addresses.slice(0, FIRST)
  return (
    <>
      <p ref={told} role="status" tabIndex={-1} className={lifted ? 'rounded-control text-13' : 'sr-only'}>
        {lifted && say('mailedAgain', lifted)}
      </p>
      {addresses.length === 0 && <p className="text-quiet">{none}</p>}
      {addresses.length > 0 && (
        <ul className="w-full divide-y divide-line rounded-card border border-line bg-raised">
          {shown.map(({ email, reason, since }) => (
            <li key={`${email} ${reason}`} className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
              <MailX aria-hidden className="size-4 flex-none text-attention" />
              <span className="min-w-44 flex-1">
                <bdi dir="ltr" className="block w-fit max-w-full truncate font-medium">
                  {email}
                </bdi>
                <span className="block text-12 text-quiet">
                  {say(why[reason])} · {say.day(since)}
                </span>
              </span>
              {reason === 'bounced' && (
                <Button small busy={busy === email} onClick={() => onLift(email)}>
                  {say('mailAgain')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {shown.length < addresses.length && (
        <Button small look="plain" className="-ms-2" onClick={() => setAll(true)}>
          {say('showAllOf', addresses.length)}
        </Button>
      )}
    </>
  )
}
