import { serialize } from 'hono/utils/cookie'
import type { Configuration } from 'oidc-provider'
import type { Config } from '../config.ts'
import { sayIn } from '../words/say.ts'
import { chosenLanguage, keptLanguage } from './chosenLanguage.ts'
import { type Draw, drawPage } from './layout.ts'
import { pageHeaders, pagePolicy } from './web.ts'

type Ctx = Parameters<NonNullable<Configuration['renderError']>>[0]

/** Draws a page where the provider asks for one; it has a context of its own. */
export const showFlow = async (ctx: Ctx, config: Pick<Config, 'language' | 'publicUrl'>, draw: Draw): Promise<void> => {
  const { lang } = ctx.query
  const asked = typeof lang === 'string' ? lang : undefined
  const { language, isNew } = chosenLanguage(asked, ctx.get('cookie'), ctx.get('accept-language'))
  const say = sayIn(language ?? config.language)
  if (isNew && language)
    ctx.append('set-cookie', serialize(keptLanguage.name, language, keptLanguage.options(config.publicUrl)))
  ctx.set({ ...pageHeaders, 'content-security-policy': pagePolicy() })
  ctx.type = 'html'
  ctx.body = await drawPage(draw, say, '/oauth/device')
}
