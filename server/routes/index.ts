import type { Handlers } from '../mount.ts'
import { getGroup, listGroups, makeGroup } from './groups.ts'
import { send, undo } from './invitations.ts'
import { endLink, listLinks, makeLink } from './links.ts'
import { me } from './me.ts'
import { listKnownAddresses, listMembers } from './members.ts'

export const handlers = {
  me,
  'groups.list': listGroups,
  'groups.create': makeGroup,
  'groups.get': getGroup,
  'members.list': listMembers,
  'members.addresses': listKnownAddresses,
  'invitations.send': send,
  'invitations.undo': undo,
  'links.list': listLinks,
  'links.create': makeLink,
  'links.revoke': endLink,
} satisfies Handlers
