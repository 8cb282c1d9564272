import { html, raw } from 'hono/html'
import type { Account } from '../accounts.ts'
import type { Course } from '../course.ts'

type Html = ReturnType<typeof html>

/** JSON for an inline script: `<`, `>`, `&` and everything beyond ASCII are `\u` escaped, as Canvas does. */
const inlineJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&]|[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

export interface PageParts {
  readonly title: string
  readonly reader: Account
  readonly course: Course | null
  /** The menu entry that is marked as the current one, and the body class Canvas gives for it. */
  readonly tab: 'home' | 'people' | 'grades' | 'sections' | 'dashboard'
  /** ENV keys beyond those every page has. */
  readonly env?: Record<string, unknown>
  /** Names pushed to `bundles`, and the script that draws the page. */
  readonly bundle?: string
  readonly script?: string
  readonly content: Html | Promise<Html>
}

const menu = (course: Course, tab: PageParts['tab']) => {
  const entry = (id: PageParts['tab'], path: string, label: string) =>
    html`<li><a href="/courses/${course.options.id}${path}" class="${id}"${id === tab ? raw(' aria-current="page"') : ''}>${label}</a></li>`
  return html`<div id="left-side" class="ic-app-course-menu">
    <nav aria-label="Course menu"><ul id="section-tabs">
      ${entry('home', '', 'Home')}${entry('people', '/users', 'People')}${entry('grades', '/gradebook', 'Grades')}${entry('sections', '/sections', 'Sections')}
    </ul></nav>
  </div>`
}

const crumbs = (course: Course | null, title: string) => html`<nav id="breadcrumbs" aria-label="Where you are">
  ${course ? html`<a href="/">Dashboard</a><a href="/courses/${course.options.id}">${course.options.code ?? course.options.name}</a>` : ''}<span>${title}</span>
</nav>`

/** One page: the ids, classes and inline script that tell Canvas (lms/canvas.md §2), and our own look. */
export const layout = ({ title, reader, course, tab, env, bundle, script, content }: PageParts) => {
  const id = course?.options.id
  const classes = [
    'with-left-side',
    'course-menu-expanded',
    'primary-nav-expanded',
    id ? `context-course_${id}` : '',
    tab,
  ]
  const globals = {
    current_user_id: reader.id,
    current_user_roles: ['user', reader.as],
    context_asset_string: id ? `course_${id}` : `user_${reader.id}`,
    LOCALE: 'en',
    RAILS_ENVIRONMENT: 'stand-in',
    ...env,
  }
  return html`<!doctype html>
<html dir="ltr" lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="apple-itunes-app" content="app-id=480883488">
  <title>${title}${course ? `: ${course.options.name}` : ''}</title>
  <link rel="icon" href="data:,">
  <link rel="manifest" href="/web-app-manifest/manifest.json">
  <link rel="stylesheet" href="/dist/brandable_css/stand-in.css">
  <script>
    INST = ${raw(inlineJson({ environment: 'stand-in' }))};
    ENV = ${raw(inlineJson(globals))};
  </script>
</head>
<body class="${classes.filter(Boolean).join(' ')}">
<div id="application" class="ic-app">
  <p class="stand-in-note" role="note">This is a stand-in for Canvas, for trying Rollcall; the people are invented.</p>
  <header id="header" class="ic-app-header">
    <nav aria-label="Global menu"><ul id="menu">
      <li><a id="global_nav_dashboard_link" href="/">Dashboard</a></li>
      <li><a id="global_nav_courses_link" href="/">Courses</a></li>
    </ul></nav>
    <form method="post" action="/logout" class="stand-in-account"><span>${reader.name}</span><button>Sign out</button></form>
  </header>
  <div id="wrapper" class="ic-Layout-wrapper">
    ${crumbs(course, title)}
    <div id="main" class="ic-Layout-columns">
      ${course ? menu(course, tab) : ''}
      <div id="not_right_side" class="ic-app-main-content">
        <div id="content-wrapper" class="ic-Layout-contentWrapper">
          <div id="content" class="ic-Layout-contentMain" role="main">${content}</div>
        </div>
      </div>
    </div>
  </div>
  <div id="aria_alerts" class="screenreader-only"></div>
</div>
${
  bundle
    ? html`<script>
  (window.bundles || (window.bundles = [])).push('${raw(bundle)}');
</script>`
    : ''
}
${script ? html`<script type="module" src="/dist/stand-in/${script}"></script>` : ''}
</body>
</html>`
}
