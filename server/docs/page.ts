import { html } from 'hono/html'
import type { Page } from '../pages/layout.ts'
import type { OpenApi, Operation } from './openApi.ts'
import { writeSchema } from './writeSchema.ts'

interface Answer {
  readonly description: string
  readonly content: Readonly<Record<string, { readonly schema: object }>>
}

const isAnswer = (value: object): value is Answer => 'description' in value && 'content' in value

/** The OpenAPI document as one page to read: every call, what it takes, what it answers, how it refuses. */
export const apiPage = ({ info, servers, paths, components }: OpenApi): Page => {
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  return {
    title: 'API',
    only: 'en',
    width: 'wide',
    body: html`<link rel="stylesheet" href="/docs/style.css">
<h1>${info.title}</h1>
<p>${info.description} The address is <code>${servers[0]?.url}</code>. A call carries an access token (OAuth 2.1, code with PKCE, scope <code>rollcall</code>) as <code>Authorization: Bearer …</code>; a body is JSON. The same as a document for machines: <a href="/openapi.json">openapi.json</a>.</p>
<nav aria-label="Calls"><ul>${calls.map(({ operation }) => html`<li><a href="#${operation.operationId}">${operation.operationId}</a></li>`)}</ul></nav>
${calls.map(drawCall)}
<h2 class="part">Shared parts</h2>
${Object.entries(components.schemas).map(
  ([name, schema]) =>
    html`<section id="part-${name}"><h3>${name}</h3><pre tabindex="0">${writeSchema(schema)}</pre></section>`,
)}`,
  }
}

const drawCall = ({ path, method, operation }: { path: string; method: string; operation: Operation }) => {
  const { operationId, summary, parameters, requestBody, responses } = operation
  const [done, ...refusals] = Object.entries(responses).filter((entry): entry is [string, Answer] => isAnswer(entry[1]))
  const answer = done && Object.values(done[1].content)[0]
  return html`<section id="${operationId}">
<h2>${operationId}</h2>
<p class="address"><span>${method}</span> <code>${path}</code></p>
<p>${summary}</p>
<p class="quiet">Needs <code>${operation['x-allow']}</code></p>
${parameters.length ? html`<h3>Parameters</h3><ul>${parameters.map(({ name, in: place, required, schema }) => html`<li><code>${name}</code> in the ${place}${required ? '' : ', optional'}: ${writeSchema(schema)}</li>`)}</ul>` : ''}
${requestBody ? html`<h3>Body</h3><pre tabindex="0">${writeSchema(requestBody.content['application/json'].schema)}</pre>` : ''}
${answer ? html`<h3>Answer</h3><pre tabindex="0">${writeSchema(answer.schema)}</pre>` : ''}
<details><summary>Refusals</summary><ul>${refusals.map(([status, { description }]) => html`<li>${status} ${description}</li>`)}</ul></details>
</section>`
}
