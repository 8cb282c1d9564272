import { Check, Copy } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../../../components/kit/Button.tsx'
import { Confirm } from '../../../components/kit/Confirm.tsx'
import { Field } from '../../../components/kit/Field.tsx'
import { Notice } from '../../../components/kit/Notice.tsx'
import { useCopy } from '../../../components/kit/useCopy.ts'
import { Problem } from '../../../components/Problem.tsx'
import { useServices } from '../../../components/services.ts'
import type { CallOutput } from '../../../lib/contract/calls.ts'
import { Part } from '../kit/Part.tsx'
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

const toForm = (sso: Props['known']['sso']) => ({
  issuer: sso?.issuer ?? '',
  client: sso?.client ?? '',
  secret: '',
  domains: sso?.domains.map(({ domain }) => domain).join(', ') ?? '',
  required: sso?.required ?? false,
  trusted: sso?.trusted ?? false,
})

/** Which OpenID provider, and for whom; what the provider has to be told stands first. */
export const SsoForm = ({ workspaceId, known: { sso, redirectUri, record } }: Props) => {
  const { say } = useServices()
  const id = useId()
  const [form, setForm] = useState(toForm(sso))
  const save = useAct('sso.set', () => setForm((now) => ({ ...now, secret: '' })))
  const [removing, setRemoving] = useState(false)
  const remove = useAct('sso.remove', () => {
    setRemoving(false)
    save.reset()
    setForm(toForm(null))
  })
  const { copy, copied, copying, problem } = useCopy()
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
    <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-10">
      <Part title={say('tabSignIn')} line={say('ssoLine')}>
        <form noValidate onSubmit={submit} className="flex w-full flex-col gap-5">
          <div className="flex flex-col items-start gap-1">
            <div className="w-full">
              <Field
                readOnly
                dir="ltr"
                label={say('ssoRedirect')}
                value={redirectUri}
                note={say('ssoRedirectNote')}
                onFocus={(event) => event.target.select()}
                className="truncate bg-well"
              />
            </div>
            <Button
              small
              look="plain"
              className="-ms-2"
              icon={copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
              busy={copying}
              onClick={() => copy(redirectUri)}
            >
              {say(copied ? 'copied' : 'copyThis')}
            </Button>
            {problem && <Problem problem={problem} />}
          </div>
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
            note={say('ssoDomainsNote', `\u2068${record}\u2069`)}
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
          {save.error && <Problem problem={save.error} />}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="primary" off={!whole} busy={save.isPending}>
              {say('save')}
            </Button>
            {sso && <Button onClick={() => setRemoving(true)}>{say('ssoRemove')}</Button>}
          </div>
        </form>
      </Part>
      {sso && <SsoTest workspaceId={workspaceId} domains={sso.domains} worked={sso.worked} />}
      {removing && (
        <Confirm
          title={say('ssoRemoveTitle')}
          deed={say('ssoRemove')}
          busy={remove.isPending}
          onDo={() => remove.mutate({ workspaceId })}
          onClose={() => setRemoving(false)}
        >
          <p>{say('ssoRemoveNow')}</p>
          {remove.error && <Problem problem={remove.error} />}
        </Confirm>
      )}
    </div>
  )
}
