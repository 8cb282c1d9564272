import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { Chip } from '../../../components/kit/Chip.tsx'
import { Progress } from '../../../components/kit/Progress.tsx'
import { Skeleton } from '../../../components/kit/Skeleton.tsx'
import { ProblemScreen } from '../../../components/ProblemScreen.tsx'
import { useServices } from '../../../components/services.ts'

/** From this part of what it may have, an Owner is told in a word. */
const NEAR = 0.9

/** How much a Workspace has, against what it may have. */
export const Usage = ({ workspaceId }: { workspaceId: string }) => {
  const { call, say } = useServices()
  const usage = useQuery({
    queryKey: ['workspaceUsage', workspaceId],
    queryFn: () => call('workspaces.usage', { workspaceId }),
  })
  if (usage.error && !usage.data) return <ProblemScreen problem={usage.error} onRetry={() => void usage.refetch()} />
  if (!usage.data) return <Skeleton />
  const { quotas, ...has } = usage.data
  const limited = [
    { word: 'tabPeople', now: has.people, most: quotas.people },
    { word: 'groups', now: has.groups, most: quotas.groups },
    { word: 'usageInvitationsToday', now: has.invitationsToday, most: quotas.invitations },
    { word: 'usageMailsToday', now: has.mailsToday, most: quotas.mails },
  ] as const
  const counted = [
    { word: 'usagePending', now: has.pending },
    { word: 'usageAccepted', now: has.accepted },
    { word: 'usageMailsMonth', now: has.mailsThisMonth },
  ] as const
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 py-5">
      <div className="flex max-w-110 flex-col gap-5">
        <p className="text-quiet">{say('usageNote')}</p>
        {limited.map(({ word, now, most }) => (
          <div key={word} className="flex flex-col gap-1.5">
            <p className="flex items-center gap-2">
              <span className="font-medium">{say(word)}</span>
              {now >= most * NEAR && (
                <Chip icon={TriangleAlert} tone="attention">
                  {say('usageNear')}
                </Chip>
              )}
              <span className="ms-auto text-13 text-quiet tabular-nums">{say('usageOf', now, most)}</span>
            </p>
            <Progress label={say(word)} value={Math.min(now, most)} max={most} waiting={now >= most * NEAR} />
          </div>
        ))}
        <dl className="divide-y divide-line rounded-card border border-line bg-raised">
          {counted.map(({ word, now }) => (
            <div key={word} className="flex min-h-11 items-center gap-3 px-4">
              <dt className="flex-1">{say(word)}</dt>
              <dd className="font-medium tabular-nums">{say.number(now)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  )
}
