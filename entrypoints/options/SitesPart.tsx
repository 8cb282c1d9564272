import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '../../components/kit/Button.tsx'
import { useLive } from '../../components/live.ts'
import type { OptionsEffects } from './effects.ts'
import { Part, type Step } from './Part.tsx'
import { hostOf } from './sitePatterns.ts'

interface Props {
  readonly effects: OptionsEffects
  readonly step: Step
}

/** The sites that the extension may look at without being asked to each time, and those it offers to. */
export const SitesPart = ({ effects: { say, sites, offered, allowSite, removeSite }, step }: Props) => {
  const patterns = useLive(sites)
  const open = offered.filter(({ pattern }) => !patterns.includes(pattern))
  const remove = useMutation({ mutationFn: (pattern: string) => removeSite(pattern) })
  const allow = useMutation({ mutationFn: (pattern: string) => allowSite(pattern) })
  return (
    <Part title={say('optionsSites')} step={step} say={say} why={say('firstSitesWhy')}>
      {patterns.length > 0 && (
        <>
          <p className="text-quiet">{say('optionsSitesNote')}</p>
          <ul className="divide-y divide-line">
            {patterns.map((pattern) => (
              <Site key={pattern} host={hostOf(pattern)}>
                <Button
                  small
                  aria-label={say('optionsRemoveSite', hostOf(pattern))}
                  busy={remove.isPending && remove.variables === pattern}
                  onClick={() => remove.mutate(pattern)}
                >
                  {say('optionsRemove')}
                </Button>
              </Site>
            ))}
          </ul>
        </>
      )}
      {open.length > 0 && (
        <>
          <p className="text-quiet">{say('optionsOffered')}</p>
          <ul className="divide-y divide-line">
            {open.map(({ label, pattern }) => (
              <Site key={pattern} host={hostOf(pattern)} label={label}>
                <Button
                  small
                  aria-label={say('optionsAllowSite', hostOf(pattern))}
                  busy={allow.isPending && allow.variables === pattern}
                  onClick={() => allow.mutate(pattern)}
                >
                  {say('optionsAllow')}
                </Button>
              </Site>
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}

const Site = ({ host, label, children }: { host: string; label?: string; children: ReactNode }) => (
  <li className="flex items-center gap-3 py-1.5">
    <span className="min-w-0 flex-1 truncate">
      {label && <span className="font-medium">{label} </span>}
      <bdi dir="ltr" className={label && 'text-quiet'}>
        {host}
      </bdi>
    </span>
    {children}
  </li>
)
