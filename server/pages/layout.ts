import { html } from 'hono/html'
import { mark } from './marks.ts'

export type Html = ReturnType<typeof html>

export interface Page {
  /** What stands in the browser's tab, before the product's name. */
  readonly title: string
  readonly body: Html
  /** `wide` for lists. */
  readonly width?: 'card' | 'wide'
}

/** One whole document. It carries no script and loads nothing but our own stylesheet and mark. */
export const drawPage = async ({ title, body, width = 'card' }: Page): Promise<string> =>
  String(
    await html`<!doctype html>
<html lang="en" dir="ltr">
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
</body>
</html>`,
  )
