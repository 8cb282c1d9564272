import fc from 'fast-check'

/** Pages as the web is full of, none of which lists people: their parts, in any order, in frames of any kind. */

const word = fc.constantFrom(
  ...'about after autumn before between bright calm careful common course early evening field garden kitchen lamp large late library light little long market model morning never often paper people quiet reading river room several simple small spring station street table today usual village water weekly window winter wooden'.split(
    ' ',
  ),
)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const words = (least: number, most: number) =>
  fc.array(word, { minLength: least, maxLength: most }).map((all) => all.join(' '))
const sentence = words(7, 16).map((text) => `${capital(text)}.`)
const title = words(2, 5).map(capital)
const host = fc.constantFrom('example.com', 'example.org', 'shop.example.net', 'mail.example.co.uk', 'example.edu')
const first = fc.constantFrom('Jane', 'Omar', 'Noor', 'Liat', 'Mei', 'Ana', 'Sven', 'Ines')
const last = fc.constantFrom('Doe', 'Haddad', 'Okafor', 'Stone', 'Cohen', 'Lind', 'Marlowe')
const fullName = fc.tuple(first, last).map((both) => both.join(' '))
const personal = fc.tuple(first, last, host).map(([a, b, at]) => `${a}.${b}@${at}`.toLowerCase())

/** Mailboxes of nobody: RFC 2142's, and what contact pages show. */
const mailbox = fc
  .tuple(
    fc.constantFrom(
      ...'support info help helpdesk sales contact press noreply no-reply webmaster postmaster hostmaster abuse security billing jobs careers privacy legal office admin newsletter feedback marketing hr team hello service orders accounts admissions registrar library editor'.split(
        ' ',
      ),
    ),
    host,
  )
  .map((both) => both.join('@'))

const number = fc.integer({ min: 0, max: 40 })
const version = fc.tuple(number, number, number).map((all) => all.join('.'))
const packageName = fc.constantFrom('lodash', 'react', '@scope/tool', 'left-pad', 'vue-router', 'core-js', 'types')
/** What has an `@` in it and is no address. */
const odd = fc.oneof(
  fc.tuple(packageName, version).map((both) => both.join('@')),
  fc.tuple(packageName, fc.constantFrom('latest', 'next', 'beta', '^2', 'v4')).map((both) => both.join('@')),
  first.map((name) => `@${name.toLowerCase()}`),
  fc.tuple(first, host).map(([name, at]) => `@${name.toLowerCase()}@${at}`),
  fc.tuple(word, fc.constantFrom('@2x.png', '@3x.jpg', '@1.5x.webp')).map((both) => both.join('')),
  fc.tuple(number, number).map(([many, price]) => `${many} @ $${price}.50`),
  fc.tuple(host, word).map(([at, repo]) => `git@${at}:${repo}/${repo}.git`),
  fc.tuple(word, host).map(([user, at]) => `postgres://${user}:secret@db.${at}:5432/${user}`),
  fc.tuple(word, host).map(([user, at]) => `https://${user}@${at}/path`),
  word.map((image) => `registry/${image}@sha256:0a1b2c`),
  word.map((script) => `https://cdn.example.net/npm/${script}@1.2.3/dist/${script}.min.js`),
  fc.constant('We meet @ noon.'),
  word.map((where) => `${capital(where)} @Home`),
)

const many = <T>(one: fc.Arbitrary<T>, least = 2, most = 6) => fc.array(one, { minLength: least, maxLength: most })
const each = (one: fc.Arbitrary<string>, least = 2, most = 6) => many(one, least, most).map((all) => all.join('\n'))
const mailLink = (address: string, text = address) => `<a href="mailto:${address}">${text}</a>`

const article = fc
  .tuple(title, fullName, personal, many(fc.tuple(sentence, fc.option(fc.oneof(personal, odd)), sentence)))
  .map(
    ([head, author, address, paragraphs]) =>
      `<article><h2>${head}</h2><p class="byline">By ${mailLink(address, author)}</p>${paragraphs
        .map(([one, at, two]) => `<p>${one} ${at ? `Write to ${at} before it is too late for you. ` : ''}${two}</p>`)
        .join('')}</article>`,
  )

const shop = many(fc.tuple(title, number, fc.oneof(odd, sentence))).map(
  (products) =>
    `<div class="products">${products
      .map(
        ([name, price, note]) =>
          `<div class="card"><img src="/${price}@2x.png" alt=""><h3>${name}</h3><p>$${price}.00</p><p>${note}</p><button>Add to cart</button></div>`,
      )
      .join(
        '',
      )}</div><form><input type="email" name="email" placeholder="you@example.com"><button>Subscribe</button></form>`,
)

const mail = fc.tuple(personal, many(fc.tuple(fullName, personal, title, number), 3, 8), personal, sentence).map(
  ([mine, rows, from, text]) =>
    `<header><button>${mine}</button></header><nav><ul><li>Inbox</li><li>${mine}</li><li>Sent</li></ul></nav>
<table role="grid">${rows
      .map(
        ([name, address, subject, at]) =>
          `<tr><td><span email="${address}" title="${address}">${name}</span></td><td>${subject}</td><td>${at}:15</td></tr>`,
      )
      .join('')}</table>
<div class="message"><div><span>From</span> <span>${from}</span></div><div><span>To</span> <span>me</span></div><div>${text}</div>
<blockquote>On Monday ${from} wrote:<br>${text}</blockquote></div>
<div contenteditable="true">${rows.map(([, address]) => `<span>${address}</span>`).join(', ')}</div>`,
)

const dashboard = fc
  .tuple(many(fc.tuple(title, version, mailbox)), many(fc.tuple(word, fc.oneof(odd, version), number)))
  .map(
    ([services, rows]) => `<section><table><thead><tr><th>Service</th><th>Version</th><th>Contact</th></tr></thead>
<tbody>${services.map(([name, at, owner]) => `<tr><td>${name}</td><td>${at}</td><td>${owner}</td></tr>`).join('')}</tbody></table>
<table>${rows.map(([name, what, count]) => `<tr><td>${name}</td><td>${what}</td><td>${count} %</td></tr>`).join('')}</table></section>`,
  )

const log = many(
  fc.tuple(personal, fc.constantFrom('signed in from', 'changed the settings of', 'opened a page about'), title),
).map(
  (rows) => `<ul class="activity">${rows.map(([who, did, what]) => `<li>${who} ${did} ${what}</li>`).join('')}</ul>`,
)

const form = fc.tuple(personal, personal, fullName).map(
  ([one, two, name]) =>
    `<form><label>E-mail <input type="email" value="${one}"></label><label>Message <textarea>${name}</textarea></label></form>
<table><tr><th>Name</th><td>${name}</td></tr><tr><th>E-mail</th><td>${one}</td></tr><tr><th>Other e-mail</th><td>${two}</td></tr></table>
<ul><li><span>Login</span> ${name}</li><li><span>Email address</span> ${one}</li><li><span>Recovery email</span> ${two}</li></ul>`,
)

const forum = many(fc.tuple(fullName, sentence, odd, personal)).map(
  (posts) =>
    `<ol class="posts">${posts
      .map(
        ([name, text, at, address]) =>
          `<li><h4>${name}</h4><p>${at} ${text}</p><blockquote>${name} &lt;${address}&gt; wrote:<br>${text}</blockquote></li>`,
      )
      .join('')}</ol>`,
)

const code = fc
  .tuple(each(odd), many(fc.tuple(fullName, personal)))
  .map(
    ([lines, commits]) =>
      `<pre><code>${lines}</code></pre><pre>${commits.map(([name, at]) => `Author: ${name} &lt;${at}&gt;`).join('\n')}</pre><script>var who = "${commits[0]?.[1]}"</script>`,
  )

const oddList = many(odd, 2, 8).map((rows) => `<ul>${rows.map((row) => `<li>${row}</li>`).join('')}</ul>`)
const oddTable = many(fc.tuple(odd, odd), 2, 8).map(
  (rows) =>
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
)
const contacts = many(fc.tuple(title, mailbox), 2, 8).map(
  (rows) => `<ul>${rows.map(([what, at]) => `<li>${what}: ${mailLink(at)}</li>`).join('')}</ul>
<p>${mailLink(rows[0]?.[1] ?? '', 'Write to us')} <a href="mailto:?subject=Look&amp;body=https%3A%2F%2Fexample.com">Share</a></p>`,
)
const outside = fc
  .tuple(
    fc.constantFrom(
      ['<footer>', '</footer>'],
      ['<aside>', '</aside>'],
      ['<header>', '</header>'],
      ['<nav>', '</nav>'],
      ['<div id="footer">', '</div>'],
      ['<div class="site-footer">', '</div>'],
      ['<div role="contentinfo">', '</div>'],
      ['<div class="contact-box">', '</div>'],
      ['<address>', '</address>'],
    ),
    many(fc.tuple(fullName, fc.oneof(personal, mailbox)), 2, 6),
  )
  .map(
    ([[open, close], rows]) =>
      `${open}<ul>${rows.map(([name, at]) => `<li>${mailLink(at, name)} ${at}</li>`).join('')}</ul>${close}`,
  )

const part = fc.oneof(article, shop, mail, dashboard, log, form, forum, code, oddList, oddTable, contacts, outside)

const pageOf = (head: string, parts: readonly string[]) =>
  `<!doctype html><html lang="en"><head><title>${head}</title></head><body><h1>${head}</h1><main>${parts.join('\n')}</main></body></html>`

export const ordinaryPage = fc.tuple(title, many(part, 1, 5)).map(([head, parts]) => pageOf(head, parts))

/** Ordinary markup round a roster. */
export const besides = many(fc.oneof(article, shop, code, oddList, contacts, outside), 0, 2).map((parts) =>
  parts.join('\n'),
)
