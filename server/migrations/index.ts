import first from './2026-11-24-first.ts'
import claims from './2026-11-26-claims.ts'
import groups from './2026-11-26-groups.ts'
import history from './2026-11-26-history.ts'
import outbox from './2026-11-26-outbox.ts'
import people from './2026-11-26-people.ts'
import words from './2026-11-26-words.ts'
import workspaceInvitations from './2026-11-26-workspace-invitations.ts'
import workspaceLinks from './2026-11-26-workspace-links.ts'
import workspaceRosters from './2026-11-26-workspace-rosters.ts'
import workspaceSharedRosters from './2026-11-26-workspace-shared-rosters.ts'
import workspaceSorting from './2026-11-26-workspace-sorting.ts'
import workspaceSso from './2026-11-26-workspace-sso.ts'
import workspaceStarts from './2026-11-26-workspace-starts.ts'
import workspaceVia from './2026-11-26-workspace-via.ts'
import workspaceVisits from './2026-11-26-workspace-visits.ts'
import workspaceWeeks from './2026-11-26-workspace-weeks.ts'
import workspacesRoles from './2026-11-26-workspaces-roles.ts'
import listed from './2026-11-27-listed.ts'
import rosterKind from './2026-11-27-roster-kind.ts'
import waiting from './2026-11-27-waiting.ts'
import workspaceDeletion from './2026-11-27-workspace-deletion.ts'

/** Every migration by its name, which begins with its date: they run in the order of their names. */
export const migrations: Readonly<Record<string, string>> = {
  '2026-11-24-first': first,
  '2026-11-26-claims': claims,
  '2026-11-26-groups': groups,
  '2026-11-26-history': history,
  '2026-11-26-outbox': outbox,
  '2026-11-26-people': people,
  '2026-11-26-words': words,
  '2026-11-26-workspace-invitations': workspaceInvitations,
  '2026-11-26-workspace-links': workspaceLinks,
  '2026-11-26-workspace-rosters': workspaceRosters,
  '2026-11-26-workspace-shared-rosters': workspaceSharedRosters,
  '2026-11-26-workspace-sorting': workspaceSorting,
  '2026-11-26-workspace-sso': workspaceSso,
  '2026-11-26-workspace-starts': workspaceStarts,
  '2026-11-26-workspace-via': workspaceVia,
  '2026-11-26-workspace-visits': workspaceVisits,
  '2026-11-26-workspace-weeks': workspaceWeeks,
  '2026-11-26-workspaces-roles': workspacesRoles,
  '2026-11-27-listed': listed,
  '2026-11-27-roster-kind': rosterKind,
  '2026-11-27-waiting': waiting,
  '2026-11-27-workspace-deletion': workspaceDeletion,
}
