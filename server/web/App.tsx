import { lazy, type ReactNode, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Skeleton } from '../../components/kit/Skeleton.tsx'
import { useLive } from '../../components/live.ts'
import { useServices } from '../../components/services.ts'
import { GroupPage } from './group/GroupPage.tsx'
import { HomePage } from './HomePage.tsx'
import { Moves } from './moves/Moves.tsx'
import { NotHere } from './NotHere.tsx'
import { SignedOut } from './SignedOut.tsx'
import { Sidebar } from './sidebar/Sidebar.tsx'
import { Unreachable } from './Unreachable.tsx'

const ClosedPage = lazy(async () => ({ default: (await import('./ClosedPage.tsx')).ClosedPage }))
const MePage = lazy(async () => ({ default: (await import('./me/MePage.tsx')).MePage }))
const WorkspacePage = lazy(async () => ({ default: (await import('./workspace/WorkspacePage.tsx')).WorkspacePage }))

/** The web app: Groups at the side, one page beside them. On a narrow screen it is one or the other. */
export const App = () => {
  const { account } = useServices()
  const who = useLive(account)
  if (who.state === 'signedOut') return <SignedOut />
  if (who.state === 'loading') return <Skeleton rows={10} />
  if (who.state === 'offline') return <Unreachable />
  return (
    <Moves>
      <Switch>
        <Route path="/">
          <main className="flex h-full bg-surface">
            <Sidebar home />
            <div className="hidden min-w-0 flex-1 flex-col wide:flex">
              <HomePage />
            </div>
          </main>
        </Route>
        <Route path="/groups/:id/:part?">
          {({ id, part }) => (
            <Beside groupId={id}>
              <GroupPage key={id} id={id} part={part} />
            </Beside>
          )}
        </Route>
        <Route path="/archive">
          <Beside>
            <ClosedPage />
          </Beside>
        </Route>
        <Route path="/me">
          <Beside>
            <MePage />
          </Beside>
        </Route>
        <Route path="/workspaces/:id/:part?">
          {({ id, part }) => (
            <Beside>
              <WorkspacePage key={id} id={id} part={part} />
            </Beside>
          )}
        </Route>
        <Route>
          <main className="flex h-full flex-col bg-surface">
            <NotHere />
          </main>
        </Route>
      </Switch>
    </Moves>
  )
}

const Beside = ({ groupId, children }: { groupId?: string; children: ReactNode }) => (
  <div className="flex h-full bg-surface">
    <Sidebar {...(groupId ? { groupId } : {})} />
    <main className="flex min-w-0 flex-1 flex-col">
      <Suspense fallback={<Skeleton rows={10} />}>{children}</Suspense>
    </main>
  </div>
)
