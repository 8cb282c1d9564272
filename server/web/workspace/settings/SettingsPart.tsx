import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import type { WorkspaceSettings } from '../../../../lib/contract/schemas.ts'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'
import { readSettings, type SettingsFields, toForm } from './settingsValues.ts'

type Name = keyof SettingsFields

/** What a field is given by its name. */
export type FieldOf = (name: Name) => {
  readonly value: string
  readonly onChange: (event: { target: { value: string } }) => void
  readonly odd: boolean
}

export interface SettingsProps {
  readonly workspaceId: string
  readonly settings: WorkspaceSettings
}

interface Props extends SettingsProps {
  readonly title: string
  readonly line?: string
  readonly names: readonly Name[]
  readonly children: (fieldOf: FieldOf) => ReactNode
}

/** Some settings that belong together, saved together: what was not changed, here or elsewhere, stays as it is. */
export const SettingsPart = ({ workspaceId, settings, title, line, names, children }: Props) => {
  const { say } = useServices()
  const known = toForm(settings)
  const [typed, setTyped] = useState<Partial<SettingsFields>>({})
  const change = useAct('workspaces.change', () => setTyped({}))
  const { settings: read, odd } = readSettings({ ...known, ...typed })
  const changed = names.filter((name) => typed[name] !== undefined && typed[name] !== known[name])
  const off = changed.length === 0 || !read
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!off) change.mutate({ workspaceId, ...Object.fromEntries(changed.map((name) => [name, read[name]])) })
  }
  return (
    <Part title={title} line={line}>
      <form noValidate onSubmit={submit} className="flex w-full flex-col gap-4">
        {children((name) => ({
          value: typed[name] ?? known[name],
          onChange: ({ target }) => setTyped((before) => ({ ...before, [name]: target.value })),
          odd: odd.has(name),
        }))}
        {change.error && <Problem problem={change.error} />}
        <div className="flex items-center gap-3">
          <Button type="submit" off={off} busy={change.isPending}>
            {say('save')}
          </Button>
          <p role="status" className="text-13 text-good">
            {change.isSuccess && changed.length === 0 && say('saved')}
          </p>
        </div>
      </form>
    </Part>
  )
}
