import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'
import { preactForReact } from './components/preactForReact.ts'
import { LongestFirst } from './tests/helpers/longestFirst.ts'

/** One core is not left idle: by default one is, which is half of a machine of two. */
const maxWorkers = '100%'

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [WxtVitest()],
        resolve: {
          alias: [
            ...preactForReact,
            // Its CommonJS main would ask for React where no alias reaches.
            {
              find: /^@testing-library\/react$/,
              replacement: '@testing-library/react/dist/@testing-library/react.esm.js',
            },
          ],
        },
        test: {
          name: 'unit',
          maxWorkers,
          environment: 'happy-dom',
          // What imports React itself has to be given the same stand-in as our own files.
          server: { deps: { inline: [/react/, /wouter/] } },
          include: ['tests/{lib,components,entrypoints,tree,stand-in}/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
        },
      },
      {
        // Not on Preact: what React's own Profiler says of the screens.
        test: {
          name: 'react',
          maxWorkers,
          environment: 'happy-dom',
          include: ['tests/components/renders.test.tsx'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'service',
          maxWorkers,
          environment: 'node',
          include: ['tests/server/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          environment: 'node',
          include: ['tests/faults/**/*.test.ts'],
          // Most of the time is spent on starting processes, one at a time in each file.
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
