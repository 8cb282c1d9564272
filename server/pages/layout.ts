import { html } from 'hono/html'
import type { Language } from '../../lib/contract/schemas.ts'
import { languages } from '../words/languages.ts'
import type { Say } from '../words/say.ts'
import { icons, mark } from './marks.ts'
import type { Html } from './own.ts'

export interface Page {
  /** What stands in the browser's tab, before the product's name. */
  readonly title: string
  readonly body: Html
  /** `wide` for lists. */
  readonly width?: 'card' | 'wide'
  /** It is there in this language alone. */
  readonly only?: Language
}

/** A page in the language of whoever reads it. */
export type Draw = (say: Say) => Page

/**
 * One whole document. It carries no script and loads nothing but our own stylesheet and mark. `at`: the path, with its
 * query, under which the same page is found in another language.
 */
export const drawPage = async (draw: Draw, say: Say, at: string): Promise<string> => {
  const { title, body, width = 'card', only } = draw(say)
  return String(
    await html`<!doctype html>
<html lang="${only ?? say.language}" dir="${only ? languages[only].dir : say.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · Rollcall</title>
<link rel="stylesheet" href="/pages/style.css">
<link rel="icon" href="/pages/mark.svg" type="image/svg+xml">
</head>
<body>
<main class="${width}">
<p class="brand">${mark()}Rollcall</p>
${body}
</main>
${only ? '' : menu(say, at)}
</body>
</html>`,
  )
}

/** The languages as links: the one chosen is kept in a cookie. Each stands in itself, for whoever cannot read the rest. */
const menu = (say: Say, at: string): Html => html`<footer>
<details class="languages"><summary>${icons.language()}<span>${say('menu.language')}: ${languages[say.language].name}</span></summary>
<ul>${entries.map(
  ([language, { name, dir }]) =>
    html`<li><a href="${inLanguage(at, language)}" lang="${language}" hreflang="${language}" dir="${dir}"${language === say.language ? html` aria-current="true"` : ''}>${name}</a></li>`,
)}</ul></details>
</footer>`

const entries = Object.entries(languages)

const inLanguage = (at: string, language: string): string => {
  const url = new URL(at, 'http://here.invalid')
  url.searchParams.set('lang', language)
  return `${url.pathname}${url.search}`
}
