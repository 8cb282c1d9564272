import { Route, Switch } from 'wouter'
import { Skeleton } from '../../components/kit/Skeleton.tsx'
import { useLive } from '../../components/live.ts'
import { useServices } from '../../components/services.ts'
import { GroupPage } from './GroupPage.tsx'
import { HomePage } from './HomePage.tsx'
import { NotHere } from './NotHere.tsx'
import { Sidebar } from './Sidebar.tsx'
import { SignedOut } from './SignedOut.tsx'
import { Unreachable } from './Unreachable.tsx'

/** The web app: Groups at the side, one Group beside them. On a narrow screen it is one or the other. */
export const App = () => {
  const { account } = useServices()
  const who = useLive(account)
  if (who.state === 'signedOut') return <SignedOut />
  if (who.state === 'loading') return <Skeleton rows={10} />
  if (who.state === 'offline') return <Unreachable />
  return (
    <Switch>
      <Route path="/">
        <main className="flex h-full bg-surface">
          <Sidebar />
          <div className="hidden min-w-0 flex-1 flex-col wide:flex">
            <HomePage />
          </div>
        </main>
      </Route>
      <Route path="/groups/:id">
        {({ id }) => (
          <div className="flex h-full bg-surface">
            <Sidebar groupId={id} />
            <main className="flex min-w-0 flex-1 flex-col">
              <GroupPage key={id} id={id} />
            </main>
          </div>
        )}
      </Route>
      <Route>
        <main className="flex h-full flex-col bg-surface">
          <NotHere />
        </main>
      </Route>
    </Switch>
  )
}
