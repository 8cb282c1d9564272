import { html } from 'hono/html'
import type { Account } from '../accounts.ts'
import { type Course, listPeople, rightsOf } from '../course.ts'
import { layout } from './layout.ts'

const lines = { A: 'People page: table (A)', B: 'People page: React (B)', C: 'People page: modernized (C)' } as const

/** The courses as cards. */
export const dashboardPage = (courses: readonly Course[], reader: Account) =>
  layout({
    title: 'Dashboard',
    reader,
    course: null,
    tab: 'dashboard',
    content: html`<h1>Dashboard</h1><div class="stand-in-cards">${courses.map(
      ({ options, switches }) => html`<a class="stand-in-card" href="/courses/${options.id}/users">
        <b>${options.name}</b><span>${options.code ?? ''}</span><span>${options.size.toLocaleString('en')} people · ${lines[switches.variant]}</span>
      </a>`,
    )}</div>`,
  })

export const homePage = (course: Course, reader: Account) =>
  layout({
    title: 'Home',
    reader,
    course,
    tab: 'home',
    content: html`<h1>${course.options.name}</h1><p>Welcome. The class list is under <a href="/courses/${course.options.id}/users">People</a>.</p>`,
  })

export const sectionsPage = (course: Course, reader: Account, sectionId: string | null) => {
  const seen = course.sections.filter(({ id }) => sectionId === null || id === sectionId)
  return layout({
    title: seen.length === 1 && seen[0] ? seen[0].name : 'Sections',
    reader,
    course,
    tab: 'sections',
    content: html`<h1>Sections</h1><ul class="stand-in-sections">${seen.map(
      ({ id, name }) => html`<li><a href="/courses/${course.options.id}/sections/${id}">${name}</a></li>`,
    )}</ul>`,
  })
}

/** Names and empty marks: only the rows that fit, as the real grid does. */
export const gradebookPage = (course: Course, reader: Account) => {
  const students = listPeople(course, rightsOf(course, reader), { states: [], includeInactive: false, search: '' })
    .filter(({ enrolments }) => enrolments.some(({ type }) => type === 'StudentEnrollment'))
    .slice(0, 20)
  return layout({
    title: 'Gradebook',
    reader,
    course,
    tab: 'grades',
    bundle: 'gradebook',
    content: html`<h1>Gradebook</h1><div class="container_0">${students.map(
      ({
        person,
      }) => html`<div class="slick-row"><div class="slick-cell"><a class="student-grades-link student_context_card_trigger"
        data-student_id="${person.id}" data-course_id="${course.options.id}" href="/courses/${course.options.id}/grades/${person.id}#tab-assignments">${person.name}</a></div></div>`,
    )}</div>`,
  })
}

export const personPage = (course: Course, reader: Account, name: string) =>
  layout({
    title: name,
    reader,
    course,
    tab: 'people',
    content: html`<h1>${name}</h1><p>One person in ${course.options.name}.</p>`,
  })
