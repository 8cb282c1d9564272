import { html } from 'hono/html'
import { MAX_GROUP_NAME } from '../../lib/contract/limits.ts'
import type { BeginLink } from '../store/beginLinks.ts'
import type { Phrase, Say } from '../words/say.ts'
import type { Draw } from './layout.ts'
import type { Html } from './own.ts'
import { addressField, buttonForm, buttonLink, notice } from './parts.ts'
import { tell } from './problemPages.ts'

interface Asking {
  readonly path: string
  readonly name: string
  readonly address: string
  readonly problem?: (say: Say) => Html
}

export const askPage =
  ({ path, name, address, problem }: Asking): Draw =>
  (say) => ({
    title: say.text('begin.title'),
    body: html`<h1>${say('begin.title')}</h1>
<p>${say('begin.what')}</p>
${problem ? problem(say) : ''}
<form method="post" action="${path}">
<input type="hidden" name="next" value="${path}">
<label for="name">${say('begin.name')}</label>
<input id="name" name="name" value="${name}" dir="auto" maxlength="${MAX_GROUP_NAME}" required autofocus>
${addressField(say, address, { focus: false })}
<button class="primary">${say('address.send')}</button>
</form>
<p class="quiet">${say('join.code')}</p>`,
  })

export const makePage =
  ({ path, name, email }: { path: string; name: string; email: string }): Draw =>
  (say) => ({
    title: say.text('begin.title'),
    body: html`<h1>${say('begin.makeNamed', { workspace: name })}</h1>
<p>${say('begin.as', { email })}</p>
<div class="deeds">${buttonForm(`${path}/make`, say('begin.make'))}</div>
<div class="aside">${buttonForm('/signout', say('join.switch'), { look: 'plain', fields: { next: path } })}</div>`,
  })

export const notAName = (say: Say): Html => notice('attention', say('begin.nameWrong'), say('begin.nameRule'))

const end =
  (title: Phrase, why: Phrase): Draw =>
  (say) =>
    tell(say.text(title), say(why))

export const endPages: Readonly<Record<Exclude<BeginLink['state'], 'open'>, Draw>> = {
  used: (say) => ({
    title: say.text('begin.used'),
    body: html`<h1>${say('begin.used')}</h1>
<p>${say('begin.usedWhy')}</p>
<div class="deeds">${buttonLink('/signin', say('signIn.title'))}</div>`,
  }),
  expired: end('begin.expired', 'begin.another'),
  elsewhere: end('begin.elsewhere', 'begin.elsewhereWhy'),
}

export const unknownPage: Draw = (say) => tell(say.text('begin.unknown'), say('begin.unknownWhy'), say('begin.another'))
