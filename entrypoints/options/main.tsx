import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { speak } from '../../components/speak.ts'
import { optionsEffects } from './effects.ts'
import { Options } from './Options.tsx'

const root = document.getElementById('root')
const effects = await optionsEffects()
speak(effects.say)
document.title = effects.say('optionsTitle')
if (root)
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { mutations: { networkMode: 'always' } } })}>
      <Options effects={effects} />
    </QueryClientProvider>,
  )
