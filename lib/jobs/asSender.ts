import { CallProblem } from '../contract/errors.ts'
import type { SendJob } from './job.ts'
import type { JobPorts } from './ports.ts'

/** Rejects while somebody else is signed in: a job waits for whose send it is. */
export const asSender = async ({ sender }: SendJob, person: JobPorts['person']): Promise<void> => {
  if (sender && sender !== (await person())) throw new CallProblem('signedOut')
}
