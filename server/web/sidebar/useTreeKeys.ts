import { useState } from 'react'
import { useLocation } from 'wouter'
import { useServices } from '../../../components/services.ts'
import type { GroupRow } from '../../../lib/groups/tree.ts'
import { createTypeAhead } from './typeAhead.ts'

interface Walked {
  /** The lines in their order, without those that are folded away. */
  readonly shown: readonly GroupRow[]
  readonly foldedOf: (id: string) => boolean | undefined
  readonly onFold: (id: string) => void
  readonly focus: (id: string | undefined) => void
}

/** What a key does on a line of a tree, by the ARIA pattern; the function says whether it does anything. */
export const useTreeKeys = ({ shown, foldedOf, onFold, focus }: Walked) => {
  const { say } = useServices()
  const [, go] = useLocation()
  const [typeAhead] = useState(createTypeAhead)
  const [into, out] = say.dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']

  return (key: string, time: number, { group, depth }: GroupRow): boolean => {
    const index = shown.findIndex((row) => row.group.id === group.id)
    const folded = foldedOf(group.id)
    const next = shown[index + 1]
    if (key === 'ArrowDown') focus(next?.group.id)
    else if (key === 'ArrowUp') focus(shown[index - 1]?.group.id)
    else if (key === 'Home') focus(shown[0]?.group.id)
    else if (key === 'End') focus(shown.at(-1)?.group.id)
    else if (key === 'Enter' || key === ' ') go(`/groups/${group.id}`)
    else if (key === into) {
      if (folded) onFold(group.id)
      else if (next && next.depth > depth) focus(next.group.id)
    } else if (key === out) {
      if (folded === false) onFold(group.id)
      else focus(shown.slice(0, index).findLast((row) => row.depth < depth)?.group.id)
    } else {
      const names = shown.map((row) => row.group.name)
      const found = typeAhead(key, time, names, index)
      if (found === undefined) return false
      focus(shown[found]?.group.id)
    }
    return true
  }
}
