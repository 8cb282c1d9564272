import { readFile } from 'node:fs/promises'

/** What was asked for, where that is a path of the stand-in's own, else `home`: `//elsewhere` is an address, not a path. */
export const ownPath = (asked: unknown, home: string): string =>
  typeof asked === 'string' && /^\/(?![/\\])/.test(asked) ? asked : home

/** Answers the files of the folder `assets` beside a module. */
export const assetsBeside =
  (moduleUrl: string) =>
  async (name: string, type: string): Promise<Response> =>
    new Response(await readFile(new URL(`./assets/${name}`, moduleUrl)), { headers: { 'Content-Type': type } })
