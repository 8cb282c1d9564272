import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..', '..')

/** Modules of ours that one names, by paths from the root. Types are no part of what is loaded. */
const namedIn = (name: string, pattern: RegExp): readonly string[] =>
  [...readFileSync(join(root, name), 'utf8').matchAll(pattern)]
    .flatMap(([, path]) => (path?.endsWith('.ts') || path?.endsWith('.tsx') ? [path] : []))
    .map((path) => relative(root, resolve(root, dirname(name), path)).replaceAll('\\', '/'))
const atOnce = (name: string) => namedIn(name, /^(?:import|export)(?! type)[^;']*?from '(\.{1,2}\/[^']+)'/gm)
const later = (name: string) => namedIn(name, /\bimport\('(\.{1,2}\/[^']+)'\)/g)

/** Everything that comes with a module, by itself and by what it imports. */
const loadedWith = (entry: string): ReadonlySet<string> => {
  const loaded = new Set([entry])
  // A Set is walked in the order in which it grows.
  for (const name of loaded) for (const next of atOnce(name)) loaded.add(next)
  return loaded
}

describe('the first load of the web app', () => {
  const first = loadedWith('server/web/main.tsx')
  const waiting = [...first].flatMap(later)

  it('is the Groups, one Group’s members, and what they need', () => {
    const shown = ['sidebar/Sidebar.tsx', 'HomePage.tsx', 'group/GroupPage.tsx', 'moves/Moves.tsx']
    for (const name of shown) expect(first).toContain(`server/web/${name}`)
    expect(first).toContain('components/members/MemberList.tsx')
  })

  it('holds no screen that is opened later', () => {
    const rooms = /^server\/web\/(workspace|me|group\/parts)\/|^components\/(paste|link|invite|send|roster|sections)\//
    const screens = [...first].filter((name) => name.endsWith('.tsx'))
    expect(screens.filter((name) => rooms.test(name))).toEqual([])
    for (const name of ['members/History.tsx', 'members/PersonDialog.tsx', 'group/NewGroup.tsx'])
      expect(first).not.toContain(`components/${name}`)
    expect(first).not.toContain('lib/people/pasted.ts')
  })

  it('holds nothing of which a part of it says that it comes later', () => {
    expect(waiting).toContain('server/web/workspace/WorkspacePage.tsx')
    expect(waiting).toContain('server/web/group/GroupSettings.tsx')
    expect(waiting.filter((name) => first.has(name))).toEqual([])
  })
})
