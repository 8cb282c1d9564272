import { ownLook } from '../shared/look.ts'
import { readAhead } from '../shared/queryCache.ts'
import { popupServices } from '../shared/services.ts'
import { filesOnTheirPage } from '../shared/typed.ts'

// The browser is asked for everything first; its answers come while the screens are loaded.
const services = popupServices(filesOnTheirPage)
const words = ownLook()
const cache = readAhead()
const { start } = await import('../../components/start.tsx')
await start({ services, words, cache })
