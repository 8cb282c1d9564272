import type { Answer } from './recording.ts'

/** One way in which a course is read over an API, with a saved course that is read so. */
export interface Way {
  readonly lms: string
  /** The row of the LMS's table. */
  readonly fixture: string
  /** Every request that the LMS documents as a read of this course, or of who is reading: `METHOD /path?query`, decoded. */
  readonly documented: RegExp
  /** What it answers to those whose session is over. Undefined: the same as ever. */
  readonly signedOut: (line: string) => Answer | undefined
  /** "Too fast", where it is said in other words than by 429. */
  readonly tooFast?: Answer
}

const html = { 'content-type': 'text/html; charset=utf-8' }
const login = (url: string): Answer => ({
  headers: html,
  text: '<!doctype html><html><body><form><input type="password"></form></body></html>',
  url,
})

const canvas: Omit<Way, 'fixture'> = {
  lms: 'canvas',
  documented: /^GET \/api\/v1\/(?:courses\/4711(?:\/(?:users|sections))?\?\S+|users\/self)$/,
  signedOut: () => ({ status: 401, body: { status: 'unauthenticated', errors: [{ message: 'Not signed in.' }] } }),
  tooFast: { status: 403, headers: { 'content-type': 'text/plain' }, text: '403 Forbidden (Rate Limit Exceeded)\n' },
}

const blackboard: Omit<Way, 'fixture'> = {
  lms: 'blackboard',
  documented:
    /^GET (?:\/learn\/api\/(?:public\/v1\/(?:users\/me|courseRoles|courses\/_4711_1(?:\/users|\/children)?)|v1\/courses\/_4711_1\/memberships)(?:\?\S*)?|\/webapps\/blackboard\/execute\/userManager\?course_id=_4711_1\S*)$/,
  signedOut: (line) =>
    line.includes('/learn/api/')
      ? { status: 401, body: { status: 401, message: 'API request is not authenticated.' } }
      : login('https://learn.example.edu/webapps/login/?new_loc=x'),
}

const moodle: Omit<Way, 'fixture'> = {
  lms: 'moodle',
  documented:
    /^(?:GET \/user\/index\.php\?id=2(?:&page=\d+&perpage=250)?|POST \/lib\/ajax\/service\.php\?sesskey=\w+&info=core_table_get_dynamic_table_content)$/,
  signedOut: (line) =>
    line.startsWith('POST')
      ? { body: [{ error: true, exception: { errorcode: 'servicerequireslogin' } }] }
      : {
          headers: html,
          text: '<!doctype html><html><body id="page-login-index" class="notloggedin"><form></form></body></html>',
          url: 'https://moodle.example.edu/login/index.php',
        },
}

const brightspace: Omit<Way, 'fixture'> = {
  lms: 'brightspace',
  documented:
    /^GET \/d2l\/api\/(?:versions\/|lp\/[\d.]+\/users\/whoami|le\/[\d.]+\/123456\/classlist\/(?:paged\/)?(?:\?\S*)?|lp\/[\d.]+\/enrollments\/orgUnits\/123456\/users\/(?:\?\S*)?)$/,
  // Versions are told to anybody.
  signedOut: (line) =>
    line.endsWith('/versions/')
      ? undefined
      : { status: 403, headers: html, text: '{ Errors: [ {Message: "Forbidden"} ] }' },
}

const sakai: Omit<Way, 'fixture'> = {
  lms: 'sakai',
  documented:
    /^GET \/direct\/(?:roster-membership\/5c1f7a52[\w-]+\/get-membership\.json\?all=true|site\/5c1f7a52[\w-]+\/userPerms\.json|membership\/site\/5c1f7a52[\w-]+\.json|user\/current\.json)$/,
  signedOut: (line) =>
    line.endsWith('/current.json')
      ? { body: { id: null, eid: null } }
      : { status: 403, headers: { 'content-type': 'text/plain' }, text: 'You must be logged in.' },
}

const openedx: Omit<Way, 'fixture'> = {
  lms: 'openedx',
  documented:
    /^(?:GET \/api\/user\/v1\/me|GET \/courses\/course-v1:ExampleU\+BIO101\+2026\/instructor|POST \/courses\/course-v1:ExampleU\+BIO101\+2026\/instructor\/api\/get_students_features)$/,
  signedOut: (line) => {
    if (line.endsWith('/me')) return { status: 401, body: { detail: 'No credentials.' } }
    return line.startsWith('POST')
      ? { status: 403, headers: html, text: '<!doctype html><title>403</title>' }
      : login('https://openedx.example.edu/login?next=/courses')
  },
}

const banner: Omit<Way, 'fixture'> = {
  lms: 'banner',
  documented:
    /^GET \/FacultySelfService\/ssb\/(?:classList\/classList(?:Summary|Detail)\?term=202601&crn=62576&\S*|classListApp\/classListPage)$/,
  signedOut: (line) =>
    line.includes('/classListPage') ? { status: 302, headers: html, text: '' } : { status: 401, body: {} },
}

/** Every API that is read, and every list of it. */
export const ways: readonly Way[] = [
  { ...canvas, fixture: 'api-users.json' },
  { ...blackboard, fixture: 'api-users.json' },
  { ...blackboard, fixture: 'memberships-internal-pages.json' },
  { ...blackboard, fixture: 'course-entry.html' },
  { ...moodle, fixture: 'table-pages.json' },
  { ...moodle, fixture: 'pages-38.json' },
  { ...brightspace, fixture: 'api-paged.json' },
  { ...brightspace, fixture: 'api-bare.json' },
  { ...brightspace, fixture: 'api-enrolments.json' },
  { ...sakai, fixture: 'get-membership.json' },
  { ...sakai, fixture: 'api-membership.json' },
  {
    lms: 'gradescope',
    fixture: 'site-memberships.json',
    documented: /^GET \/(?:courses\/753413\/memberships|account)$/,
    signedOut: () => login('https://www.gradescope.com/login'),
  },
  { ...openedx, fixture: 'get-students-features.json' },
  { ...openedx, fixture: 'home-dashboard.json' },
  { ...banner, fixture: 'classlist-pages.json' },
  { ...banner, fixture: 'classlist-detail.json' },
  {
    lms: 'schoology',
    fixture: 'member_enrollments.json',
    documented: /^GET \/(?:iapi\/enrollment\/member_enrollments\/course|course)\/7921261672$/,
    signedOut: (line) =>
      line.includes('/iapi/') ? { body: { response_code: 403, body: {} } } : { status: 302, headers: html, text: '' },
  },
]
