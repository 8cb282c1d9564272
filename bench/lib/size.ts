import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes of files as a browser would get them compressed. */
export const gzipped = (files: readonly string[]): number =>
  files.reduce((total, file) => total + gzipSync(readFileSync(file), { level: 9 }).length, 0)

/** Scripts and styles that an HTML file of a build names itself, what is fetched ahead among them: what is loaded at once. */
export const firstFiles = (folder: string, html: string): string[] => {
  const named = readFileSync(join(folder, html), 'utf8').matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)
  return [...new Set([...named].flatMap(([, name]) => name ?? []))]
}

/** An HTML file of a build with every script and stylesheet it names, and what those import, once each. */
export const pageFiles = (folder: string, html: string): string[] => {
  const found = new Set<string>()
  const visit = (file: string) => {
    if (found.has(file) || !statSync(file, { throwIfNoEntry: false })?.isFile()) return
    found.add(file)
    const text = readFileSync(file, 'utf8')
    for (const [, name] of text.matchAll(/["'`]([^"'`\s]+\.(?:js|css))["'`]/g)) {
      if (!name || name.includes('://')) continue
      visit(name.startsWith('/') ? join(folder, name) : join(file, '..', name))
    }
  }
  visit(join(folder, html))
  return [...found]
}
