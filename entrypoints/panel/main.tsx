import { start } from '../../components/start.tsx'
import { queryCache } from '../shared/queryCache.ts'
import { panelServices } from '../shared/services.ts'
import { closeOnEscape } from './closeOnEscape.ts'

// Rejects in a frame that no content script of ours opened: nothing is drawn then.
const { services, close } = await panelServices(location.href)
closeOnEscape(document, close)
start({ services, cache: queryCache, onClose: close })
