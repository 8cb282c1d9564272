import { Chip } from '../kit/Chip.tsx'
import { cx } from '../kit/cx.ts'
import { useServices } from '../services.ts'
import type { SentKind } from './sentPeople.ts'
import { sentWords } from './sentWords.ts'

interface Props {
  readonly counted: readonly { readonly kind: SentKind; readonly count: number }[]
  /** undefined: everybody. */
  readonly shown: SentKind | undefined
  readonly onShow: (kind: SentKind | undefined) => void
}

/** How many came to what; pressing one shows those alone, pressing it again everybody. */
export const KindFilter = ({ counted, shown, onShow }: Props) => {
  const { say } = useServices()
  return (
    <fieldset aria-label={say('filterShow')} className="flex flex-wrap gap-x-1.5">
      {counted.map(({ kind, count }) => (
        <button
          key={kind}
          type="button"
          aria-pressed={shown === kind}
          onClick={() => onShow(shown === kind ? undefined : kind)}
          className="group flex min-h-7 items-center rounded-control"
        >
          <span
            className={cx(
              'flex rounded-control ring-accent group-hover:ring-1',
              shown === kind && 'ring-2 group-hover:ring-2',
            )}
          >
            <Chip icon={sentWords[kind].icon} tone={sentWords[kind].tone}>
              {say.count(sentWords[kind].count, count)}
            </Chip>
          </span>
        </button>
      ))}
    </fieldset>
  )
}
