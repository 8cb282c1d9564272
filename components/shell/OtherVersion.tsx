import { RefreshCw } from 'lucide-react'
import { CallProblem } from '../../lib/contract/errors.ts'
import { CopyReport } from '../CopyReport.tsx'
import { Blank } from '../kit/Blank.tsx'
import { useServices } from '../services.ts'

const problem = new CallProblem('versionMismatch')

/** The service and this extension do not speak the same contract: which of them is to be updated. */
export const OtherVersion = ({ newer }: { newer: boolean }) => {
  const { say } = useServices()
  return (
    <Blank
      icon={RefreshCw}
      title={say(newer ? 'versionNewer' : 'versionOlder')}
      actions={<CopyReport problem={problem} />}
    >
      {say(newer ? 'versionNewerNow' : 'versionOlderNow')}
    </Blank>
  )
}
