import { CloudOff } from 'lucide-react'
import { useServices } from '../services.ts'

/** The service does not answer; what is shown is what was known last. */
export const OfflineBar = () => {
  const { say } = useServices()
  return (
    <p role="status" className="mb-2 flex flex-none items-center gap-2 bg-attention-wash px-4 py-2 text-13">
      <CloudOff aria-hidden className="size-4 flex-none text-attention" />
      {say('offline')}
    </p>
  )
}
