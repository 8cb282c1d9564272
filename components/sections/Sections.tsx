import { useMutation } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import type { Group, GroupRole } from '../../lib/contract/schemas.ts'
import { courseKey, type Roster } from '../../lib/lms/roster.ts'
import type { Say } from '../../lib/words.ts'
import { useRoles } from '../invite/useRoles.ts'
import { Button } from '../kit/Button.tsx'
import { IconButton } from '../kit/IconButton.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Problem } from '../Problem.tsx'
import { useForgetPeople } from '../queries.ts'
import { useServices } from '../services.ts'
import { Foot } from '../shell/Foot.tsx'
import { Moves } from './Moves.tsx'
import { SectionRow } from './SectionRow.tsx'
import { sendSections } from './sendSections.ts'
import { useSections } from './useSections.ts'

interface Props {
  readonly roster: Roster
  readonly group: Group
  /** The students' role. */
  readonly role: GroupRole
  /** The class was read whole: who is not in a section has left it. */
  readonly whole: boolean
  readonly onBack: () => void
}

const deed = (say: Say, invited: number, moved: number, chosen: number): string => {
  if (chosen === 0) return say('bySectionNoneChosen')
  if (invited > 0 && moved > 0) return say.count('bySectionDeedMove', invited, moved)
  if (invited > 0) return say.count('bySectionDeed', invited)
  return moved > 0 ? say.count('moveDeed', moved) : say('bySectionNothing')
}

/** A Group for each section: which, whether it is there or made, who goes into it, and who changed. All of it can be changed before it is done. */
export const Sections = ({ roster, group, role, whole, onBack }: Props) => {
  const { call, jobs, say } = useServices()
  const forget = useForgetPeople()
  const roles = useRoles(courseKey(roster.course), group)
  const made = useSections(roster, group, { role, roles, whole })
  const { choices, plan, moves } = made
  const chosen = choices.filter(({ on }) => on)
  const moving = moves.filter(made.isMoved)
  const rest = plan?.rest.length ?? 0
  // Somebody in two sections is one person.
  const invited = new Set(plan ? [...plan.into.values(), plan.rest].flat().map(({ email }) => email) : []).size
  const fresh = chosen.filter(({ groupId }) => groupId === undefined).length
  const send = useMutation({
    mutationFn: async () => {
      if (plan) await sendSections({ call, jobs, course: roster.course, group, choices, plan, moves: moving })
    },
    onSettled: () => forget(group.id),
    onSuccess: onBack,
  })
  const notes = [
    ...(fresh > 0 ? [say.count('newGroups', fresh)] : []),
    ...(rest > 0 ? [say.count('restInto', rest, group.name)] : []),
  ]
  return (
    <>
      <div className="flex flex-none items-start gap-2 px-2 py-3">
        <IconButton label={say('backToList')} onClick={onBack}>
          <ArrowLeft aria-hidden className="size-4.5 rtl:-scale-x-100" />
        </IconButton>
        <div className="min-w-0 flex-1 pe-2">
          <h2 className="text-16 font-semibold">{say('bySectionTitle')}</h2>
          <p className="text-13 text-quiet">{say('bySectionWhat', group.name)}</p>
        </div>
      </div>
      {made.problem && <Problem problem={made.problem} onRetry={made.retry} className="mx-4 mb-3 flex-none" />}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not scroll as a box does */}
      <div
        role="group"
        aria-label={say('bySectionTitle')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto border-t border-line -outline-offset-2 short:min-h-64"
      >
        <ul className="divide-y divide-line">
          {choices.map((choice) => (
            <SectionRow
              key={choice.section}
              choice={choice}
              nested={made.nested}
              toInvite={plan && (plan.into.get(choice.section)?.length ?? 0)}
              onChange={made.change}
            />
          ))}
        </ul>
        {!plan && !made.problem && <Skeleton rows={2} />}
        <Moves moves={moves} isMoved={made.isMoved} onMove={made.move} />
        {!whole && <p className="px-4 py-3 text-12 text-quiet">{say('movesPartial')}</p>}
      </div>
      {send.error && <Problem problem={send.error} className="m-4" />}
      <Foot note={notes.length > 0 ? notes.join(' ') : undefined}>
        <Button
          look="primary"
          className="flex-1"
          off={!plan || chosen.length === 0 || invited + moving.length === 0}
          busy={(!plan && !made.problem) || send.isPending}
          onClick={() => send.mutate()}
        >
          {plan ? deed(say, invited, moving.length, chosen.length) : say(made.problem ? 'bySection' : 'deedChecking')}
        </Button>
      </Foot>
    </>
  )
}
