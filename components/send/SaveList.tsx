import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { fileNameOf } from '../../lib/people/fileName.ts'
import { Button } from '../kit/Button.tsx'
import { useServices } from '../services.ts'
import type { SentPerson } from './sentPeople.ts'
import { sentTable } from './sentTable.ts'

/** Takes the list along as a file, named after the Group. */
export const SaveList = ({ people, name }: { people: readonly SentPerson[]; name: string }) => {
  const { save, say } = useServices()
  const saving = useMutation({
    mutationFn: async () => {
      const { writeCsv } = await import('../../lib/people/csv.ts')
      save(`${fileNameOf(name)}.csv`, writeCsv(sentTable(say, people)), 'text/csv')
    },
  })
  return (
    <Button icon={<Download aria-hidden className="size-4" />} busy={saving.isPending} onClick={() => saving.mutate()}>
      {say('exportCsv')}
    </Button>
  )
}
