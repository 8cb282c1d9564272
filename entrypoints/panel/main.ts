import { filesHere } from '../shared/files.ts'
import { readAhead } from '../shared/queryCache.ts'
import { panelServices } from '../shared/services.ts'
import { closeOnEscape } from './closeOnEscape.ts'

// Rejects in a frame that no content script of ours opened: nothing is drawn then.
const claimed = panelServices(location.href, filesHere())
const cache = readAhead()
const { start } = await import('../../components/start.tsx')
const { services, close } = await claimed
closeOnEscape(document, close)
await start({ services, cache, onClose: close })
