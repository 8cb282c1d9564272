import { html } from 'hono/html'
import type { Account } from '../accounts.ts'
import { type Course, rightsOf } from '../course.ts'
import type { CourseSwitches } from '../options.ts'
import { allRoles } from '../roles.ts'
import { layout } from './layout.ts'

/** What the bundle is called and which of our scripts draws it (lms/canvas.md §3). */
const variants = {
  A: { bundle: 'roster', script: 'roster.js' },
  B: { bundle: 'course_people', script: 'course-people.js' },
  C: { bundle: 'course_people_new', script: 'course-people-new.js' },
} as const

/** The People page as it is at load: the lists are drawn by its script. */
export const peoplePage = (course: Course, reader: Account, variant: CourseSwitches['variant']) => {
  const rights = rightsOf(course, reader)
  return layout({
    title: 'People',
    reader,
    course,
    tab: 'people',
    ...variants[variant],
    env: {
      // Every one, whatever the reader sees of its people.
      SECTIONS: course.sections.map(({ id, name }) => ({ id, name })),
      CONCLUDED_SECTIONS: [],
      ALL_ROLES: allRoles(course, rights),
      COURSE_ROOT_URL: `/courses/${course.options.id}`,
      course: { id: course.options.id, concluded: false, hideSectionsOnCourseUsersPage: course.switches.hideSections },
      permissions: {
        read_sis: rights.sis,
        view_user_logins: rights.logins,
        read_reports: rights.asAdmin,
        add_users_to_course: rights.asAdmin,
        manage_students: rights.asAdmin,
        can_read_roster: rights.readRoster,
      },
    },
    content: variant === 'A' ? tabs(course, rights.asAdmin) : html`<div id="course_people"></div>`,
  })
}

const tabs = (course: Course, mayAdd: boolean) => html`<h1 class="screenreader-only">People</h1>
<div id="group_categories_tabs" class="ui-tabs-minimal ui-tabs">
  <ul class="collectionViewItems ui-tabs-nav" role="tablist" data-view="rosterTabs"><li role="tab" aria-selected="true" tabindex="0">Everyone</li></ul>
  <div id="tab-0" class="roster-tab tab-panel" data-course="${course.options.id}">
    <span id="search_input_container"></span>
    <input type="hidden" name="search_term" data-view="inputFilter">
    <select name="enrollment_role_id" data-view="roleSelect" aria-label="Limit search to role"><option value="">All Roles</option></select>
    ${mayAdd ? html`<a href="#" class="btn btn-primary pull-right icon-plus" id="addUsers" role="button" aria-label="Add People">+ People</a>` : ''}
    <div class="v-gutter">
      <div data-view="resendInvitations"></div>
      <div data-view="users"></div>
    </div>
  </div>
  <div id="createUsersModalHolder"></div>
</div>`
