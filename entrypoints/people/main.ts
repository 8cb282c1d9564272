import { filesHere } from '../../components/paste/filesHere.ts'
import { ownLook } from '../shared/look.ts'
import { readAhead } from '../shared/queryCache.ts'
import { pageServices } from '../shared/services.ts'
import { takeTyped } from '../shared/typed.ts'

/** The paste box on a page of its own, where files can be chosen and dropped. */
const services = takeTyped().then((typed) => pageServices(filesHere(typed)))
const words = ownLook()
const cache = readAhead()
const { start } = await import('../../components/start.tsx')
await start({ services, words, cache })
