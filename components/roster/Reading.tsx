import { Progress } from '../kit/Progress.tsx'
import { useServices } from '../services.ts'

/** The course is being read: how far. */
export const Reading = ({ read, total, lms }: { read: number; total?: number | undefined; lms: string }) => {
  const { say } = useServices()
  return (
    <div className="flex flex-1 flex-col justify-center gap-3 p-8">
      <h2 className="text-16 font-semibold text-balance">{say('readingTitle', lms)}</h2>
      <Progress label={say('readingTitle', lms)} value={read} max={total} />
      <p role="status" className="text-13 text-quiet">
        {total === undefined ? say.count('readSoFar', read) : say('progressOf', read, total)}
      </p>
    </div>
  )
}
