import { start } from '../../components/start.tsx'
import { queryCache } from '../shared/queryCache.ts'
import { popupServices } from '../shared/services.ts'

start({ services: await popupServices(), cache: queryCache })
