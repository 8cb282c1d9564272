import { repair } from './lib/checks.ts'
import { main } from './lib/stop.ts'

/** `npm run fix`: format, import order and the lint findings that have a safe repair. */
main(async () => process.exit(await repair()))
