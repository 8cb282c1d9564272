import { QueryClientProvider } from '@tanstack/react-query'
import type { AsyncStorage } from '@tanstack/react-query-persist-client'
import { createRoot } from 'react-dom/client'
import type { Say } from '../lib/words.ts'
import { keepQueries } from './keptQueries.ts'
import { createQueryClient } from './queryClient.ts'
import { type Live, type Services, ServicesContext } from './services.ts'
import { Rollcall } from './shell/Rollcall.tsx'
import { speak } from './speak.ts'

interface Start {
  readonly services: Promise<Omit<Services, 'say'>>
  /** The words, in another language when another is chosen. */
  readonly words: Promise<Live<Say>>
  /** Where the Group list is kept between two openings. */
  readonly cache: AsyncStorage<string>
  /** What the close button does; absent where the browser closes. */
  readonly onClose?: () => void
}

/** Draws the popup or the panel on a page that has a `#root`, once, with everything that is known already. */
export const start = async ({ services, words, cache, onClose }: Start): Promise<void> => {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no #root.')
  const client = createQueryClient()
  const [given, spoken] = await Promise.all([services, words, keepQueries(client, cache)])
  const page = createRoot(root)
  const draw = () => {
    const say = spoken.get()
    speak(say)
    page.render(
      <ServicesContext value={{ ...given, say }}>
        <QueryClientProvider client={client}>
          <Rollcall {...(onClose ? { onClose } : {})} />
        </QueryClientProvider>
      </ServicesContext>,
    )
  }
  spoken.subscribe(draw)
  draw()
}
