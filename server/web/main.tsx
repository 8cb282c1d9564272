import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from '../../components/queryClient.ts'
import { ServicesContext } from '../../components/services.ts'
import { App } from './App.tsx'
import { createWebServices } from './services.ts'
import './web.css'

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <ServicesContext value={createWebServices()}>
      <QueryClientProvider client={createQueryClient()}>
        <App />
      </QueryClientProvider>
    </ServicesContext>,
  )
