import { ProblemScreen } from '../../components/ProblemScreen.tsx'
import { CallProblem } from '../../lib/contract/errors.ts'

/** The page came, and the service behind it does not answer. */
export const Unreachable = () => (
  <main className="flex h-full flex-col bg-surface">
    <ProblemScreen page problem={new CallProblem('unreachable')} onRetry={() => location.reload()} />
  </main>
)
