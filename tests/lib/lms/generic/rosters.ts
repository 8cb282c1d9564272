import fc from 'fast-check'
import { besides } from './ordinary.ts'

/** Pages that list people, drawn in the ways that pages do. */

interface Drawn {
  readonly html: string
  /** Name by address, in the order of the page. */
  readonly people: ReadonlyMap<string, string>
}

interface One {
  readonly name: string
  readonly email: string
}

const givens = ['Avery', 'Noor', 'Wei', 'Chloé', 'Tobias', 'Mina', 'Zoë', 'Chidi', 'Liat', 'Bogdan', 'Alba', 'Jürgen']
const families = ['Stone', 'Haddad', 'Zhang', 'O’Brien', 'Renner', 'Sato', 'Ångström', 'Okafor', 'Bendavid', 'Ilic']
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()

const one = fc
  .record({
    given: fc.constantFrom(...givens),
    family: fc.constantFrom(...families),
    number: fc.integer({ min: 0, max: 999 }),
  })
  .map(
    ({ given, family, number }): One => ({
      name: `${given} ${family}`,
      email: `${plain(given)}.${plain(family)}${number}@example.edu`,
    }),
  )
const people = fc.uniqueArray(one, { minLength: 3, maxLength: 30, selector: ({ email }) => email })

const asText = ({ email }: One) => email
const asLink = ({ email }: One) => `<a href="mailto:${email}">${email}</a>`
const asIcon = ({ email, name }: One) => `<a href="mailto:${email}" title="${name}"><i class="icon"></i></a>`
const written = fc.constantFrom(asText, asLink, asIcon)
const visible = fc.constantFrom(asText, asLink)

const heads: readonly (readonly [name: string, email: string])[] = [
  ['Name', 'Email'],
  ['Student', 'E-mail address'],
  ['Nom complet', 'Courriel'],
  ['Nombre completo', 'Correo electrónico'],
  ['Teilnehmer', 'E-Mail-Adresse'],
  ['Nome completo', 'Posta elettronica'],
  ['Naam', 'E-mailadres'],
  ['Navn', 'E-post'],
  ['Imię i nazwisko', 'Adres e-mail'],
  ['ФИО', 'Электронная почта'],
  ['氏名', 'メールアドレス'],
  ['姓名', '电子邮件'],
  ['이름', '이메일'],
  ['الاسم', 'البريد الإلكتروني'],
  ['שם', 'דוא"ל'],
  ['Adı Soyadı', 'E-posta'],
]

const table = fc
  .record({
    all: people,
    how: written,
    head: fc.constantFrom(...heads),
    isThead: fc.boolean(),
    emailFirst: fc.boolean(),
    numbered: fc.boolean(),
  })
  .map(({ all, how, head, isThead, emailFirst, numbered }) => {
    const order = <T>(both: readonly [T, T]) => (emailFirst ? both.toReversed() : both)
    const cells = (row: readonly string[], tag: string, number: string) =>
      `<tr>${[...(numbered ? [number] : []), ...row].map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
    const heading = cells(order(head), isThead ? 'th' : 'td', '#')
    const rows = all.map((who, index) => cells(order([who.name, how(who)]), 'td', String(index + 1)))
    return {
      all,
      html: isThead
        ? `<table><thead>${heading}</thead><tbody>${rows.join('')}</tbody></table>`
        : `<table>${heading}${rows.join('')}</table>`,
    }
  })

const bareTable = fc.record({ all: people, how: written }).map(({ all, how }) => ({
  all,
  html: `<table>${all.map((who) => `<tr><td>${who.name}</td><td>${how(who)}</td></tr>`).join('')}</table>`,
}))

const list = fc
  .record({
    all: people,
    tag: fc.constantFrom('ul', 'ol'),
    item: fc.constantFrom(
      (who: One, address: string) => `${who.name}: ${address}`,
      (who: One, address: string) => `<b>${who.name}</b> ${address}`,
      (who: One, address: string) => `<div>${who.name}</div><div>${address}</div>`,
      (who: One) => `<a href="mailto:${who.email}">${who.name}</a>`,
      (who: One) => `${who.name} &lt;${who.email}&gt;`,
      (who: One) => `${who.name} <a href="mailto:${who.email}">Email</a>`,
      (who: One) => `<b>${who.name}</b> (<a href="mailto:${who.email}">e-mail</a>)`,
    ),
    how: visible,
  })
  .map(({ all, tag, item, how }) => ({
    all,
    html: `<${tag}>${all.map((who) => `<li>${item(who, how(who))}</li>`).join('')}</${tag}>`,
  }))

const cards = fc
  .record({
    all: people,
    card: fc.constantFrom(
      (who: One, address: string) => `<div class="person"><h3>${who.name}</h3><p>${address}</p></div>`,
      (who: One, address: string) =>
        `<section><img alt=""><div><strong>${who.name}</strong></div><div class="mail">${address}</div></section>`,
      (who: One) => `<article><h4>${who.name}</h4><p>Biology</p><a href="mailto:${who.email}">Email</a></article>`,
    ),
    how: visible,
  })
  .map(({ all, card, how }) => ({
    all,
    html: `<div class="people">${all.map((who) => card(who, how(who))).join('')}</div>`,
  }))

const grid = fc.record({ all: people, how: visible }).map(({ all, how }) => ({
  all,
  html: `<div role="grid"><div role="row"><div role="columnheader">Name</div><div role="columnheader">Email</div></div>${all
    .map((who) => `<div role="row"><div role="gridcell">${who.name}</div><div role="gridcell">${how(who)}</div></div>`)
    .join('')}</div>`,
}))

const textarea = people.map((all) => ({
  all,
  html: `<textarea>${all.map(({ name, email }) => `${name} &lt;${email}&gt;`).join('; ')}</textarea>`,
}))

/** The roster has more people than what stands beside it has addresses. */
export const rosterPage: fc.Arbitrary<Drawn> = fc
  .tuple(besides, fc.oneof(table, bareTable, list, cards, grid, textarea), besides)
  .map(([before, { all, html }, after]) => ({
    html: `<!doctype html><html lang="en"><head><title>People</title></head><body><h1>People</h1><main>${before}${html}${after}</main></body></html>`,
    people: new Map(all.map(({ name, email }) => [email, name])),
  }))
