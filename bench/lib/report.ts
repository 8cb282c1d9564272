import { cpus, totalmem } from 'node:os'

/** One measured line. */
export interface Figure {
  readonly what: string
  /** Median, in `unit`. */
  readonly measured: number
  readonly unit: 'ms' | 's' | 'kB' | 'MB' | 'MB/s' | 'x' | 'count' | ''
  /** The mark it is held against, e.g. `<= 150`; absent for a peer. */
  readonly mark?: { readonly at: 'most' | 'least'; readonly value: number }
  /** Runs behind the median. */
  readonly runs: number
}

export interface Section {
  readonly title: string
  /** How it was measured, in a sentence or two. */
  readonly how: string
  readonly figures: readonly Figure[]
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Runs a task `times` times after one that does not count; returns the median of what it returns. */
export const medianOf = async (times: number, task: (run: number) => Promise<number>): Promise<number> => {
  await task(-1)
  const values: number[] = []
  for (let run = 0; run < times; run++) values.push(await task(run))
  return median(values)
}

export const holds = ({ measured, mark }: Figure): boolean =>
  !mark || (mark.at === 'most' ? measured <= mark.value : measured >= mark.value)

const show = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

const table = (figures: readonly Figure[]): string =>
  [
    '| what | measured | mark | runs | |',
    '| --- | ---: | ---: | ---: | --- |',
    ...figures.map((figure) => {
      const mark = figure.mark ? `${figure.mark.at === 'most' ? '≤' : '≥'} ${figure.mark.value} ${figure.unit}` : ''
      const verdict = figure.mark ? (holds(figure) ? 'met' : '**missed**') : ''
      return `| ${figure.what} | ${show(figure.measured)} ${figure.unit} | ${mark} | ${figure.runs} | ${verdict} |`
    }),
  ].join('\n')

/** The whole page, with the machine and the day. */
export const page = (sections: readonly Section[]): string => {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor'
  const machine = `${cpus().length} × ${processor}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}, Node ${process.version}`
  return [
    '# Benchmarks',
    '',
    `Medians, measured ${new Date().toISOString().slice(0, 10)} by \`npm run bench\` on ${machine}.`,
    ...sections.flatMap(({ title, how, figures }) => ['', `## ${title}`, '', how, '', table(figures)]),
    '',
  ].join('\n')
}
