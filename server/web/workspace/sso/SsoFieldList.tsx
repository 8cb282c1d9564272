import { useId } from 'react'
import { Field } from '../../../../components/kit/Field.tsx'
import { useServices } from '../../../../components/services.ts'
import type { SsoFields } from './ssoFields.ts'

interface Props {
  readonly fields: SsoFields
  /** A secret is kept: it is typed only to be changed. */
  readonly keepsSecret: boolean
  /** The name under which each domain says that the provider answers for it. */
  readonly record: string
  readonly onChange: (fields: SsoFields) => void
}

const ticks = [
  { field: 'required', word: 'ssoRequired', note: 'ssoRequiredNote' },
  { field: 'trusted', word: 'ssoTrusted', note: 'ssoTrustedNote' },
] as const

/** Which provider, for which domains, and how far it is believed. */
export const SsoFieldList = ({ fields, keepsSecret, record, onChange }: Props) => {
  const { say } = useServices()
  const id = useId()
  const text = (field: 'issuer' | 'client' | 'secret' | 'domains') => ({
    dir: 'ltr',
    value: fields[field],
    onChange: (event: { target: { value: string } }) => onChange({ ...fields, [field]: event.target.value }),
  })
  return (
    <>
      <Field label={say('ssoIssuer')} note={say('ssoIssuerNote')} {...text('issuer')} />
      <Field label={say('ssoClient')} {...text('client')} />
      <Field
        type="password"
        autoComplete="off"
        label={say('ssoSecret')}
        note={say(keepsSecret ? 'ssoSecretKept' : 'ssoSecretNote')}
        {...text('secret')}
      />
      <Field
        label={say('ssoDomains')}
        placeholder="example.edu"
        note={say('ssoDomainsNote', `\u2068${record}\u2069`)}
        {...text('domains')}
      />
      {ticks.map(({ field, word, note }) => (
        <label key={field} className="flex items-start gap-3">
          <input
            type="checkbox"
            checked={fields[field]}
            aria-describedby={`${id}-${field}`}
            onChange={(event) => onChange({ ...fields, [field]: event.target.checked })}
            className="mt-0.5"
          />
          <span>
            {say(word)}
            <span id={`${id}-${field}`} className="block text-12 text-quiet">
              {say(note)}
            </span>
          </span>
        </label>
      ))}
    </>
  )
}
