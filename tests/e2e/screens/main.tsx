import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from '../../../components/queryClient.ts'
import { ServicesContext } from '../../../components/services.ts'
import { Rollcall } from '../../../components/shell/Rollcall.tsx'
import { fakeServices } from '../../helpers/fakeServices.ts'
import { scenes } from './scenes.ts'
import './screens.css'

const asked = new URLSearchParams(location.search)
const scene = scenes[asked.get('scene') ?? 'invite']
if (!scene) throw new Error(`There is no scene "${asked.get('scene')}".`)
document.documentElement.dir = asked.get('dir') ?? 'ltr'
const { services } = fakeServices(scene())
const panel = asked.get('in') === 'panel'

createRoot(document.getElementById('root')!).render(
  <ServicesContext value={services}>
    <QueryClientProvider client={createQueryClient()}>
      {panel ? <Rollcall onClose={() => {}} /> : <Rollcall />}
    </QueryClientProvider>
  </ServicesContext>,
)
