import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { useLive } from '../../components/live.ts'
import type { OptionsEffects } from './effects.ts'
import { Part } from './Part.tsx'

/** Whether the end of a send is told by the system. The browser's permission is all that is kept of it. */
export const TellPart = ({ effects: { say, notices } }: { effects: OptionsEffects }) => {
  const id = useId()
  const allowed = useLive(notices)
  const change = useMutation({
    mutationFn: async (on: boolean) => {
      await (on ? notices.allow() : notices.disallow())
    },
  })
  return (
    <Part title={say('optionsTell')}>
      <label className="flex items-start gap-3">
        <input
          type="checkbox"
          className="mt-0.5"
          aria-label={say('optionsTell')}
          aria-describedby={id}
          checked={allowed}
          onChange={({ target }) => change.mutate(target.checked)}
        />
        <span id={id} className="text-quiet">
          {say('optionsTellNote')}
        </span>
      </label>
    </Part>
  )
}
