import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './command.ts'
import { bin, localOutput, root, storeOutput, webOutput } from './paths.ts'
import { precompress } from './precompress.ts'
import { Stop } from './stop.ts'

export type ExtensionTarget = 'chrome' | 'firefox'

const sources = ['components', 'entrypoints', 'lib', 'public', 'server/web', 'wxt.config.ts', 'package-lock.json']

const filesBelow = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesBelow(join(path, name)))
    : [path]

/** A fingerprint of everything a build is made from. */
const fingerprint = (extra: string): string => {
  const hash = createHash('sha256').update(extra)
  for (const source of sources.map((name) => join(root, name)).filter(existsSync))
    for (const file of filesBelow(source)) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

/** Builds unless the same sources were built there already. */
const buildOnce = async (
  name: string,
  folder: string,
  extra: string,
  build: () => Promise<{ code: number; output: string }>,
) => {
  const stamp = `${folder}.built-from`
  const now = fingerprint(extra)
  if (existsSync(folder) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  const { code, output } = await build()
  if (code !== 0) throw new Stop(`${output}\n${name} could not be built: the lines above say why.`)
  writeFileSync(stamp, now)
}

/** Types and manifests that TypeScript needs before it can check. */
export const prepareTypes = async (): Promise<void> => {
  const { code, output } = await run(bin('wxt'), ['prepare'])
  if (code !== 0) throw new Stop(`${output}\nwxt could not prepare the project's types.`)
}

/** Folder of a build. `local` builds may reach this machine's loopback address; store builds ask for no site. */
export const extensionFolder = (target: ExtensionTarget, local: boolean): string =>
  join(local ? localOutput : storeOutput, `${target}-mv3`)

export const buildExtension = async (
  target: ExtensionTarget,
  options: { local: boolean; serviceUrl?: string },
): Promise<string> => {
  const folder = extensionFolder(target, options.local)
  const env = {
    ROLLCALL_LOCAL: options.local ? '1' : undefined,
    ROLLCALL_OUT: options.local ? localOutput : storeOutput,
    WXT_SERVICE_URL: options.serviceUrl,
  }
  await buildOnce(`The extension for ${target}`, folder, JSON.stringify([target, env]), () =>
    run(bin('wxt'), ['build', '-b', target, '--mv3'], { env }),
  )
  return folder
}

export const buildWebApp = async (): Promise<void> => {
  await buildOnce('The web app', webOutput, 'web, compressed', async () => {
    const built = await run(bin('vite'), ['build', '--config', join('server', 'web', 'vite.config.ts')])
    if (built.code === 0) await precompress(join(webOutput, 'assets'))
    return built
  })
}
