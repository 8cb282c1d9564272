import type {
  CallInput,
  CallName,
  Group,
  KnownAddress,
  ShareLink,
  WorkspaceSettings,
} from '../../lib/contract/index.ts'
import { isInside } from '../../lib/groups/tree.ts'
import type { FakeWorld } from './fakeWorld.ts'
import { biology, group, me, uuid, workspaceId } from './invented.ts'

const asRead = <T extends object>(link: T) => ({ readAt: null, readPeople: null, ...link })

/** The calls that screens make, answered from a world, which they change as the service would; others come to no answer. */
export const answersIn = (world: FakeWorld) => {
  const outOfSight: KnownAddress[] = []
  const giveRole = (ids: readonly string[], role: Group['role']) => {
    world.addresses = world.addresses.map((row) => (row.id && ids.includes(row.id) ? { ...row, role } : row))
  }

  const changed = (id: string, change: Partial<Group>): Group => {
    world.groups = world.groups.map((one) => (one.id === id ? { ...one, ...change } : one))
    return world.groups.find((one) => one.id === id) ?? biology
  }

  const answers: { [N in CallName]?: (input: CallInput<N>) => unknown } = {
    me: () => me,
    'rosters.find': ({ site, course }) => ({
      links: world.rosterLinks.filter((link) => link.site === site && link.course === course).map(asRead),
    }),
    'rosters.get': ({ groupId }) => ({
      link: world.rosterLinks.filter((link) => link.groupId === groupId).map(asRead)[0] ?? null,
    }),
    'rosters.link': ({ groupId, site, course, name = '', lms }) => {
      const link = { groupId, site, course, name, ...(lms && { lms }) }
      world.rosterLinks = [...world.rosterLinks.filter((one) => one.groupId !== groupId), link]
      return asRead(link)
    },
    'rosters.unlink': ({ groupId }) => {
      world.rosterLinks = world.rosterLinks.filter((one) => one.groupId !== groupId)
      return {}
    },
    'groups.list': ({ show = 'open' }) => ({
      groups: world.groups.filter((one) =>
        one.deletedAt ? show === 'deleted' : one.archivedAt ? show === 'archived' : show === 'open',
      ),
    }),
    'groups.create': (input) => {
      const made = group(90 + world.groups.length, input.name, { members: 1, pending: 0, type: 'private' })
      world.groups = [...world.groups, made]
      return made
    },
    'groups.get': () => world.groups[0],
    'groups.times': () => world.times,
    'groups.change': ({ groupId, name, type, ...times }) => {
      world.times = { ...world.times, ...times }
      return changed(groupId, { ...(name && { name }), ...(type && { type }) })
    },
    'groups.move': ({ groupId, parentId, space }) => {
      const around = world.groups.find(({ id }) => id === parentId)
      // Among others, what was Private is Shared, and so is what lies in it.
      if (around && around.type !== 'private')
        for (const { id, type } of world.groups)
          if (type === 'private' && isInside(world.groups, id, groupId)) changed(id, { type: 'shared' })
      return changed(groupId, { parentId, ...(space && { type: space === 'private' ? 'private' : 'shared' }) })
    },
    'groups.copy': ({ groupId, name }) => {
      const made = { ...changed(groupId, {}), id: uuid(91), name }
      world.groups = [...world.groups, made]
      return made
    },
    'groups.archive': ({ groupId }) => changed(groupId, { archivedAt: '2026-09-01T08:00:00Z' }),
    'groups.unarchive': ({ groupId }) => {
      const { archivedAt: _, ...open } = changed(groupId, {})
      world.groups = world.groups.map((one) => (one.id === groupId ? open : one))
      return open
    },
    'groups.delete': ({ groupId }) => {
      changed(groupId, { deletedAt: '2026-09-01T08:00:00Z' })
      return { restorableUntil: '2026-10-01T08:00:00Z' }
    },
    'groups.restore': ({ groupId }) => {
      const { deletedAt: _, ...open } = changed(groupId, {})
      world.groups = world.groups.map((one) => (one.id === groupId ? open : one))
      return open
    },
    'groups.purge': () => ({ members: 11, invitations: 3, mails: 14 }),
    'groups.export': ({ format }) => ({ fileName: `biology-101.${format}`, text: 'name,email\n' }),
    'members.leave': ({ groupId }) => {
      world.groups = world.groups.filter(({ id }) => id !== groupId)
      return {}
    },
    'workspaces.settings': () => world.settings,
    'workspaces.change': ({ workspaceId: _, ...given }) => {
      world.settings = { ...world.settings, ...given } as WorkspaceSettings
      return world.settings
    },
    'workspaces.delete': () => {
      world.deletedWorkspaces = [
        { id: workspaceId, name: world.settings.name, restorableUntil: '2026-09-28T09:30:00Z' },
      ]
      return { restorableUntil: '2026-09-28T09:30:00Z' }
    },
    'workspaces.deleted': () => ({ workspaces: world.deletedWorkspaces }),
    'workspaces.restore': () => {
      world.deletedWorkspaces = []
      return { id: workspaceId, name: world.settings.name, role: 'owner' }
    },
    'workspacePeople.list': ({ search = '', role }) => {
      const rows = world.workspacePeople.filter(
        (one) => `${one.name} ${one.email}`.includes(search) && (role ?? one.role) === one.role,
      )
      return { rows, total: rows.length, next: null }
    },
    'workspacePeople.change': ({ personId, role }) => {
      world.workspacePeople = world.workspacePeople.map((one) => (one.id === personId ? { ...one, role } : one))
      return { role }
    },
    'workspacePeople.remove': ({ personId }) => {
      world.workspacePeople = world.workspacePeople.filter(({ id }) => id !== personId)
      return {}
    },
    'workspacePeople.invite': ({ people: some }) => ({
      outcomes: some.map(({ email }, index) => ({ email, outcome: index === 0 ? 'invited' : 'member' })),
    }),
    'workspacePeople.invited': ({ state = 'pending' }) => ({
      rows: world.workspaceInvited.filter((one) => one.state === state),
    }),
    'workspaceInvitations.resend': ({ ids }) => ({ outcomes: ids.map((id) => ({ id, outcome: 'sent' })) }),
    'workspaceInvitations.renew': ({ ids }) => {
      world.workspaceInvited = world.workspaceInvited.map((one) =>
        ids.includes(one.id) ? { ...one, state: 'pending', delivery: 'held' } : one,
      )
      return { outcomes: ids.map((id) => ({ id, outcome: 'renewed' })) }
    },
    'workspaceInvitations.readdress': ({ changes }) => {
      world.workspaceInvited = world.workspaceInvited.map(({ problem: _, ...one }) => {
        const email = changes.find(({ id }) => id === one.id)?.email
        return email === undefined ? one : { ...one, email, delivery: 'held' }
      })
      return { outcomes: changes.map(({ id }) => ({ id, outcome: 'readdressed' })) }
    },
    'workspacePeople.uninvite': ({ invitationId }) => {
      world.workspaceInvited = world.workspaceInvited.filter(({ id }) => id !== invitationId)
      return {}
    },
    'workspaceLinks.list': () => ({ links: world.workspaceLinks }),
    'workspaceLinks.create': ({ access, role }) => {
      const url = `https://groups.example.edu/join/workspace/fresh-${world.workspaceLinks.length}`
      const made = {
        id: uuid(600 + world.workspaceLinks.length),
        access,
        role,
        url,
        uses: 0,
        createdAt: '2026-09-01T08:00:00Z',
      }
      world.workspaceLinks = [...world.workspaceLinks, made]
      return made
    },
    'workspaceLinks.rotate': ({ linkId }) => {
      world.workspaceLinks = world.workspaceLinks.map((one) =>
        one.id === linkId ? { ...one, url: `${one.url}-again` } : one,
      )
      return world.workspaceLinks.find(({ id }) => id === linkId)
    },
    'workspaceLinks.revoke': ({ linkId }) => {
      world.workspaceLinks = world.workspaceLinks.filter(({ id }) => id !== linkId)
      return {}
    },
    'me.sessions': () => ({ sessions: world.sessions }),
    'me.endSession': ({ sessionId }) => {
      world.sessions = world.sessions.filter(({ id }) => id !== sessionId)
      return {}
    },
    'me.connections': () => ({ connections: world.connections }),
    'me.endConnection': ({ connectionId }) => {
      world.connections = world.connections.filter(({ id }) => id !== connectionId)
      return {}
    },
    'me.signOutEverywhere': () => ({ sessions: world.sessions.length, connections: world.connections.length }),
    'me.invitations': () => ({ invitations: world.waiting }),
    'me.accept': ({ invitationId }) => {
      const accepted = world.waiting.find(({ id }) => id === invitationId)
      world.waiting = world.waiting.filter(({ id }) => id !== invitationId)
      if (!accepted || accepted.group === null) return { groupId: null }
      const joined = group(80, accepted.group, { role: accepted.role, members: null, pending: null })
      world.groups = [...world.groups, joined]
      return { groupId: joined.id }
    },
    'me.decline': ({ invitationId }) => {
      world.waiting = world.waiting.filter(({ id }) => id !== invitationId)
      return {}
    },
    'workspacePeople.setRole': ({ ids, role }) => {
      const outcomes = ids.map((id) => ({ id, outcome: id === me.id ? 'lastOwner' : 'changed' }))
      world.workspacePeople = world.workspacePeople.map((one) =>
        ids.includes(one.id) && one.id !== me.id ? { ...one, role } : one,
      )
      return { outcomes }
    },
    'suppressions.list': () => ({ suppressions: world.suppressions }),
    'suppressions.lift': ({ email }) => {
      world.suppressions = world.suppressions.filter((one) => one.email !== email)
      return { lifted: true }
    },
    'workspaceSuppressions.list': ({ search = '' }) => {
      const suppressions = world.suppressions.filter(({ email }) => email.includes(search))
      return { suppressions, total: suppressions.length }
    },
    'workspaceSuppressions.lift': ({ email }) => {
      world.suppressions = world.suppressions.filter((one) => one.email !== email)
      return { lifted: true }
    },
    'workspaces.usage': () => world.usage,
    'workspaces.testMail': () => world.testMail,
    'me.data': () => ({ fileName: 'rollcall-my-data.json', text: '{}' }),
    'me.deletion': () => world.deletion,
    'me.delete': () => ({}),
    'sso.get': () => ({ sso: world.sso, redirectUri: 'https://groups.example.edu/signin/sso/1', record: 'rollcall=1' }),
    'sso.set': ({ workspaceId: _, secret: _1, domains, ...given }) => {
      world.sso = { ...given, worked: false, domains: domains.map((domain) => ({ domain, proved: false })) }
      return { sso: world.sso, redirectUri: '', record: '' }
    },
    'sso.remove': () => {
      world.sso = null
      return {}
    },
    'sso.test': () => {
      const domains = world.sso?.domains ?? []
      if (world.sso) world.sso = { ...world.sso, domains: domains.map((one) => ({ ...one, proved: true })) }
      return { provider: 'answers', domains: domains.map(({ domain }) => ({ domain, state: 'proved' })) }
    },
    'audit.list': () => ({ lines: world.audit, next: null }),
    'members.list': (input) => {
      const state = input.state ?? 'accepted'
      const search = input.search?.toLowerCase() ?? ''
      const rows = world.members.filter(
        (row) =>
          (state === 'bounced' ? row.state === 'pending' && row.delivery === 'bounced' : row.state === state) &&
          `${row.name} ${row.email}`.toLowerCase().includes(search) &&
          (input.role ?? row.role) === row.role &&
          (input.origin ?? row.origin) === row.origin,
      )
      if (input.sort === 'newest') rows.sort((a, b) => b.since.localeCompare(a.since))
      const from = Number(input.after ?? 0)
      const to = from + Number(input.limit ?? rows.length)
      return { rows: rows.slice(from, to), total: rows.length, next: to < rows.length ? String(to) : null }
    },
    'members.setRole': ({ ids, role }) => {
      const had = new Map([...world.addresses, ...world.members].map((row) => [row.id, row.role]))
      giveRole(ids, role)
      world.members = world.members.map((row) => (ids.includes(row.id) ? { ...row, role } : row))
      return { outcomes: ids.map((id) => ({ id, outcome: had.get(id) === role ? 'same' : 'changed' })) }
    },
    'members.remove': ({ ids }) => {
      world.members = world.members.map((row) => (ids.includes(row.id) ? { ...row, state: 'removed' } : row))
      return { outcomes: ids.map((id) => ({ id, outcome: 'removed' })) }
    },
    'invitations.setRole': ({ ids, role }) => {
      giveRole(ids, role)
      return { outcomes: ids.map((id) => ({ id, outcome: 'changed' })) }
    },
    'rosters.removeGone': ({ groupId, ids }) => {
      const seated = world.seated?.[groupId]?.filter(({ id = '' }) => !ids.includes(id))
      if (seated) {
        world.seated = { ...world.seated, [groupId]: seated }
        return { outcomes: ids.map((id) => ({ id, outcome: 'removed' })) }
      }
      outOfSight.push(...world.addresses.filter(({ id = '' }) => ids.includes(id)))
      world.addresses = world.addresses.filter(({ id = '' }) => !ids.includes(id))
      return { outcomes: ids.map((id) => ({ id, outcome: 'removed' })) }
    },
    'members.restore': ({ ids }) => {
      world.addresses = [...world.addresses, ...outOfSight.filter(({ id = '' }) => ids.includes(id))]
      world.members = world.members.map((row) => (ids.includes(row.id) ? { ...row, state: 'accepted' } : row))
      return { outcomes: ids.map((id) => ({ id, outcome: 'restored' })) }
    },
    'members.history': () => ({ events: world.history }),
    'members.mails': () => world.mails,
    'invitations.resend': ({ ids }) => ({
      outcomes: ids.map((id, index) => ({ id, outcome: index === 0 ? 'sent' : 'tooSoon' })),
    }),
    'invitations.revoke': ({ ids }) => {
      world.members = world.members.map((row) => (ids.includes(row.id) ? { ...row, state: 'revoked' } : row))
      return { outcomes: ids.map((id) => ({ id, outcome: 'revoked' })) }
    },
    'invitations.readdress': ({ changes }) => {
      const to = new Map(changes.map(({ id, email }) => [id, email]))
      world.members = world.members.map((row) => ({ ...row, email: to.get(row.id) ?? row.email, delivery: 'held' }))
      return { outcomes: changes.map(({ id }) => ({ id, outcome: 'readdressed' })) }
    },
    'reminders.send': () => ({ reminded: 2, tooSoon: 1, enough: 0, notMailed: 0 }),
    'members.addresses': (input) => {
      const seated = world.seated?.[input.groupId]
      if (seated) return { addresses: seated, next: null }
      const half = Math.ceil(world.addresses.length / 2)
      return input.after
        ? { addresses: world.addresses.slice(half), next: null }
        : { addresses: world.addresses.slice(0, half), next: half > 0 ? 'second' : null }
    },
    'invitations.send': () => ({ outcomes: [], heldUntil: '2026-09-01T08:00:10Z' }),
    'invitations.undo': () => ({ undone: 0, tooLate: 0 }),
    'links.list': () => ({ links: world.links }),
    'links.create': (input) => {
      const made: ShareLink = {
        id: uuid(500 + world.links.length),
        access: input.access,
        role: input.role,
        url: `https://groups.example.edu/join/fresh-${world.links.length}`,
        uses: 0,
        createdAt: '2026-09-01T08:00:00Z',
        ...(input.people ? { people: input.people.length } : {}),
      }
      world.links = [...world.links, made]
      return made
    },
    'links.change': (input) => {
      const { groupId: _, linkId, expiresAt, maxUses } = input
      const changed = world.links.find(({ id }) => id === linkId)
      const limits = { ...(expiresAt ? { expiresAt } : {}), ...(maxUses ? { maxUses } : {}) }
      const { expiresAt: _1, maxUses: _2, ended: _3, ...rest } = changed ?? world.links[0]!
      return { ...rest, ...limits }
    },
    'links.rotate': (input) => {
      const before = world.links.find(({ id }) => id === input.linkId)
      return { ...before, url: `${before?.url}-again` }
    },
    'links.revoke': (input) => {
      world.links = world.links.filter(({ id }) => id !== input.linkId)
      return {}
    },
  }
  return answers
}
