import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { Tabs } from '../../../components/kit/Tabs.tsx'
import { useMe } from '../../../components/queries.ts'
import { useServices } from '../../../components/services.ts'
import { BackLink } from '../kit/BackLink.tsx'
import { NotHere } from '../NotHere.tsx'
import { Audit } from './Audit.tsx'
import { Invitations } from './invitations/Invitations.tsx'
import { Links } from './Links.tsx'
import { People } from './people/People.tsx'
import { Settings } from './settings/Settings.tsx'
import { Sso } from './sso/Sso.tsx'
import { Usage } from './Usage.tsx'

const parts = ['people', 'invitations', 'links', 'settings', 'signin', 'usage', 'audit'] as const

interface Props {
  readonly id: string
  readonly part: string | undefined
}

/** A Workspace, for its Owners: its people, invitations and links into it, what it decides for itself, and who did what. */
export const WorkspacePage = ({ id, part }: Props) => {
  const { say } = useServices()
  const [, go] = useLocation()
  const workspace = useMe()?.workspaces.find((one) => one.id === id && one.role === 'owner')
  useEffect(() => {
    document.title = workspace ? `${workspace.name} · ${say('extensionName')}` : say('extensionName')
  }, [workspace, say])
  if (!workspace) return <NotHere />
  const open = parts.find((one) => one === part) ?? 'people'
  return (
    <div className="mx-auto flex min-h-0 w-full max-w-220 flex-1 flex-col wide:px-4">
      <header className="flex flex-none items-start gap-3 px-4 pt-4 pb-3 wide:pt-6">
        <BackLink />
        <div className="min-w-0 flex-1">
          <p className="text-12 text-quiet">{say('workspace')}</p>
          <h1 className="text-20 font-semibold text-balance">
            <bdi>{workspace.name}</bdi>
          </h1>
        </div>
      </header>
      <Tabs
        label={workspace.name}
        className="px-4"
        active={open}
        onChange={(next) => go(next === 'people' ? `/workspaces/${id}` : `/workspaces/${id}/${next}`)}
        tabs={[
          { id: 'people', label: say('tabPeople') },
          { id: 'invitations', label: say('tabInvitations') },
          { id: 'links', label: say('tabLink') },
          { id: 'settings', label: say('tabSettings') },
          { id: 'signin', label: say('tabSignIn') },
          { id: 'usage', label: say('tabUsage') },
          { id: 'audit', label: say('tabAudit') },
        ]}
      >
        {open === 'people' && <People workspaceId={id} />}
        {open === 'invitations' && <Invitations workspaceId={id} />}
        {open === 'links' && <Links workspace={workspace} />}
        {open === 'settings' && <Settings workspaceId={id} />}
        {open === 'signin' && <Sso workspaceId={id} />}
        {open === 'usage' && <Usage workspaceId={id} />}
        {open === 'audit' && <Audit workspaceId={id} />}
      </Tabs>
    </div>
  )
}
