import { buildExtension, buildWebApp } from './lib/builds.ts'
import { main } from './lib/stop.ts'

/** Builds what is released: the extension for both browser families, and the service's web app. */
main(async () => {
  for (const target of ['chrome', 'firefox'] as const) console.log(await buildExtension(target, { local: false }))
  await buildWebApp()
  console.log('The web app is in .output/web; the service serves it.')
})
