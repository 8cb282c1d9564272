import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { speak } from '../../components/speak.ts'
import { ownLook } from '../shared/look.ts'
import { optionsEffects } from './effects.ts'
import { Options } from './Options.tsx'

const root = document.getElementById('root')
const [effects, words] = await Promise.all([optionsEffects(), ownLook()])
const client = new QueryClient({ defaultOptions: { mutations: { networkMode: 'always' } } })
const page = root && createRoot(root)
const draw = () => {
  const say = words.get()
  speak(say)
  document.title = say('optionsTitle')
  page?.render(
    <QueryClientProvider client={client}>
      <Options effects={{ ...effects, say }} />
    </QueryClientProvider>,
  )
}
words.subscribe(draw)
draw()
