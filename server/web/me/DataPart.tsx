import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { Button } from '../../../components/kit/Button.tsx'
import { Problem } from '../../../components/Problem.tsx'
import { useServices } from '../../../components/services.ts'
import { Part } from '../kit/Part.tsx'

/** Everything the service keeps of the person, as a file. */
export const DataPart = () => {
  const { call, save, say } = useServices()
  const data = useMutation({
    mutationFn: () => call('me.data', {}),
    onSuccess: ({ fileName, text }) => save(fileName, text, 'application/json'),
  })
  return (
    <Part title={say('myData')} line={say('myDataLine')}>
      <Button icon={<Download aria-hidden className="size-4" />} busy={data.isPending} onClick={() => data.mutate()}>
        {say('exportJson')}
      </Button>
      {data.error && <Problem problem={data.error} />}
    </Part>
  )
}
