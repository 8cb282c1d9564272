import { type FormEvent, useState } from 'react'
import { Button } from '../kit/Button.tsx'
import { Field } from '../kit/Field.tsx'
import { focusOnMount } from '../kit/focusOnMount.ts'
import { useServices } from '../services.ts'

interface Props {
  /** The address that is not right. */
  readonly from: string
  readonly onSave: (email: string) => void
  readonly onClose: () => void
}

/** Where an invitation goes instead. */
export const Readdress = ({ from, onSave, onClose }: Props) => {
  const { say } = useServices()
  const [email, setEmail] = useState(from)
  const ready = email.trim() !== from && /^[^\s@]+@[^\s@]+$/u.test(email.trim())
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (ready) onSave(email.trim())
  }
  return (
    <form noValidate onSubmit={save} className="flex flex-col gap-3">
      <Field
        type="email"
        dir="ltr"
        label={say('columnAddress')}
        value={email}
        ref={focusOnMount}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setEmail(event.target.value)}
        note={say('readdressNote')}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" off={!ready}>
          {say('readdressDo')}
        </Button>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </div>
    </form>
  )
}
