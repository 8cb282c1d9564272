import { html } from 'hono/html'
import type { Account } from '../accounts.ts'
import type { Course } from '../course.ts'
import { ultraLayout } from './layout.ts'

export const courseListPage = (courses: readonly Course[], reader: Account) =>
  ultraLayout(
    'Courses',
    reader,
    html`<h1>Courses</h1><div class="stand-in-cards">${courses.map(
      ({
        options: { id, name, code, size },
        switches: { view },
      }) => html`<article class="course-element-card" data-course-id="${id}">
        <a href="/ultra/courses/${id}/${view === 'ultra' ? 'outline' : 'cl/outline'}"><h2 class="js-course-title-element">${name}</h2></a>
        <span id="course-id-${id}">${code ?? ''}</span><span>${size.toLocaleString('en')} people · ${view === 'ultra' ? 'Ultra' : 'Original'}</span>
      </article>`,
    )}</div>`,
  )

const outline = ({ options: { id, name } }: Course) => html`<main class="course-outline"><h1>${name}</h1>
  <p><a data-analytics-id="course.outline.roster" href="/ultra/courses/${id}/outline/roster">View everyone in your course</a></p>
  <ul><li>Week 1</li><li>Week 2</li></ul></main>`

export const outlinePage = (course: Course, reader: Account) =>
  ultraLayout(course.options.name, reader, outline(course))

/** The roster as a panel over the outline, empty at load: its script fills it as it is scrolled. */
export const rosterPage = (course: Course, reader: Account) =>
  ultraLayout(
    course.options.name,
    reader,
    html`${outline(course)}
    <div class="bb-offcanvas-panel peek active"><a class="bb-close" href="/ultra/courses/${course.options.id}/outline" aria-label="Close">×</a>
      <div class="page-roster"><h2>Roster</h2>
        <div class="stand-in-toolbar">
          <button type="button" analytics-id="course.roster.search.button">Search</button>
          <input id="search-roster-field" analytics-id="course.roster.searchRoster.input.text" placeholder="Search" aria-label="Search">
        </div>
        <div id="rosterView-list"><ul class="roster list"></ul></div>
      </div>
    </div>
    <script type="module" src="/stand-in/ultra-roster.js"></script>`,
  )

/** An Original course inside Ultra: everything of it is in the frame. */
export const framePage = (course: Course, reader: Account) =>
  ultraLayout(
    course.options.name,
    reader,
    html`<iframe class="classic-learn-iframe" name="classic-learn-iframe" title="${course.options.name}" src="/webapps/blackboard/execute/courseMain?course_id=${course.options.id}"></iframe>`,
  )
