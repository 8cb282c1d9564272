import { useEffect, useMemo, useState } from 'react'
import type { RosterPerson } from '../../lib/people/person.ts'

/** What reads people out of text: nearly half as large as all the screens together, and only this one needs it. */
const load = () => import('../../lib/people/pasted.ts')

const nobody: readonly RosterPerson[] = []

/** The people in a text; nobody until the reader is there, which is fetched at once. */
export const usePeopleIn = (text: string): readonly RosterPerson[] => {
  const [read, setRead] = useState<(text: string) => readonly RosterPerson[]>()
  useEffect(() => {
    let here = true
    void load().then(({ peopleFromText }) => here && setRead(() => peopleFromText))
    return () => {
      here = false
    }
  }, [])
  return useMemo(() => read?.(text) ?? nobody, [read, text])
}
