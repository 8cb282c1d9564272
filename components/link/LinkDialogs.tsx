import { lazy, Suspense } from 'react'
import type { LinkLimits } from '../../lib/contract/schemas.ts'
import { Confirm } from '../kit/Confirm.tsx'
import { Problem } from '../Problem.tsx'
import { useServices } from '../services.ts'
import { LimitsDialog } from './LimitsDialog.tsx'
import type { LinkDeed } from './LinkCard.tsx'
import type { AnyLink } from './linkWords.ts'

const QrDialog = lazy(async () => ({ default: (await import('./QrDialog.tsx')).QrDialog }))

/** Something that is done to a link, once or again. */
interface Act<I> {
  readonly isPending: boolean
  readonly error: Error | null
  mutate(input: I, then: { readonly onSuccess: () => void }): void
}

interface LinkActs {
  readonly limit: Act<{ readonly id: string; readonly limits: LinkLimits }>
  readonly rotate: Act<string>
  readonly end: Act<string>
}

interface Props {
  readonly deed: LinkDeed | undefined
  /** The name of what it leads into. */
  readonly place: string
  readonly link: AnyLink
  readonly acts: LinkActs
  readonly onClose: () => void
}

/** The window of what is being done with a link. */
export const LinkDialogs = ({ deed, place, link, acts: { limit, rotate, end }, onClose }: Props) => {
  const { say } = useServices()
  switch (deed) {
    case undefined:
      return null
    case 'qr':
      return (
        <Suspense>
          <QrDialog link={link} place={place} onClose={onClose} />
        </Suspense>
      )
    case 'limits':
      return (
        <LimitsDialog
          link={link}
          busy={limit.isPending}
          problem={limit.error}
          onSave={(limits) => limit.mutate({ id: link.id, limits }, { onSuccess: onClose })}
          onClose={onClose}
        />
      )
    case 'rotate':
      return (
        <Confirm
          title={say('linkRotateTitle')}
          deed={say('linkRotateDo')}
          busy={rotate.isPending}
          onDo={() => rotate.mutate(link.id, { onSuccess: onClose })}
          onClose={onClose}
        >
          <p>{say('linkRotateNow')}</p>
          {rotate.error && <Problem problem={rotate.error} />}
        </Confirm>
      )
    case 'end':
      return (
        <Confirm
          title={say('linkEndTitle')}
          deed={say('linkEndDo')}
          busy={end.isPending}
          onDo={() => end.mutate(link.id, { onSuccess: onClose })}
          onClose={onClose}
        >
          <p>{say('linkEndNow')}</p>
          {end.error && <Problem problem={end.error} />}
        </Confirm>
      )
  }
}
