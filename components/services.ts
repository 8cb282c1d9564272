import { createContext, useContext } from 'react'
import type { CallService, GroupRole, Me } from '../lib/contract/index.ts'
import type { JobChunk, SendJob, SendOrder } from '../lib/jobs/job.ts'
import type { RosterState } from '../lib/lms/roster.ts'
import type { RoleMapping, RosterPerson } from '../lib/people/person.ts'
import type { RoleChanges } from '../lib/people/roles.ts'
import type { Say } from '../lib/words.ts'

/** A value that changes by itself: read it now, hear about the next one. Fits React's useSyncExternalStore. */
export interface Live<T> {
  get(): T
  /** Returns the function that stops listening. */
  subscribe(changed: () => void): () => void
}

export type Account =
  | { readonly state: 'loading' }
  | { readonly state: 'signedOut'; readonly service: string }
  | { readonly state: 'signedIn'; readonly service: string; readonly me: Me }
  /** Signed in, and the service speaks another contract than this extension. */
  | { readonly state: 'otherVersion'; readonly service: string; readonly newer: boolean }
  /** Signed in before, and the service does not answer: last known data is shown. */
  | { readonly state: 'offline'; readonly service: string; readonly me?: Me }

/** What was chosen last time for a course, and before there was a Group. */
interface Choice {
  readonly groupId?: string
  readonly role: GroupRole
}

/** What an LMS role comes to in a Group: by default, and where a course has it otherwise. */
export interface RolesService {
  get(courseKey: string): Promise<{ readonly byDefault: RoleMapping; readonly changes: RoleChanges }>
  set(courseKey: string, changes: RoleChanges): Promise<void>
}

/** The signed-in person and how to change that. */
export interface AccountService extends Live<Account> {
  /** Opens the sign-in window; rejects with a CallProblem ('signedOut' when the person closed it). */
  signIn(): Promise<void>
  signOut(): Promise<void>
}

/** The roster of the tab this screen belongs to. */
export interface RosterService extends Live<RosterState> {
  /** Read, or read again, the whole course. */
  read(): void
  /** Have the page's list scrolled to its end, or stop that. */
  grow(act: 'start' | 'stop'): void
}

export interface JobService extends Live<readonly SendJob[]> {
  /** Resolves with the job's id once it is stored, before the first request. */
  start(order: SendOrder): Promise<string>
  chunks(jobId: string): Promise<readonly JobChunk[]>
  retry(jobId: string): Promise<void>
  undo(jobId: string): Promise<void>
  /** Its end was on a screen: the next visit starts from the list again. */
  seen(jobId: string): Promise<void>
  dismiss(jobId: string): Promise<void>
}

/** "Always on this site". */
export interface SiteService {
  readonly origin: string
  /** It was allowed once, and that was taken back since. */
  readonly withdrawn: boolean
  /** It is to stay taken back: nothing more is said of it. */
  leaveWithdrawn(): Promise<void>
  /** Asks the browser; true when granted. Must be called from a click. */
  allowAlways(): Promise<boolean>
}

/** Being told of the end of a send by the system, where no screen of ours shows it: whether it is allowed. */
export interface NoticeService extends Live<boolean> {
  /** Asks the browser; true when granted. Must be called from a click. */
  allow(): Promise<boolean>
}

/**
 * Files with people in them. A popup closes as soon as the window for choosing one opens, so it can only open a page for it, and hands
 * over what was typed already.
 */
export type FileService =
  | { readonly here: true; read(file: File): Promise<readonly RosterPerson[]>; readonly typed: string }
  | { readonly here: false; openPage(typed: string): void }

/** Everything a screen does besides drawing. The extension and the web app each make one; tests make a fake. */
export interface Services {
  readonly call: CallService
  readonly account: AccountService
  /** null in the web app and on pages no content script can reach. */
  readonly roster: RosterService | null
  readonly jobs: JobService
  readonly choices: {
    get(courseKey: string): Promise<Choice | undefined>
    set(courseKey: string, choice: Required<Choice>): Promise<void>
  }
  readonly roles: RolesService
  /** null while there is no course, or where it is allowed already or cannot be. */
  readonly site: Live<SiteService | null>
  /** null where nobody can be told, or asked whether they want to. */
  readonly notices: NoticeService | null
  readonly files: FileService
  copy(text: string): Promise<void>
  /** Saves a text as a file, where the browser saves files. */
  save(fileName: string, text: string, type: string): void
  /** Opens an address of the group service in a tab. */
  open(path: string): void
  /** Opens what the extension knows on this computer; null in the web app. */
  readonly openSettings: (() => void) | null
  /** This program and the browser it runs in, for reports: no person, no place. */
  readonly about: string
  readonly say: Say
}

export const ServicesContext = createContext<Services | null>(null)

export const useServices = (): Services => {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('A screen was drawn outside ServicesContext.')
  return services
}
