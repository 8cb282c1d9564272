import { filesHere } from '../../components/paste/filesHere.ts'
import { ownLook } from '../shared/look.ts'
import { readAhead } from '../shared/queryCache.ts'
import { panelServices } from '../shared/services.ts'
import { closeOnEscape } from './closeOnEscape.ts'
import { pressInSight } from './pressInSight.ts'
import { takeTicket } from './takeTicket.ts'

// Listened for before anything else: it comes when this page has loaded, and once.
const ticket = takeTicket(window)
const words = ownLook()
const notice = document.createElement('p')
notice.id = 'covered'
notice.setAttribute('role', 'alert')
pressInSight(window, {
  refused: () => {
    void words.then((spoken) => {
      notice.textContent = spoken.get()('panelCovered')
      // Beside an open dialog it could be neither read nor heard.
      const over = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
      over.append(notice)
    })
  },
  counts: () => notice.remove(),
})
// Rejects in a frame that no content script of ours opened: nothing is drawn then.
const claimed = ticket.then((shown) => panelServices(shown, filesHere()))
const cache = readAhead()
const { start } = await import('../../components/start.tsx')
const { services, close } = await claimed
closeOnEscape(document, close)
await start({ services: Promise.resolve(services), words, cache, onClose: close })
