import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { createQueryClient } from '../../../components/queryClient.ts'
import { ServicesContext } from '../../../components/services.ts'
import { Rollcall } from '../../../components/shell/Rollcall.tsx'
import { speak } from '../../../components/speak.ts'
import { Options } from '../../../entrypoints/options/Options.tsx'
import { App } from '../../../server/web/App.tsx'
import { readersWords } from '../../../server/web/words.ts'
import { fakeServices } from '../../helpers/fakeServices.ts'
import { optionsWorld } from './optionsWorld.ts'
import { scenes } from './scenes.ts'
import './screens.css'

const asked = new URLSearchParams(location.search)
const scene = scenes[asked.get('scene') ?? 'invite']
if (!scene) throw new Error(`There is no scene "${asked.get('scene')}".`)
const say = await readersWords([asked.get('lang') ?? 'en'])
speak(say)
const dir = asked.get('dir')
if (dir) document.documentElement.dir = dir
const { services } = fakeServices(scene(), say)
const web = memoryLocation({ path: asked.get('path') ?? '/' })

const homes: Readonly<Record<string, () => ReactNode>> = {
  popup: () => <Rollcall />,
  panel: () => <Rollcall onClose={() => {}} />,
  page: () => (
    <div style={{ height: '100%', maxWidth: '720px', marginInline: 'auto' }}>
      <Rollcall />
    </div>
  ),
  options: () => <Options effects={optionsWorld(say, services.account, asked)} />,
  web: () => (
    <Router hook={web.hook}>
      <App />
    </Router>
  ),
}

createRoot(document.getElementById('root')!).render(
  <ServicesContext value={services}>
    <QueryClientProvider client={createQueryClient()}>{homes[asked.get('in') ?? 'popup']?.()}</QueryClientProvider>
  </ServicesContext>,
)
