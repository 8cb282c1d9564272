import * as z from 'zod/mini'
import { GroupRole, Id, Me } from './contract/schemas.ts'
import { defaultServiceUrl } from './identity.ts'
import type { JobChunk } from './jobs/job.ts'
import { type Look, languages, themes, usualLook } from './look.ts'
import { defaultRoleMapping, type RoleMapping } from './people/person.ts'
import { noRoleChanges, type RoleChanges } from './people/roles.ts'
import { type Item, item } from './storage/item.ts'
import { StoredChunk, StoredJob } from './storage/jobSchemas.ts'
import { listOf, maybe, or, recordOf } from './storage/read.ts'

/** Everything that the extension keeps, once: where, under which key, what it looks like, and what stands in for it. */

/** Set by `npm start` when the service is not at its usual port. */
const builtFor: unknown = import.meta.env.WXT_SERVICE_URL

/** Address of the group service, without a trailing slash. */
export const serviceItem = item({
  area: 'local',
  key: 'service',
  version: 1,
  schema: or(z.string(), typeof builtFor === 'string' ? builtFor : defaultServiceUrl),
})

const Tokens = z.object({
  /** Address of the service that gave them; of no use anywhere else. */
  service: z.string(),
  access: z.string(),
  refresh: z.nullable(z.string()),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
})
export type Tokens = z.infer<typeof Tokens>

/** Apart from everything else: read by the background alone, and never shown. */
export const tokensItem = item<Tokens | null>({
  area: 'secret',
  key: 'tokens',
  version: 1,
  schema: or(z.nullable(Tokens), null),
})

export interface KnownAccount {
  readonly signedIn: boolean
  readonly offline: boolean
  readonly me: Me | null
  readonly version?: 'older' | 'newer'
}

const KnownAccount: z.ZodMiniType<KnownAccount> = z.object({
  signedIn: or(z.boolean(), false),
  /** The service did not answer when it was last asked. */
  offline: or(z.boolean(), false),
  /** Who was signed in last; stays for display when the service ends the sign-in. */
  me: or(z.nullable(Me), null),
  /** What the service is, where it speaks another contract than this extension. */
  version: maybe(z.enum(['older', 'newer'])),
})

export const nobody: KnownAccount = { signedIn: false, offline: false, me: null }

/** What pages of ours may know about the account. */
export const accountItem = item<KnownAccount>({
  area: 'local',
  key: 'account',
  version: 1,
  schema: or(KnownAccount, nobody),
})

/** Heads of the send jobs, in the order in which they were started. */
export const jobsItem = item({ area: 'local', key: 'jobs', version: 1, schema: listOf(StoredJob) })

/** One chunk of a job has a key of its own, so that an acknowledgement writes one small record. */
export const chunkItem = (jobId: string, index: number): Item<JobChunk | null> =>
  item<JobChunk | null>({
    area: 'local',
    key: `chunk.${jobId}.${index}`,
    version: 1,
    schema: or(z.nullable(StoredChunk), null),
  })

/** Courses that the service is still to be told of, with the Group that their first send went into. */
export const tiesItem = item({
  area: 'local',
  key: 'ties',
  version: 1,
  schema: listOf(z.object({ groupId: Id, site: z.string(), course: z.string(), name: z.string() })),
})

const Choice = z.object({ groupId: Id, role: GroupRole })

/** Group and role chosen last time for a course (`site|courseId`). One key each: the panel may not take locks. */
export const choiceItem = (courseKey: string): Item<z.infer<typeof Choice> | null> =>
  item<z.infer<typeof Choice> | null>({
    area: 'local',
    key: `choice.${courseKey}`,
    version: 1,
    schema: or(z.nullable(Choice), null),
  })

/** Groups of the last sends, latest first: what a right click on the icon offers a link of. */
export const recentItem = item({
  area: 'local',
  key: 'recent',
  version: 1,
  schema: listOf(z.object({ id: Id, name: z.string() })),
})

/** Match patterns of the sites that were allowed once, and are not any more: said in the popup until somebody has answered. */
export const withdrawnItem = item({ area: 'local', key: 'withdrawn', version: 1, schema: listOf(z.string()) })

/** How the screens look on this computer. */
export const lookItem = item<Look>({
  area: 'local',
  key: 'look',
  version: 1,
  schema: or(
    z.object({
      language: or(z.enum(['browser', ...languages]), usualLook.language),
      theme: or(z.enum(themes), usualLook.theme),
    }),
    usualLook,
  ),
})

const MappedRole = z.nullable(GroupRole)

/** A Group role for each LMS role (null: left out), where nothing else was chosen for a course. */
export const rolesItem = item<RoleMapping>({
  area: 'local',
  key: 'roles',
  version: 1,
  schema: or(
    z.object({
      teacher: or(MappedRole, defaultRoleMapping.teacher),
      ta: or(MappedRole, defaultRoleMapping.ta),
      student: or(MappedRole, defaultRoleMapping.student),
      designer: or(MappedRole, defaultRoleMapping.designer),
      // Never invited, whatever was stored.
      observer: z.pipe(
        z.unknown(),
        z.transform(() => null),
      ),
      other: or(MappedRole, defaultRoleMapping.other),
    }),
    defaultRoleMapping,
  ),
})

/** What was changed of that for one course (`site|courseId`): by LMS role, and by the LMS's own label of a role. */
export const courseRolesItem = (courseKey: string): Item<RoleChanges> =>
  item<RoleChanges>({
    area: 'local',
    key: `roles.${courseKey}`,
    version: 1,
    schema: or(z.object({ roles: recordOf(MappedRole), labels: recordOf(MappedRole) }), noRoleChanges),
  })

/** The last answers about Groups, for a first paint without waiting; never people. Written by the query client. */
export const queriesItem = item<string | null>({
  area: 'local',
  key: 'queries',
  version: 1,
  schema: or(z.nullable(z.string()), null),
})

/** Panels that content scripts asked for: which tab, and until when (milliseconds since 1970), by ticket. */
export const ticketsItem = item({
  area: 'session',
  key: 'tickets',
  version: 1,
  schema: recordOf(z.object({ tabId: z.number(), until: z.number() })),
})

/** Tabs that show a roster which was read, by id. */
export const rosterTabsItem = item({ area: 'session', key: 'rosterTabs', version: 1, schema: recordOf(z.boolean()) })

/** What was typed into the popup's paste box, on its way to the page that also reads files. Gone when that page has it. */
export const typedItem = item({ area: 'session', key: 'typed', version: 1, schema: or(z.string(), '') })

/** The sign-in under way. */
export const signInItem = item<{ state: string; verifier: string } | null>({
  area: 'session',
  key: 'signIn',
  version: 1,
  schema: or(z.nullable(z.object({ state: z.string(), verifier: z.string() })), null),
})
