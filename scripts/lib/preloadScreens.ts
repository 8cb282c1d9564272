import type { Plugin } from 'vite'

/**
 * Names the screens' script in the pages that load it after asking the browser for what they show: so it is fetched and
 * compiled meanwhile, and not only when it is wanted.
 */
export const preloadScreens = (): Plugin => ({
  name: 'rollcall:preload-screens',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {}, chunk }) => {
      const screens = (chunk?.dynamicImports ?? []).map((name) => bundle[name])
      const names = screens.flatMap((file) => (file?.type === 'chunk' ? [file.fileName, ...file.imports] : []))
      return [...new Set(names)]
        .filter((name) => !chunk?.imports.includes(name))
        .map((name) => ({ tag: 'link', attrs: { rel: 'modulepreload', href: `/${name}` }, injectTo: 'head' as const }))
    },
  },
})
