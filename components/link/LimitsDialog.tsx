import { type FormEvent, useState } from 'react'
import { MAX_LINK_USES } from '../../lib/contract/limits.ts'
import type { LinkLimits } from '../../lib/contract/schemas.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'
import { Problem } from '../Problem.tsx'
import { useServices } from '../services.ts'
import type { AnyLink } from './linkWords.ts'

interface Props {
  readonly link: AnyLink
  readonly busy: boolean
  readonly problem: unknown
  readonly onSave: (limits: LinkLimits) => void
  readonly onClose: () => void
}

const two = (value: number) => String(value).padStart(2, '0')
/** A moment as the day it is here: YYYY-MM-DD, as date inputs want it. */
const dayOf = (moment: Date) => `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
/** The last second of a day, as it is here. */
const endOf = (day: string) => new Date(`${day}T23:59:59`).toISOString()

/** Until when a link works, and how many people it lets in; both may be left open. */
export const LimitsDialog = ({ link, busy, problem, onSave, onClose }: Props) => {
  const { say } = useServices()
  const [day, setDay] = useState(link.expiresAt ? dayOf(new Date(link.expiresAt)) : '')
  const [uses, setUses] = useState(link.maxUses === undefined ? '' : String(link.maxUses))
  const today = dayOf(new Date())
  const over = day !== '' && day < today
  const count = uses === '' ? null : Number(uses)
  const odd = count !== null && !(Number.isInteger(count) && count >= 1 && count <= MAX_LINK_USES)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!over && !odd) onSave({ expiresAt: day === '' ? null : endOf(day), maxUses: count })
  }
  return (
    <Dialog title={say('linkLimitsTitle')} onClose={onClose}>
      <form noValidate onSubmit={save} className="flex flex-col gap-3">
        <Field
          type="date"
          label={say('linkLastDay')}
          value={day}
          min={today}
          onChange={(event) => setDay(event.target.value)}
          needsChange={over}
          note={say(over ? 'linkLastDayOver' : 'linkLastDayNote')}
        />
        <Field
          type="number"
          inputMode="numeric"
          label={say('linkMostUses')}
          value={uses}
          min={1}
          max={MAX_LINK_USES}
          onChange={(event) => setUses(event.target.value)}
          needsChange={odd}
          note={odd ? say('linkMostUsesOdd', MAX_LINK_USES) : say('linkMostUsesNote')}
        />
        {problem ? <Problem problem={problem} /> : null}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" busy={busy} off={over || odd}>
            {say('save')}
          </Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
