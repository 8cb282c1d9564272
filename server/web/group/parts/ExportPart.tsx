import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import type { Group } from '../../../../lib/contract/schemas.ts'
import { Part } from '../../kit/Part.tsx'
import { InsideTick } from './InsideTick.tsx'

const formats = [
  { format: 'csv', word: 'exportCsv', type: 'text/csv' },
  { format: 'json', word: 'exportJson', type: 'application/json' },
] as const

/** Who was invited, when, and what became of it, as a file. */
export const ExportPart = ({ group }: { group: Group }) => {
  const { call, save, say } = useServices()
  const [inside, setInside] = useState(false)
  const read = useMutation({
    mutationFn: async ({ format, type }: (typeof formats)[number]) => {
      const asked = { groupId: group.id, format, ...(inside && { inside: 'true' as const }) }
      const { fileName, text } = await call('groups.export', asked)
      save(fileName, text, type)
    },
  })
  return (
    <Part title={say('setExport')} line={say('setExportLine')}>
      {read.error && <Problem problem={read.error} />}
      <InsideTick group={group} ticked={inside} onTick={setInside} />
      <div className="flex flex-wrap gap-2">
        {formats.map((one) => (
          <Button
            key={one.format}
            icon={<Download aria-hidden className="size-4" />}
            busy={read.isPending && read.variables.format === one.format}
            onClick={() => read.mutate(one)}
          >
            {say(one.word)}
          </Button>
        ))}
      </div>
    </Part>
  )
}
