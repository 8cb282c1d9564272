import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from '../../components/queryClient.ts'
import { ServicesContext } from '../../components/services.ts'
import { speak } from '../../components/speak.ts'
import { App } from './App.tsx'
import { createWebServices } from './services.ts'
import { readersWords } from './words.ts'
import './web.css'

const root = document.getElementById('root')
const say = await readersWords(navigator.languages)
speak(say)
if (root)
  createRoot(root).render(
    <ServicesContext value={createWebServices(say)}>
      <QueryClientProvider client={createQueryClient()}>
        <App />
      </QueryClientProvider>
    </ServicesContext>,
  )
