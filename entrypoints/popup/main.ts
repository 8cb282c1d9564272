import { readAhead } from '../shared/queryCache.ts'
import { popupServices } from '../shared/services.ts'

// The browser is asked for everything first; its answers come while the screens are loaded.
const services = popupServices()
const cache = readAhead()
const { start } = await import('../../components/start.tsx')
await start({ services, cache })
