import { useMemo, useRef, useState } from 'react'
import type { RosterPerson } from '../../lib/people/person.ts'
import { useServices } from '../services.ts'

/** More than any class list comes to, in bytes; reading that much would hold up the screen. */
const MAX_FILE = 10 * 1024 * 1024

export interface PastedFile {
  readonly id: number
  readonly name: string
  /** `unreadable`: it went away, or is a folder. */
  readonly state: 'reading' | 'read' | 'nobody' | 'tooLarge' | 'unreadable'
  readonly people: readonly RosterPerson[]
}

type Outcome = Pick<PastedFile, 'state' | 'people'>

const read = async (file: File, peopleIn: (file: File) => Promise<readonly RosterPerson[]>): Promise<Outcome> => {
  try {
    const people = await peopleIn(file)
    return { state: people.length > 0 ? 'read' : 'nobody', people }
  } catch {
    return { state: 'unreadable', people: [] }
  }
}

/** Files that were dropped or chosen, each read once; one can be taken out, and the last one put back where it was. */
export const usePastedFiles = () => {
  const [files, setFiles] = useState<readonly PastedFile[]>([])
  const [takenOut, setTakenOut] = useState<number>()
  const ids = useRef(0)
  const { files: service } = useServices()
  const add = (chosen: readonly File[]) => {
    if (!service.here) return
    setTakenOut(undefined)
    for (const file of chosen) {
      const id = ++ids.current
      const tooLarge = file.size > MAX_FILE
      const entry: PastedFile = { id, name: file.name, state: tooLarge ? 'tooLarge' : 'reading', people: [] }
      setFiles((before) => [...before.filter((one) => one.id !== takenOut), entry])
      if (tooLarge) continue
      void read(file, service.read).then((outcome) =>
        setFiles((before) => before.map((one) => (one.id === id ? { ...one, ...outcome } : one))),
      )
    }
  }
  const kept = useMemo(() => files.filter(({ id }) => id !== takenOut), [files, takenOut])
  return {
    files: kept,
    /** Whom each of them brought. */
    lists: useMemo(() => kept.map(({ people }) => people), [kept]),
    takenOut: files.find(({ id }) => id === takenOut),
    add,
    takeOut: (id: number) => {
      setFiles((before) => before.filter((one) => one.id !== takenOut))
      setTakenOut(id)
    },
    putBack: () => setTakenOut(undefined),
    clear: () => setFiles([]),
  }
}

export type PastedFiles = ReturnType<typeof usePastedFiles>
