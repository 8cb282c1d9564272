/** NODE_OPTIONS for a service that is started with one of the files here loaded first. */
export const preload = (name: 'fullDisk' | 'movedClock'): string =>
  `--import=${new URL(`./${name}.ts`, import.meta.url).href}`
