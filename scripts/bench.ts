import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { holds, page, type Section } from '../bench/lib/report.ts'
import { buildExtension, buildWebApp } from './lib/builds.ts'
import { root } from './lib/paths.ts'
import { main, Stop } from './lib/stop.ts'
import { ensureSystemPackages } from './lib/systemPackages.ts'

/** `npm run bench [-- name …]`: measures, prints, and (when all are run) writes docs/benchmarks.md. */
main(async () => {
  const asked = process.argv.slice(2)
  const all = readdirSync(join(root, 'bench'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
    .toSorted()
  const unknown = asked.filter((name) => !all.includes(name))
  if (unknown.length > 0)
    throw new Stop(`There is no benchmark called ${unknown.join(', ')}. There are: ${all.join(', ')}.`)
  await ensureSystemPackages()
  await buildExtension('chrome', { local: true })
  await buildExtension('chrome', { local: false })
  await buildWebApp()
  const sections: Section[] = []
  for (const name of asked.length > 0 ? asked : all) {
    console.log(`Measuring ${name} …`)
    const { measure } = (await import(pathToFileURL(join(root, 'bench', `${name}.ts`)).href)) as {
      measure: () => Promise<Section[]>
    }
    sections.push(...(await measure()))
  }
  const text = page(sections)
  console.log(text)
  if (asked.length === 0) writeFileSync(join(root, 'docs', 'benchmarks.md'), text)
  const missed = sections.flatMap(({ figures }) => figures.filter((figure) => !holds(figure)))
  if (missed.length > 0) console.log(`Marks missed: ${missed.map(({ what }) => what).join('; ')}.`)
  process.exitCode = missed.length > 0 ? 1 : 0
})
