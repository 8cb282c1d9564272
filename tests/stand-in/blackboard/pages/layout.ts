import { html } from 'hono/html'
import type { Account } from '../accounts.ts'

export type Html = ReturnType<typeof html>

const note = html`<p class="stand-in-note" role="note">This is a stand-in for Blackboard, for trying Rollcall; the people are invented.</p>`

const nav = [
  ['institution', '/ultra/course', 'Institution page'],
  ['courses', '/ultra/course', 'Courses'],
  ['messages', '/ultra/course', 'Messages'],
] as const

/** A page of Ultra: the elements and analytics ids that tell Blackboard (lms/blackboard.md §4), and our own look. */
export const ultraLayout = (title: string, reader: Account, content: Html | Promise<Html>) => html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/stand-in/stand-in.css">
</head>
<body class="ultra">
<bb-base-layout>
  <nav class="stand-in-nav" aria-label="Main">
    ${nav.map(([id, path, label]) => html`<a data-analytics-id="base.nav.navigation.${id}" href="${path}">${label}</a>`)}
    <form method="post" action="/webapps/login/logout"><span>${reader.given} ${reader.family}</span><button>Sign out</button></form>
  </nav>
  <div class="stand-in-body">
    ${note}
    ${content}
  </div>
</bb-base-layout>
</body>
</html>`

/** An Original page (lms/blackboard.md §4): a title and a panel. */
export const originalLayout = (
  title: string,
  courseName: string,
  courseId: string,
  content: Html | Promise<Html>,
) => html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${title}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/stand-in/stand-in.css">
</head>
<body class="original">
  ${note}
  <div class="stand-in-original">
    <div id="courseMenuPalette_paletteTitleHeading">
      <a id="courseMenu_link" href="/webapps/blackboard/execute/courseMain?course_id=${courseId}">${courseName}</a>
      ${
        courseId &&
        html`<ul>
        <li><a href="/webapps/blackboard/execute/userManager?course_id=${courseId}">Users</a></li>
        <li><a href="/webapps/blackboard/execute/searchRoster?course_id=${courseId}&action=search">Roster</a></li>
      </ul>`
      }
    </div>
    <div id="contentPanel" class="contentPane">
      <h1 id="pageTitleText">${title}</h1>
      ${content}
    </div>
  </div>
</body>
</html>`
