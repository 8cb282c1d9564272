import type { FileService } from '../services.ts'

/** Reads files on the page it is on. What reads them is loaded with the first. */
export const filesHere = (typed = ''): FileService => ({
  here: true,
  typed,
  read: async (file) => {
    const [{ peopleFromBytes }, bytes] = await Promise.all([
      import('../../lib/people/pastedFile.ts'),
      file.arrayBuffer(),
    ])
    return peopleFromBytes(new Uint8Array(bytes))
  },
})
