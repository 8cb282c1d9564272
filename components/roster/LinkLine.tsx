import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Group } from '../../lib/contract/schemas.ts'
import type { Course } from '../../lib/lms/roster.ts'
import { Button } from '../kit/Button.tsx'
import { Menu } from '../kit/Menu.tsx'
import { Problem } from '../Problem.tsx'
import { useGroups } from '../queries.ts'
import { useServices } from '../services.ts'
import { courseOnService, useRosterLinks } from './useRosterLinks.ts'

interface Props {
  readonly course: Course
  readonly group: Group
}

/** Which Group this course is linked with, in one quiet line, and the way to have it otherwise. Nothing is said before the first send. */
export const LinkLine = ({ course, group }: Props) => {
  const { call, say } = useServices()
  const client = useQueryClient()
  const links = useRosterLinks(course)
  const groups = useGroups().data ?? []
  const linked = links?.includes(group.id)
  const other = linked ? undefined : groups.find(({ id }) => links?.includes(id))
  const elsewhere = useQuery({
    queryKey: ['rosterLinkOf', group.id],
    enabled: links?.length === 0,
    queryFn: async () => (await call('rosters.get', { groupId: group.id })).link,
  }).data
  const change = useMutation({
    mutationFn: async (to: 'link' | 'unlink') => {
      if (to === 'unlink') await call('rosters.unlink', { groupId: group.id })
      else await call('rosters.link', { groupId: group.id, ...courseOnService(course), name: course.name })
      if (to === 'link' && other) await call('rosters.unlink', { groupId: other.id })
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['rosterLinks'] })
      await client.invalidateQueries({ queryKey: ['rosterLinkOf'] })
    },
  })
  const here = (
    <Button small look="plain" className="min-h-6 px-1" busy={change.isPending} onClick={() => change.mutate('link')}>
      {say('linkHere', group.name)}
    </Button>
  )
  return (
    <>
      {linked ? (
        <Line words={say('linkedTo', group.name)}>
          <Menu
            label={say('linkedTo', group.name)}
            align="end"
            className="w-72"
            button={(given) => (
              <button
                type="button"
                {...given}
                className="min-h-6 rounded-control px-1 font-medium text-accent hover:bg-accent-wash"
              >
                {say('change')}
              </button>
            )}
          >
            {(close) => (
              <div className="flex flex-col items-start gap-2 p-2 text-13">
                <p>{say('linkedWhat')}</p>
                <Button
                  small
                  busy={change.isPending}
                  onClick={() => {
                    close()
                    change.mutate('unlink')
                  }}
                >
                  {say('unlink')}
                </Button>
              </div>
            )}
          </Menu>
        </Line>
      ) : other ? (
        <Line words={say('linkedTo', other.name)}>{here}</Line>
      ) : elsewhere ? (
        <Line
          words={
            elsewhere.name
              ? say('linkedElsewhere', group.name, elsewhere.name)
              : say('linkedElsewhereUnnamed', group.name)
          }
        >
          {here}
        </Line>
      ) : null}
      {change.error && <Problem problem={change.error} className="mx-4 mb-3 flex-none" />}
    </>
  )
}

const Line = ({ words, children }: { words: string; children: ReactNode }) => (
  <div className="-mt-2 mb-2 flex min-h-6 flex-none items-center gap-1.5 px-4 text-12 text-quiet">
    <Link2 aria-hidden className="size-3.5 flex-none" />
    <span className="min-w-0 truncate" title={words}>
      {words}
    </span>
    <span aria-hidden>·</span>
    <span className="flex-none">{children}</span>
  </div>
)
