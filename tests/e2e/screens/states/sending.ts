import { inTurn, type Look, press, sees } from '../look.ts'

/** Signed in or not, and what is sent. */
export const sending: readonly Look[] = [
  { scene: 'signed-out', steps: sees('Sign in to the group service') },
  { scene: 'sign-in-closed', steps: inTurn(press('Sign in'), sees(/window was closed/)) },
  { scene: 'loading' },
  { scene: 'offline', steps: sees('Invite 285 students') },
  { scene: 'service-newer', steps: sees('The group service is newer than this extension') },
  { scene: 'service-down', steps: sees('The group service does not answer') },
  { scene: 'no-group-yet', steps: sees('You have no Groups yet') },
  { scene: 'no-group-yet', name: 'no-group-form', steps: press('Create Group') },
  { scene: 'no-group-for-you', steps: sees('You own no Groups yet') },
  { scene: 'sending', steps: sees('120 of 297') },
  { scene: 'waiting-signed-out', steps: sees('Sign in again') },
  { scene: 'waiting-unreachable', steps: sees('Try now') },
  { scene: 'waiting-proxy', steps: sees('Try now') },
  { scene: 'waiting-busy', steps: sees('Try now') },
  { scene: 'refused-not-allowed', steps: sees('214 not sent') },
  { scene: 'refused-not-found', steps: sees('214 not sent') },
  { scene: 'outcome', steps: sees('Amara Okafor') },
  { scene: 'outcome-sections', steps: sees('Amara Okafor') },
  { scene: 'outcome-left', steps: sees('Amara Okafor') },
  { scene: 'undone', steps: sees('214 invitations taken back') },
  { scene: 'undone-late', steps: sees('211 invitations taken back') },
]
