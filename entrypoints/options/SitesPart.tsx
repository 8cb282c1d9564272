import { useMutation } from '@tanstack/react-query'
import { Button } from '../../components/kit/Button.tsx'
import { useLive } from '../../components/live.ts'
import type { OptionsEffects } from './effects.ts'
import { Part } from './Part.tsx'

const hostOf = (pattern: string) => pattern.replace(/^[^:]+:\/\//, '').replace(/\/.*$/, '')

/** The sites that the extension may look at without being asked to each time. */
export const SitesPart = ({ effects: { say, sites, removeSite } }: { effects: OptionsEffects }) => {
  const patterns = useLive(sites)
  const remove = useMutation({ mutationFn: (pattern: string) => removeSite(pattern) })
  return (
    <Part title={say('optionsSites')}>
      <p className="text-quiet">{say(patterns.length > 0 ? 'optionsSitesNote' : 'optionsNoSites')}</p>
      {patterns.length > 0 && (
        <ul className="divide-y divide-line">
          {patterns.map((pattern) => (
            <li key={pattern} className="flex items-center gap-3 py-1.5">
              <bdi dir="ltr" className="flex-1 truncate">
                {hostOf(pattern)}
              </bdi>
              <Button
                small
                aria-label={say('optionsRemoveSite', hostOf(pattern))}
                busy={remove.isPending && remove.variables === pattern}
                onClick={() => remove.mutate(pattern)}
              >
                {say('optionsRemove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
