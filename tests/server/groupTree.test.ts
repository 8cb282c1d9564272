import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type GroupRole, MAX_GROUP_LEVELS } from '../../lib/contract/index.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

/** Groups inside Groups: where they can be moved, and who is in them then. */
let rollcall: TestService
let ada: Caller
let school: { id: string }

beforeAll(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu')
})
beforeEach(async () => {
  school = await rollcall.workspace(ada)
})
afterAll(() => rollcall.stop())

const move = (group: { id: string }, parent: { id: string } | null, by = ada) =>
  by.call('groups.move', { groupId: group.id, parentId: parent?.id ?? null })
const roleOf = async (person: Caller, group: { id: string }) =>
  (await person.call('groups.get', { groupId: group.id }).catch(() => null))?.role ?? null
const chain = async (length: number) => {
  const groups: { id: string }[] = []
  for (let i = 0; i < length; i += 1) groups.push(await rollcall.group(school, ada, { parent: groups.at(-1) }))
  return groups as [{ id: string }, ...{ id: string }[]]
}

describe('moving a Group', () => {
  it('takes it out of reach of who was in the Group around it, and into that of who is in the new one', async () => {
    const [biology, chemistry] = [await rollcall.group(school, ada), await rollcall.group(school, ada)]
    const lab = await rollcall.group(school, ada, { parent: biology })
    const desk = await rollcall.group(school, ada, { parent: lab })
    const [sam, kim, lee] = [await rollcall.person(), await rollcall.person(), await rollcall.person()]
    await rollcall.joinGroup(biology, sam, 'facilitator')
    await rollcall.joinGroup(chemistry, kim, 'facilitator')
    await rollcall.joinGroup(lab, lee)
    expect(await move(lab, chemistry)).toMatchObject({ id: lab.id, parentId: chemistry.id, role: 'owner' })
    for (const group of [lab, desk]) {
      expect(await roleOf(sam, group)).toBe(null)
      expect(await roleOf(kim, group)).toBe('facilitator')
      expect(await roleOf(lee, group)).toBe('member')
    }
    expect(await move(lab, null)).toMatchObject({ parentId: null })
    expect(await roleOf(kim, lab)).toBe(null)
    expect(await move(lab, null)).toMatchObject({ parentId: null })
  })

  it('leads nowhere near itself', async () => {
    const [top, middle, low] = (await chain(3)) as [{ id: string }, { id: string }, { id: string }]
    for (const target of [top, middle, low]) expect(await refusal(move(top, target))).toBe('insideItself')
    expect(await move(low, top)).toMatchObject({ parentId: top.id })
  })

  it('goes no deeper than Groups may be, with what is inside it', async () => {
    const deep = await chain(MAX_GROUP_LEVELS)
    const [pair] = await chain(2)
    const bottom = deep.at(-1) ?? pair
    expect(await refusal(move(pair, bottom))).toBe('tooDeep')
    expect(await refusal(move(pair, deep.at(-2) ?? pair))).toBe('tooDeep')
    expect(await move(pair, deep.at(-3) ?? pair)).toMatchObject({ parentId: deep.at(-3)?.id })
    const create = ada.call('groups.create', { workspaceId: school.id, name: 'Deeper', parentId: bottom.id })
    expect(await refusal(create)).toBe('tooDeep')
  })

  it('to the top opens it to the Workspace, or keeps it and all inside it for one person', async () => {
    const editor = await rollcall.person()
    await rollcall.joinWorkspace(school, editor, 'editor')
    const create = (input: { parentId?: string; space?: 'workspace' | 'private' }) =>
      editor.call('groups.create', { workspaceId: school.id, name: 'Lab', ...input })
    const own = await create({ space: 'private' })
    const inner = await create({ parentId: own.id })
    const open = await create({ space: 'workspace' })
    expect([own.type, inner.type, open.type]).toEqual(['private', 'private', 'shared'])
    expect([await roleOf(ada, own), await roleOf(ada, open)]).toEqual([null, 'owner'])

    const put = (space: 'workspace' | 'private') =>
      editor.call('groups.move', { groupId: own.id, parentId: null, space })
    expect(await put('workspace')).toMatchObject({ type: 'shared' })
    expect([await roleOf(ada, own), await roleOf(ada, inner)]).toEqual(['owner', 'owner'])
    expect(await put('private')).toMatchObject({ type: 'private' })
    expect([await roleOf(ada, own), await roleOf(ada, inner)]).toEqual([null, null])

    await put('workspace')
    await rollcall.joinGroup(inner, await rollcall.person())
    expect(await refusal(put('private'))).toBe('notAlone')
    expect(await roleOf(ada, own)).toBe('owner')
  })

  it('is for an Owner of the Group, of the one that it leaves and of the one that it goes to', async () => {
    const [biology, chemistry] = [await rollcall.group(school, ada), await rollcall.group(school, ada)]
    const lab = await rollcall.group(school, ada, { parent: biology })
    const editor = await rollcall.person()
    await rollcall.joinWorkspace(school, editor, 'editor')
    await rollcall.joinGroup(lab, editor, 'owner')
    // The Group around it is not theirs to see, nor the other.
    expect(await refusal(move(lab, null, editor))).toBe('notAllowed')
    await rollcall.joinGroup(biology, editor, 'owner')
    expect(await refusal(move(lab, chemistry, editor))).toBe('notFound')
    await rollcall.joinGroup(chemistry, editor, 'facilitator')
    expect(await refusal(move(lab, chemistry, editor))).toBe('notAllowed')
    expect(await move(lab, null, editor)).toMatchObject({ parentId: null })
  })

  it('to the top is for those who make Groups', async () => {
    const biology = await rollcall.group(school, ada)
    const lab = await rollcall.group(school, ada, { parent: biology })
    const owner = await rollcall.person()
    await rollcall.joinGroup(biology, owner, 'owner')
    expect(await refusal(move(lab, null, owner))).toBe('notAllowed')
  })

  it('stays in the Workspace', async () => {
    const [here, there] = [await rollcall.group(school, ada), await rollcall.group(await rollcall.workspace(ada), ada)]
    expect(await refusal(move(here, there))).toBe('notFound')
  })

  it('neither leaves, enters nor takes along what is archived', async () => {
    const [shelf, open] = [await rollcall.group(school, ada), await rollcall.group(school, ada)]
    const inner = await rollcall.group(school, ada, { parent: shelf })
    await ada.call('groups.archive', { groupId: shelf.id })
    for (const [group, to] of [
      [open, shelf],
      [inner, null],
      [shelf, open],
    ] as const)
      expect(await refusal(move(group, to))).toBe('archived')
  })

  it('into a Group that others are in makes what was Private Shared', async () => {
    const editor = await rollcall.person()
    await rollcall.joinWorkspace(school, editor, 'editor')
    const mine = await rollcall.group(school, editor, { type: 'private' })
    const inner = await rollcall.group(school, editor, { type: 'private', parent: mine })
    const shared = await rollcall.group(school, editor)
    expect((await move(mine, shared, editor)).type).toBe('shared')
    expect((await editor.call('groups.get', { groupId: inner.id })).type).toBe('shared')
  })

  it('leaves no Group without an Owner: whoever moves it is one', async () => {
    const editor = await rollcall.person()
    await rollcall.joinWorkspace(school, editor, 'editor')
    const biology = await rollcall.group(school, editor)
    const lab = await rollcall.group(school, ada, { parent: biology })
    await rollcall.db.deleteFrom('members').where('group_id', '=', lab.id).execute()
    expect((await move(lab, null, editor)).role).toBe('owner')
  })

  it('of two into each other at once ends with one inside the other', async () => {
    const [a, b] = [await rollcall.group(school, ada), await rollcall.group(school, ada)]
    const answers = await Promise.all([move(a, b), move(b, a)].map((answer) => answer.then(() => 'moved', refused)))
    expect(answers.sort()).toEqual(['insideItself', 'moved'])
  })
})

const refused = (problem: unknown) => refusal(Promise.reject(problem))

describe('however Groups are made and moved', () => {
  type Step =
    | { readonly make: number }
    | { readonly move: number; readonly to: number }
    | { readonly join: number; readonly role: GroupRole }
  const index = fc.nat(30)
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ make: index }),
    fc.record({ move: index, to: index }),
    fc.record({ join: index, role: fc.constantFrom<GroupRole>('owner', 'facilitator', 'member') }),
  )

  it('there is never a circle, never one level too many, and the nearest membership counts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const place = await rollcall.workspace(ada)
        const sam = await rollcall.person()
        await rollcall.joinWorkspace(place, sam)
        const groups: { id: string }[] = []
        const parents = new Map<string, string | null>()
        const roles = new Map<string, GroupRole>()
        const at = (number: number) => (number % 3 === 0 ? undefined : groups[number % Math.max(1, groups.length)])
        const path = (id: string | null): string[] => (id ? [id, ...path(parents.get(id) ?? null)] : [])
        const levels = (id: string): number => {
          const inner = groups.filter((group) => parents.get(group.id) === id).map((group) => levels(group.id))
          return 1 + Math.max(0, ...inner)
        }

        for (const what of steps) {
          if ('make' in what) {
            const parent = at(what.make)
            const answer = ada.call('groups.create', { workspaceId: place.id, name: 'G', parentId: parent?.id ?? null })
            if (path(parent?.id ?? null).length >= MAX_GROUP_LEVELS) expect(await refusal(answer)).toBe('tooDeep')
            else {
              const made = await answer
              await rollcall.db.updateTable('groups').set({ type: 'shared' }).where('id', '=', made.id).execute()
              groups.push(made)
              parents.set(made.id, parent?.id ?? null)
            }
          } else if ('move' in what) {
            const [group, to] = [groups[what.move % Math.max(1, groups.length)], at(what.to)?.id ?? null]
            if (!group) continue
            const around = path(to)
            const answer = move(group, to ? { id: to } : null)
            if (to === parents.get(group.id)) await answer
            else if (around.includes(group.id)) expect(await refusal(answer)).toBe('insideItself')
            else if (around.length + levels(group.id) > MAX_GROUP_LEVELS) expect(await refusal(answer)).toBe('tooDeep')
            else {
              await answer
              parents.set(group.id, to)
            }
          } else {
            const group = groups[what.join % Math.max(1, groups.length)]
            if (!group || roles.has(group.id)) continue
            await rollcall.joinGroup(group, sam, what.role)
            roles.set(group.id, what.role)
          }
        }

        const seen = (await ada.call('groups.list', {})).groups.filter(({ workspaceId }) => workspaceId === place.id)
        expect(new Map(seen.map(({ id, parentId }) => [id, parentId]))).toEqual(parents)
        const theirs = new Map((await sam.call('groups.list', {})).groups.map(({ id, role }) => [id, role]))
        for (const { id } of groups) {
          const nearest = path(id).find((around) => roles.has(around))
          expect(theirs.get(id)).toBe(nearest && roles.get(nearest))
        }
      }),
      { numRuns: 20 },
    )
  })
})
