import type { Source } from './adapter.ts'

const files = import.meta.glob<readonly Source[]>(
  ['./*.ts', '!./{adapter,adapters,places,read,recognise,roster,sources}.ts'],
  {
    eager: true,
    import: 'sources',
  },
)

/** The ways to read an LMS, by its adapter's id, which is its file's name. */
export const sourcesOf = (id: string): readonly Source[] => files[`./${id}.ts`] ?? []
