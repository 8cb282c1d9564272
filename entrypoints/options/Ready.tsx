import { Notice } from '../../components/kit/Notice.tsx'
import { useLive } from '../../components/live.ts'
import type { OptionsEffects } from './effects.ts'
import { addressOf, hostOf } from './sitePatterns.ts'

/** The way on, when every step is done. */
export const Ready = ({ effects: { say, sites } }: { effects: OptionsEffects }) => {
  const places = useLive(sites).flatMap((pattern) => addressOf(pattern) ?? [])
  return (
    <Notice
      tone="good"
      title={say('firstDone')}
      actions={places.map((place) => (
        <a
          key={place}
          href={place}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-7 items-center font-medium text-accent underline"
        >
          {say('firstOpen', hostOf(place))}
        </a>
      ))}
    >
      {say('firstDoneNow')}
    </Notice>
  )
}
