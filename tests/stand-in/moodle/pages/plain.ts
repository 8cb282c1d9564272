import { html } from 'hono/html'
import { accounts } from '../accounts.ts'
import type { Course } from '../course.ts'
import { layout, type Place } from './layout.ts'

/** The sign-in form. `wants` is a path on the stand-in. */
export const loginPage = (place: Place, wants: string) =>
  layout(
    { ...place, session: null },
    {
      id: 'page-login-index',
      path: 'path-login',
      title: 'Log in to the site',
      heading: 'Log in',
      content: html`<form class="login-form" id="login" method="post" action="${place.root}/login/index.php">
      <input type="hidden" name="wants" value="${wants}">
      <label>Username <input name="username" value="instructor" autocomplete="off" list="accounts" required></label>
      <label>Password <input name="password" type="password" value="anything" autocomplete="off"></label>
      <button id="loginbtn">Log in</button>
    </form>
    <datalist id="accounts">${accounts.map(({ username }) => html`<option value="${username}"></option>`)}</datalist>
    <p>Any password does. Other usernames: <b>assistant</b> sees no suspended people, and in some courses their own group; <b>student</b> sees no addresses either; <b>manager</b> is in no course and sees all.</p>`,
    },
  )

export const coursesPage = (place: Place, courses: readonly Course[]) =>
  layout(place, {
    id: 'page-my-index',
    path: 'path-my',
    title: 'My courses',
    heading: 'My courses',
    content: html`<ul class="stand-in-cards">${courses.map(
      ({ options: { id, name, code, size } }) =>
        html`<li><a href="${place.root}/course/view.php?id=${id}">${name}</a> <span>${code ?? ''}</span> <span>${size.toLocaleString('en')} people</span></li>`,
    )}</ul>`,
  })

export const coursePage = (place: Place, course: Course) =>
  layout(place, {
    id: 'page-course-view-topics',
    path: 'path-course path-course-view',
    title: `${course.options.code ?? course.options.name}: ${course.options.name}`,
    heading: course.options.name,
    course,
    content: html`<ul class="topics"><li>Week 1</li><li>Week 2</li></ul>`,
  })

/** Where people are led who are not in the course. */
export const enrolPage = (place: Place, course: Course) =>
  layout(place, {
    id: 'page-enrol-index',
    path: 'path-enrol',
    title: 'Enrolment options',
    heading: course.options.name,
    course,
    content: html`<h2>Enrolment options</h2><p>You cannot enrol yourself in this course.</p>`,
  })

/** Separate groups, and a reader in none. */
export const notInGroupPage = (place: Place, course: Course) =>
  layout(place, {
    id: 'page-course-view-participants',
    path: 'path-user path-course path-course-view',
    title: `${course.options.code ?? course.options.name}: Participants`,
    heading: course.options.name,
    course,
    content: html`<div class="alert alert-danger" role="alert">Sorry, but you need to be part of a group to see this page.</div>`,
  })

export const errorPage = (place: Place, message: string) =>
  layout(place, {
    id: 'page-error',
    path: 'path-error',
    title: 'Error',
    heading: 'Error',
    content: html`<p class="errormessage">${message}</p>`,
  })
