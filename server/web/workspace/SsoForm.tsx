import { type FormEvent, useId, useState } from 'react'
import { Button } from '../../../components/kit/Button.tsx'
import { Field } from '../../../components/kit/Field.tsx'
import { Notice } from '../../../components/kit/Notice.tsx'
import { Problem } from '../../../components/Problem.tsx'
import { useServices } from '../../../components/services.ts'
import type { CallOutput } from '../../../lib/contract/calls.ts'
import { useAct } from '../kit/useAct.ts'
import { SsoTest } from './SsoTest.tsx'
import { domainsIn } from './settingsValues.ts'

interface Props {
  readonly workspaceId: string
  readonly known: CallOutput<'sso.get'>
}

const ticks = [
  { field: 'required', word: 'ssoRequired', note: 'ssoRequiredNote' },
  { field: 'trusted', word: 'ssoTrusted', note: 'ssoTrustedNote' },
] as const

/** Which OpenID provider, and for whom; what the provider has to be told stands first. */
export const SsoForm = ({ workspaceId, known: { sso, redirectUri, record } }: Props) => {
  const { say } = useServices()
  const id = useId()
  const [form, setForm] = useState({
    issuer: sso?.issuer ?? '',
    client: sso?.client ?? '',
    secret: '',
    domains: sso?.domains.map(({ domain }) => domain).join(', ') ?? '',
    required: sso?.required ?? false,
    trusted: sso?.trusted ?? false,
  })
  const save = useAct('sso.set', () => setForm((now) => ({ ...now, secret: '' })))
  const remove = useAct('sso.remove')
  const domains = domainsIn(form.domains)
  const whole = form.issuer.trim() && form.client.trim() && (form.secret || sso) && domains.length > 0
  const set = (field: 'issuer' | 'client' | 'secret' | 'domains') => (event: { target: { value: string } }) =>
    setForm({ ...form, [field]: event.target.value })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { issuer, client, secret, required, trusted } = form
    if (whole) save.mutate({ workspaceId, issuer, client, domains, required, trusted, ...(secret ? { secret } : {}) })
  }
  return (
    <form noValidate onSubmit={submit} className="min-h-0 flex-1 overflow-y-auto px-4 py-5">
      <div className="flex max-w-110 flex-col gap-5">
        <p className="text-quiet">{say('ssoLine')}</p>
        <Field
          readOnly
          dir="ltr"
          label={say('ssoRedirect')}
          value={redirectUri}
          note={say('ssoRedirectNote')}
          onFocus={(event) => event.target.select()}
        />
        <Field
          dir="ltr"
          label={say('ssoIssuer')}
          value={form.issuer}
          onChange={set('issuer')}
          note={say('ssoIssuerNote')}
        />
        <Field dir="ltr" label={say('ssoClient')} value={form.client} onChange={set('client')} />
        <Field
          dir="ltr"
          type="password"
          autoComplete="off"
          label={say('ssoSecret')}
          value={form.secret}
          onChange={set('secret')}
          note={say(sso ? 'ssoSecretKept' : 'ssoSecretNote')}
        />
        <Field
          dir="ltr"
          label={say('ssoDomains')}
          value={form.domains}
          placeholder="example.edu"
          onChange={set('domains')}
          note={say('ssoDomainsNote', record)}
        />
        {ticks.map(({ field, word, note }) => (
          <label key={field} className="flex items-start gap-3">
            <input
              type="checkbox"
              checked={form[field]}
              aria-describedby={`${id}-${field}`}
              onChange={(event) => setForm({ ...form, [field]: event.target.checked })}
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
        {save.isSuccess && <Notice tone="good" title={say('saved')} />}
        {(save.error ?? remove.error) && <Problem problem={save.error ?? remove.error} />}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" off={!whole} busy={save.isPending}>
            {say('save')}
          </Button>
          {sso && (
            <Button busy={remove.isPending} onClick={() => remove.mutate({ workspaceId })}>
              {say('ssoRemove')}
            </Button>
          )}
        </div>
        {sso && <SsoTest workspaceId={workspaceId} domains={sso.domains} worked={sso.worked} />}
      </div>
    </form>
  )
}
