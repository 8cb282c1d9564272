import { html } from 'hono/html'
import type { Course } from '../course.ts'
import type { StandInPerson } from '../people.ts'
import { type Html, originalLayout } from './layout.ts'

const usersPath = '/webapps/blackboard/execute/userManager'
const roleNames: Readonly<Record<StandInPerson['role'], string>> = {
  Instructor: 'Instructor',
  TeachingAssistant: 'Teaching Assistant',
  Grader: 'Grader',
  Student: 'Student',
  Guest: 'Guest',
  CR_LabMentor: 'Lab mentor',
}

/** A list as it was asked for: which rows of how many, and what was searched for. */
export interface Shown {
  readonly courseId: string
  readonly rows: readonly StandInPerson[]
  /** The first row's place, from 0. */
  readonly from: number
  readonly of: number
  readonly search: string
}

const heading = ({ courseId }: Shown, key: string, label: string) =>
  html`<th scope="col"><a class="sortheader" href="${usersPath}?course_id=${courseId}&sortCol=${key}&sortDir=ASCENDING">${label}</a></th>`

const cell = (label: string, value: Html | Promise<Html> | string) =>
  html`<td><span class="table-data-cell-label">${label}: </span><span class="table-data-cell-value">${value}</span></td>`

const mail = (address: string) => html`<a href="mailto:${address}">${address}</a>`

const userRow = (
  person: StandInPerson,
) => html`<tr id="listContainer_row:${person.id}"><td><input type="checkbox" name="ckbox" value="${person.id}" aria-label="Select"></td>
<th scope="row"><span class="hideoff">Access the profile card for user: ${person.login}</span><span class="profileCardAvatarThumb">${person.login}</span><ul class="hideoff"><li>Edit</li><li>Remove Users from Course</li></ul></th>
${cell('First Name', person.given)}${cell('Last Name', person.family)}${cell('Email', mail(person.email))}${cell('Role', roleNames[person.role])}${cell('Available', person.available === 'Yes' ? 'Yes' : 'No')}</tr>`

const paging = (path: string, { courseId, rows, from, of }: Shown) => {
  const last = from + rows.length
  const to = (start: number) => `${path}?course_id=${courseId}&startIndex=${start}`
  return html`<div class="paging">
    ${from > 0 && html`<a id="listContainer_prevpage_top" href="${to(Math.max(0, from - 25))}">Previous page</a>`}
    ${last < of && html`<a id="listContainer_nextpage_top" href="${to(last)}">Next page</a>`}
    <div class="pagingprefs" id="listContainer_itemcount"><span>Displaying <strong>${Math.min(of, from + 1)}</strong> to <strong>${last}</strong> of <strong>${of}</strong> items</span>
      <a class="pagelink" href="${path}?course_id=${courseId}&showAll=true">Show All</a></div>
  </div>`
}

/** The Users page of a course, or of the whole site where no course is asked for. */
export const usersPage = (course: Course | null, shown: Shown) =>
  originalLayout(
    'Users',
    course?.options.name ?? '',
    shown.courseId,
    html`<form method="post" action="${usersPath}?course_id=${shown.courseId}" class="stand-in-search">
      <select name="userInfoSearchKeyString" aria-label="Search for"><option value="UserName" selected>Username</option></select>
      <select name="userInfoSearchOperatorString" aria-label="That"><option value="Contains" selected>Contains</option></select>
      <input name="userInfoSearchText" value="${shown.search}" aria-label="Text"><button>Go</button>
    </form>
    <form id="userManagerForm"><div id="listContainer">
      <div id="listContainer_nav_batch_top"></div>
      ${paging(usersPath, shown)}
      <table id="listContainer_datatable"><thead><tr><th scope="col"><input type="checkbox" aria-label="Select all"></th>
        ${heading(shown, 'username', 'Username')}${heading(shown, 'userFirstName', 'First Name')}${heading(shown, 'userLastName', 'Last Name')}${heading(shown, 'userEmailAddress', 'Email')}${heading(shown, 'userRole', 'Role')}${heading(shown, 'userAvailable', 'Available')}
      </tr></thead><tbody id="listContainer_databody">${shown.rows.map(userRow)}</tbody></table>
    </div></form>`,
  )

const toolRow = ({ given, family, email, showsAddress }: StandInPerson) => html`<tr>
<th scope="row"><span class="table-data-cell-value">${family}</span></th>${cell('First Name', given)}${cell('Email', showsAddress ? mail(email) : '')}</tr>`

/** The Roster tool, which students have as well. */
export const rosterToolPage = (course: Course, shown: Shown) =>
  originalLayout(
    'Roster',
    course.options.name,
    shown.courseId,
    html`<input name="userInfoSearchText" value="${shown.search}" aria-label="Text">
    <div id="listContainer">${paging('/webapps/blackboard/execute/searchRoster', shown)}
      <table id="listContainer_datatable"><thead><tr>${heading(shown, 'column1', 'Last Name')}${heading(shown, 'column2', 'First Name')}${heading(shown, 'column3', 'Email')}</tr></thead>
      <tbody id="listContainer_databody">${shown.rows.map(toolRow)}</tbody></table></div>`,
  )

export const entryPage = (course: Course) =>
  originalLayout('Home Page', course.options.name, course.options.id, html`<p>Welcome to ${course.options.name}.</p>`)

/** Blackboard's own way to say no: a page, with 200. */
export const errorPage = (course: Course | undefined, message: string) =>
  originalLayout(
    'Error',
    course?.options.name ?? '',
    course?.options.id ?? '',
    html`<div id="bbNG.receiptTag.content">${message}</div>`,
  )
