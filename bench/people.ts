import emailRegex from 'email-regex-safe'
import { linkifyit } from 'linkify-it'
import { find } from 'linkifyjs'
import addressparser from 'nodemailer/lib/addressparser/index.js'
import Papa from 'papaparse'
import { extractAddresses, extractPeople } from '../lib/people/index.ts'
import { type Figure, median, type Section } from './lib/report.ts'
import { forms, mixedRoster, pathological, prose, roster } from './lib/rosterText.ts'

const MB = 1_000_000

/**
 * A text that no run before has read, in one piece: engines keep what they know of a string, and flatten those made of pieces. As a
 * browser hands over what is pasted or read from a file: a byte for each character where all are Latin, where Node would take two.
 */
const fresh = (text: string): string =>
  /[^\0-\xff]/.test(text) ? Buffer.from(text).toString() : Buffer.from(text, 'latin1').toString('latin1')

/** Median milliseconds of `runs` readings of a text, after two that do not count. */
const timed = (text: string, read: (text: string) => unknown, runs: number): number => {
  const times: number[] = []
  for (let run = -2; run < runs; run++) {
    const copy = fresh(text)
    const started = performance.now()
    read(copy)
    if (run >= 0) times.push(performance.now() - started)
  }
  return median(times)
}

const speed = (what: string, text: string, read: (text: string) => unknown, runs: number, mark?: number): Figure => ({
  what,
  measured: text.length / 1000 / timed(text, read, runs),
  unit: 'MB/s',
  ...(mark === undefined ? {} : { mark: { at: 'least', value: mark } }),
  runs,
})

const rosters = (): Section => {
  const mixed = mixedRoster(10 * MB)
  // Peers slower than linear get what they finish.
  const small = mixedRoster(0.2 * MB)
  const header = roster('mail header', 0.2 * MB)
  const csv = roster('CSV with a header', 10 * MB)
  const links = linkifyit()
  return {
    title: 'People from text',
    how: 'Node, one thread. 10 MB of roster text, a quarter each of a mail header, lines of name and address, a pasted table and CSV with a header; every reading of a string never read before, kept as a browser keeps it (a byte for each Latin character). Peers on the same text, or on 0.2 MB where they are slower than linear.',
    figures: [
      speed('10 MB of roster, addresses only', mixed, extractAddresses, 7, 150),
      speed('10 MB of roster, with names', mixed, extractPeople, 7, 80),
      ...Object.keys(forms).map((form) =>
        speed(`10 MB of ${form}, with names`, roster(form, 10 * MB), extractPeople, 5),
      ),
      speed('10 MB of prose without an address', prose(10 * MB), extractPeople, 7, 2000),
      speed('peer: email-regex-safe, 10 MB of roster', mixed, (text) => text.match(emailRegex()), 3),
      speed('peer: linkifyjs, 0.2 MB of roster', small, (text) => find(text, 'email'), 3),
      speed('peer: linkify-it, 0.2 MB of roster', small, (text) => links.match(text), 3),
      speed(
        'peer: nodemailer addressparser, 0.2 MB of mail header, with names',
        header,
        (text) => addressparser(text),
        3,
      ),
      speed('peer: papaparse, 10 MB of CSV, cells only', csv, (text) => Papa.parse(text, { header: true }), 3),
    ],
  }
}

const worst = (): Section => {
  const kinds = Object.entries(pathological).map(([what, unit]) => {
    const time = (bytes: number) => timed(unit.repeat(bytes / unit.length), extractPeople, 5)
    const small = time(MB / 8)
    const large = time(MB)
    return { what, large, exponent: Math.log2(large / small) / 3 }
  })
  return {
    title: 'People from text made to be slow',
    how: 'Node, one thread. 1 MB of one thing over and over, read with names; the exponent is of the growth from 0.125 MB to 1 MB.',
    figures: kinds.flatMap(({ what, large, exponent }): Figure[] => [
      { what: `1 MB of ${what}`, measured: large, unit: 'ms', mark: { at: 'most', value: 40 }, runs: 5 },
      // Below a millisecond the clock and the engine's warming up are most of what is measured.
      ...(large > 4
        ? [
            {
              what: `growth, ${what}`,
              measured: exponent,
              unit: '',
              mark: { at: 'most', value: 1.2 },
              runs: 5,
            } as const,
          ]
        : []),
    ]),
  }
}

export const measure = async (): Promise<Section[]> => [rosters(), worst()]
