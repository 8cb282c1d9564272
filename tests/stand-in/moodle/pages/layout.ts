import { html, raw } from 'hono/html'
import type { Course } from '../course.ts'
import type { Session } from '../world.ts'

export type Html = ReturnType<typeof html>

const note = html`<p class="stand-in-note" role="note">This is a stand-in for Moodle, for trying Rollcall; the people are invented.</p>`

/** Everything that a page stands in. */
export interface Place {
  /** `http://127.0.0.1:4713/moodle`. */
  readonly wwwroot: string
  readonly root: string
  readonly session: Session | null
}

/** What every page of Moodle says of itself in a script. */
const config = ({ wwwroot, session }: Place, courseId: number): string =>
  JSON.stringify({
    wwwroot,
    homeurl: {},
    sesskey: session?.key ?? '',
    theme: 'boost',
    courseId,
    contextid: courseId * 10,
    userId: session?.account.id ?? 0,
  })
    .replaceAll('/', '\\/')
    .replaceAll('<', '\\u003C')

interface Page {
  /** Of `body`. */
  readonly id: string
  readonly path: string
  readonly title: string
  readonly heading: string
  readonly course?: Course | undefined
  readonly content: Html | Promise<Html>
}

/** A page of Moodle 4 with the theme Boost: the ids and classes that tell it (lms/moodle.md §2), and our own look. */
export const layout = (place: Place, { id, path, title, heading, course, content }: Page) => {
  const { root, session } = place
  const courseId = course?.options.id ?? 1
  const classes = `format-topics ${path} dir-ltr lang-en pagelayout-incourse course-${courseId} context-${courseId * 10} theme uses-drawers${session ? '' : ' notloggedin'}`
  return html`<!doctype html>
<html dir="ltr" lang="en" xml:lang="en">
<head>
  <title>${title} | Stand-in</title>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="keywords" content="moodle, ${title} | Stand-in">
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${root}/stand-in/stand-in.css">
  <script>
var M = {}; M.yui = {};
M.cfg = ${raw(config(place, courseId))};
  </script>
</head>
<body id="${id}" class="${classes}">
  <div id="page-wrapper">
    <nav class="navbar" aria-label="Site navigation">
      <a href="${root}/my/courses.php">My courses</a>
      ${
        session
          ? html`<span data-region="popover-region" data-userid="${session.account.id}">${session.account.given} ${session.account.family}</span>
            <a href="${root}/login/logout.php?sesskey=${session.key}">Log out</a>`
          : html`<a href="${root}/login/index.php">Log in</a>`
      }
    </nav>
    ${note}
    <header id="page-header"><h1 class="h2">${heading}</h1></header>
    ${
      course &&
      html`<nav class="secondary-navigation" aria-label="Course"><a href="${root}/course/view.php?id=${courseId}">Course</a>
      <a href="${root}/user/index.php?id=${courseId}">Participants</a></nav>`
    }
    <div id="region-main"><div role="main">${content}</div></div>
  </div>
</body>
</html>`
}
