import { CircleUser, ExternalLink, LogOut, Settings } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from '../kit/Avatar.tsx'
import { Menu } from '../kit/Menu.tsx'
import { useLive } from '../live.ts'
import { useMe } from '../queries.ts'
import { useServices } from '../services.ts'

/** Who is signed in, the way to the web app, and the way out. Nothing while nobody is. */
export const AccountMenu = () => {
  const { account, open, openSettings, say } = useServices()
  const { service } = { service: '', ...useLive(account) }
  const me = useMe()
  if (!me) return null
  const name = me.name || me.email
  return (
    <Menu
      label={say('account')}
      align="end"
      className="w-64"
      button={(given) => (
        <button type="button" {...given} aria-label={say('accountOf', name)} title={name} className="rounded-full">
          <Avatar name={name} />
        </button>
      )}
    >
      {(close) => (
        <>
          <div className="border-b border-line px-2 pt-1 pb-2">
            <p className="truncate font-medium">
              <bdi>{name}</bdi>
            </p>
            <bdi dir="ltr" className="block w-fit max-w-full truncate text-12 text-quiet">
              {me.email}
            </bdi>
            {URL.canParse(service) && <p className="truncate text-12 text-quiet">{new URL(service).host}</p>}
          </div>
          <Item
            icon={<ExternalLink aria-hidden className="size-4" />}
            onClick={() => {
              close()
              open('/')
            }}
          >
            {say('openGroups')}
          </Item>
          <Item
            icon={<CircleUser aria-hidden className="size-4" />}
            onClick={() => {
              close()
              open('/me')
            }}
          >
            {say('account')}
          </Item>
          {openSettings && (
            <Item
              icon={<Settings aria-hidden className="size-4" />}
              onClick={() => {
                close()
                openSettings()
              }}
            >
              {say('openSettings')}
            </Item>
          )}
          <Item
            icon={<LogOut aria-hidden className="size-4" />}
            onClick={() => {
              close()
              void account.signOut()
            }}
          >
            {say('signOut')}
          </Item>
        </>
      )}
    </Menu>
  )
}

const Item = ({ icon, onClick, children }: { icon: ReactNode; onClick: () => void; children: ReactNode }) => (
  <button
    type="button"
    onClick={onClick}
    className="mt-1 flex w-full items-center gap-2.5 rounded-control px-2 py-2 text-start transition-colors hover:bg-well"
  >
    <span className="text-quiet">{icon}</span>
    {children}
  </button>
)
