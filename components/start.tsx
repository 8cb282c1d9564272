import { createAsyncStoragePersister } from '@tanstack/query-async-storage-persister'
import type { AsyncStorage } from '@tanstack/react-query-persist-client'
import { createRoot } from 'react-dom/client'
import { QueryRoot } from './QueryRoot.tsx'
import { createQueryClient } from './queryClient.ts'
import { type Services, ServicesContext } from './services.ts'
import { Rollcall } from './shell/Rollcall.tsx'

interface Start {
  readonly services: Services
  /** Where the Group list is kept between two openings. */
  readonly cache: AsyncStorage<string>
  /** What the close button does; absent where the browser closes. */
  readonly onClose?: () => void
}

/** Draws the popup or the panel on a page that has a `#root`. */
export const start = ({ services, cache, onClose }: Start): void => {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no #root.')
  createRoot(root).render(
    <ServicesContext value={services}>
      <QueryRoot
        client={createQueryClient()}
        persister={createAsyncStoragePersister({ storage: cache, key: 'queries', throttleTime: 100 })}
      >
        <Rollcall {...(onClose ? { onClose } : {})} />
      </QueryRoot>
    </ServicesContext>,
  )
}
