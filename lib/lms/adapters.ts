import type { Adapter } from './adapter.ts'

const files = import.meta.glob<Adapter>(['./*.ts', '!./{adapter,adapters,places,read,recognise,roster,sources}.ts'], {
  eager: true,
  import: 'adapter',
})

/** Every LMS there is a file for in this folder. */
export const adapters: readonly Adapter[] = Object.values(files)
