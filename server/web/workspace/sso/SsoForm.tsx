import { type FormEvent, useState } from 'react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Notice } from '../../../../components/kit/Notice.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import type { CallOutput } from '../../../../lib/contract/calls.ts'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'
import { RedirectField } from './RedirectField.tsx'
import { RemoveSso } from './RemoveSso.tsx'
import { SsoFieldList } from './SsoFieldList.tsx'
import { SsoTest } from './SsoTest.tsx'
import { readFields, toFields } from './ssoFields.ts'

interface Props {
  readonly workspaceId: string
  readonly known: CallOutput<'sso.get'>
}

/** Which OpenID provider, and for whom; what the provider has to be told stands first. */
export const SsoForm = ({ workspaceId, known: { sso, redirectUri, record } }: Props) => {
  const { say } = useServices()
  const [fields, setFields] = useState(toFields(sso))
  const save = useAct('sso.set', () => setFields((now) => ({ ...now, secret: '' })))
  const wanted = readFields(fields, sso)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wanted) save.mutate({ workspaceId, ...wanted })
  }
  const removed = () => {
    save.reset()
    setFields(toFields(null))
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-10">
      <Part title={say('tabSignIn')} line={say('ssoLine')}>
        <form noValidate onSubmit={submit} className="flex w-full flex-col gap-5">
          <RedirectField uri={redirectUri} />
          <SsoFieldList fields={fields} keepsSecret={sso !== null} record={record} onChange={setFields} />
          {save.isSuccess && <Notice tone="good" title={say('saved')} />}
          {save.error && <Problem problem={save.error} />}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="primary" off={!wanted} busy={save.isPending}>
              {say('save')}
            </Button>
            {sso && <RemoveSso workspaceId={workspaceId} onRemoved={removed} />}
          </div>
        </form>
      </Part>
      {sso && <SsoTest workspaceId={workspaceId} domains={sso.domains} worked={sso.worked} />}
    </div>
  )
}
