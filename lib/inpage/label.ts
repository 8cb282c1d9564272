import type { ReadProblem, RosterState } from '../lms/roster.ts'
import type { MessageKey, Say } from '../words.ts'
import { countInvitable } from './invitable.ts'

const problems: Readonly<Record<ReadProblem, MessageKey>> = {
  signedOut: 'readSignedOut',
  forbidden: 'readForbidden',
  throttled: 'readThrottled',
  unreachable: 'readUnreachable',
  broken: 'readBroken',
  notThere: 'readNotThere',
  unreadable: 'readUnreadable',
  stopped: 'readStopped',
}

/** The button's one line, which says what a click is about to be about. */
export const labelFor = (state: RosterState, say: Say): string => {
  if (state.kind === 'problem') return say(problems[state.problem], state.course.lmsLabel)
  if (state.kind === 'ready') {
    const { people, addressesHidden, addressesFolded, course } = state.roster
    const count = countInvitable(people)
    if (count > 0) return say.count('invitePeople', count)
    if (people.length === 0) return say('deedNobody')
    if (addressesFolded) return say('inpageFolded')
    return addressesHidden ? say('inpageHidden', course.lmsLabel) : say('inpageNoAddress')
  }
  if (state.kind !== 'reading' || state.read === 0) return say('headReading')
  return state.total ? say('inpageReading', state.read, state.total) : say.count('readSoFar', state.read)
}
