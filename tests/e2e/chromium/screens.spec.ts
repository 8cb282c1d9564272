import { join } from 'node:path'
import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import { chromiumPath } from '../../../scripts/lib/systemPackages.ts'
import { serveScreens } from '../screens/page.ts'
import { violationsOn } from '../support/axe.ts'

/** Every screen in every state, over fake services: a picture of each in light and dark, and axe on each. */

const pictures = join(import.meta.dirname, '..', '..', '..', 'test-results', 'screens')
const popup = { width: 400, height: 600 }

// Each has a page of its own, and writes pictures of its own.
test.describe.configure({ mode: 'parallel' })

let browser: Browser
let screens: Awaited<ReturnType<typeof serveScreens>>

test.beforeAll(async () => {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('Chromium is not installed.')
  ;[browser, screens] = await Promise.all([chromium.launch({ executablePath, args: ['--no-sandbox'] }), serveScreens()])
})
test.afterAll(async () => {
  await Promise.all([browser.close(), screens.stop()])
})

interface Look {
  readonly scene: string
  readonly name?: string
  readonly viewport?: { width: number; height: number }
  /** The same screen in the same colours was held against the rules already: light is enough. */
  readonly again?: boolean
  /** Of the web app: the wide window is enough. */
  readonly wide?: boolean
  readonly query?: Readonly<Record<string, string>>
  /** Gets from the first sight to the state that is meant. */
  readonly steps?: (page: Page) => Promise<void>
}

/** Opens a scene, takes its picture in both schemes, and holds it against WCAG 2.2 AA in both. */
const look = async ({ scene, name = scene, viewport = popup, query = {}, again, steps }: Look) => {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    const problems: string[] = []
    page.on('pageerror', (problem) => problems.push(problem.message))
    await page.goto(`${screens.url}?${new URLSearchParams({ scene, ...query })}`)
    await expect(page.locator('main').first()).toBeAttached()
    await steps?.(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`) })
      if (again && colorScheme === 'dark') continue
      expect.soft(await violationsOn(page), colorScheme).toEqual([])
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    expect(wide, 'nothing is cut off at the side').toBe(false)
    expect(problems).toEqual([])
  } finally {
    await context.close()
  }
}

const tab = (name: string) => (page: Page) => page.getByRole('tab', { name }).first().click()
const sees = (text: string | RegExp) => async (page: Page) => {
  await expect(page.getByText(text).first()).toBeVisible()
}
const then =
  (...all: ((page: Page) => Promise<void>)[]) =>
  async (page: Page) => {
    for (const one of all) await one(page)
  }
const tick = (name: string) => (page: Page) => page.getByRole('checkbox', { name }).check()
const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()

/** The paste box on a page of its own. */
const ownPage = { query: { in: 'page' }, viewport: { width: 1000, height: 760 } }

const states: readonly Look[] = [
  { scene: 'invite', steps: sees('Invite 271 students and 2 TAs') },
  {
    scene: 'invite',
    name: 'invite-groups',
    steps: then(sees('Invite 271'), (page) => page.getByRole('combobox', { name: 'Group' }).click()),
  },
  { scene: 'invite', name: 'invite-roles', steps: then(sees('Invite 271'), press(/Students join as/)) },
  { scene: 'invite', name: 'invite-account', steps: then(sees('Invite 271'), press(/^Account/)) },
  {
    scene: 'invite',
    name: 'invite-new-group',
    steps: then(
      sees('Invite 271'),
      (page) => page.getByRole('combobox', { name: 'Group' }).click(),
      (page) => page.getByRole('option', { name: 'New Group' }).click(),
    ),
  },
  {
    scene: 'invite',
    name: 'invite-scrolled',
    steps: then(sees('Invite 271'), async (page) => {
      await page.getByRole('list', { name: 'People' }).hover()
      await page.mouse.wheel(0, 420)
      await sees('李雷')(page)
    }),
  },
  { scene: 'sections', steps: then(press('Invite by section'), sees('3 new Groups will be created')) },
  { scene: 'sections-there', steps: then(press('Invite by section'), sees('Changed section')) },
  { scene: 'sections-partial', steps: then(press('Invite by section'), sees('only when the whole class was read')) },
  { scene: 'sections-checking', steps: then(press('Invite by section'), sees('Checking who is new')) },
  { scene: 'sections-failing', steps: then(press('Invite by section'), sees('The group service does not answer')) },
  {
    scene: 'sections-refused',
    steps: then(
      press('Invite by section'),
      sees('3 new Groups will be created'),
      press(/by section$/),
      sees('Your role does not allow this'),
    ),
  },
  { scene: 'late-adds', steps: sees('Invite 3 students') },
  {
    scene: 'late-adds',
    name: 'late-adds-linked',
    steps: then(sees('Linked to Biology 101'), press('Change'), sees('Unlink')),
  },
  {
    scene: 'late-adds',
    name: 'late-roles',
    steps: then(sees('Invite 3 students'), tick('Make Lucia Marino Facilitator'), tick('Make Viktor Blom Member')),
  },
  {
    scene: 'late-removed',
    name: 'late-gone',
    steps: then(press('Show them'), tick('Remove Wanda Fuchs'), tick('Remove Samuel Osei'), sees('Remove 2 people')),
  },
  {
    scene: 'late-removed',
    steps: then(
      press('Show them'),
      tick('Remove Wanda Fuchs'),
      press('Remove 1 person'),
      sees('1 person was removed from the Group'),
    ),
  },
  {
    scene: 'late-shrinks',
    steps: then(press('Show them'), tick('Remove Wanda Fuchs'), press('Remove 1 person'), sees('Look once more')),
  },
  { scene: 'late-unsure', steps: sees('so nobody can be taken out from here') },
  {
    scene: 'late-refused',
    steps: then(press('Show them'), tick('Remove Wanda Fuchs'), press('Remove 1 person'), sees('was not read whole')),
  },
  { scene: 'linked-elsewhere', steps: sees('is linked to “Biology, spring term”') },
  {
    scene: 'linked-other',
    steps: then(
      sees('Linked to Biology 101'),
      (page) => page.getByRole('combobox', { name: 'Group' }).click(),
      (page) => page.getByRole('option', { name: /^Lab section A/ }).click(),
      sees('Link Lab section A to this course'),
    ),
  },
  { scene: 'invite-domains', steps: sees('Left out unless ticked') },
  { scene: 'invite-small', steps: sees('Invite 4 students') },
  { scene: 'invite-no-group', steps: sees('Pick a Group first') },
  { scene: 'invite-checking', steps: sees('Checking who is new') },
  { scene: 'invite-unchecked', steps: sees('The group service does not answer') },
  { scene: 'invite-role-lost', steps: sees('Your role does not allow this') },
  { scene: 'invite-all-in', steps: sees('Everyone is invited') },
  { scene: 'invite-no-addresses', steps: sees('Share a link instead') },
  { scene: 'invite-labs', steps: sees('Invite 60 students, 4 TAs, 1 teacher') },
  {
    scene: 'invite-labs',
    name: 'invite-labs-roles',
    steps: then(sees('Invite 60'), press(/Students join as/), sees('Head TA')),
  },
  {
    scene: 'invite-labs',
    name: 'invite-labs-filtered',
    steps: then(
      sees('Invite 60'),
      async (page) => void (await page.getByLabel('Show').selectOption('section Lab B')),
      press('Tick only these'),
      sees('Invite 30 students and 3 TAs'),
    ),
  },
  { scene: 'invite-odd', steps: sees('Use gmail.com instead') },
  {
    scene: 'invite-odd',
    name: 'invite-odd-corrected',
    steps: then(press(/Use gmail.com instead/), sees('jane.whitfield@gmail.com')),
  },
  { scene: 'invite-logins', steps: sees('Use 40 login ids') },
  { scene: 'invite-logins', name: 'invite-logins-used', steps: then(press('Use 40 login ids'), sees('Invite 40')) },
  { scene: 'invite-rule', steps: sees('Use login@example.edu') },
  { scene: 'invite-rule', name: 'invite-rule-used', steps: then(press('Use login@example.edu'), sees('Invite 40')) },
  {
    scene: 'invite-rule-doubt',
    name: 'invite-rule-doubt',
    steps: then(sees('20 of 22'), press('Use login@example.edu'), sees('Made by a rule')),
  },
  { scene: 'invite-few-without', steps: sees('Share a link instead') },
  { scene: 'site-withdrawn', steps: sees('Allow again') },
  { scene: 'partial-rows', steps: sees('48 of 297 people') },
  { scene: 'partial-filtered', steps: sees(/search or filter/) },
  { scene: 'partial-sections', steps: sees(/own sections/) },
  { scene: 'partial-counts', steps: sees(/counts more people/) },
  { scene: 'as-somebody-else', steps: sees(/somebody else/) },
  { scene: 'course-empty', steps: sees('Nobody is in this course yet') },
  { scene: 'course' },
  { scene: 'reading', steps: sees('120 of 297') },
  { scene: 'reading-unknown', steps: sees('120 people so far') },
  ...['signedOut', 'forbidden', 'throttled', 'unreachable', 'broken', 'notThere', 'unreadable', 'stopped'].map(
    (kind) => ({
      scene: `read-${kind}`,
      steps: sees('Paste people instead'),
    }),
  ),
  { scene: 'paste', steps: sees('Any text with addresses in it') },
  {
    scene: 'paste',
    name: 'paste-filled',
    steps: async (page) => {
      await page.getByLabel('Paste people').fill('Ana Díaz <ana@example.edu>, ben@example.edu\ncarol at example edu')
      await sees('Invite 2 people')(page)
    },
  },
  {
    scene: 'paste-page',
    name: 'paste-files',
    ...ownPage,
    steps: async (page) => {
      await page.getByLabel('Paste people').fill('Ana Díaz <ana@example.edu>')
      await page
        .getByLabel('Choose a file')
        .last()
        .setInputFiles([
          {
            name: 'class-list.csv',
            mimeType: 'text/csv',
            buffer: Buffer.from('name,mail\nBen,ben@example.edu\nAna,ana@example.edu\n'),
          },
          {
            name: 'minutes of the meeting in which nobody was named.txt',
            mimeType: 'text/plain',
            buffer: Buffer.from('Nobody.'),
          },
        ])
      await sees('Invite 2 people')(page)
    },
  },
  {
    scene: 'paste-page',
    name: 'paste-file-taken-out',
    ...ownPage,
    steps: async (page) => {
      await page
        .getByLabel('Choose a file')
        .last()
        .setInputFiles({ name: 'class-list.csv', mimeType: 'text/csv', buffer: Buffer.from('ben@example.edu') })
      await press('Take out class-list.csv')(page)
      await sees('class-list.csv is taken out.')(page)
    },
  },
  { scene: 'paste-page', ...ownPage, steps: sees('Any text with addresses in it') },
  { scene: 'signed-out', steps: sees('Sign in to the group service') },
  { scene: 'sign-in-closed', steps: then(press('Sign in'), sees(/window was closed/)) },
  { scene: 'loading' },
  { scene: 'offline', steps: sees('Invite 285 students') },
  { scene: 'service-newer', steps: sees('The group service is newer than this extension') },
  { scene: 'service-down', steps: sees('The group service does not answer') },
  { scene: 'no-group-yet', steps: sees('You have no Groups yet') },
  { scene: 'no-group-yet', name: 'no-group-form', steps: press('Create Group') },
  { scene: 'no-group-for-you', steps: sees('You own no Groups yet') },
  { scene: 'sending', steps: sees('120 of 297') },
  { scene: 'waiting-signed-out', steps: sees('Sign in again') },
  { scene: 'waiting-unreachable', steps: sees('Try now') },
  { scene: 'waiting-proxy', steps: sees('Try now') },
  { scene: 'waiting-busy', steps: sees('Try now') },
  { scene: 'refused-not-allowed', steps: sees('214 not sent') },
  { scene: 'refused-not-found', steps: sees('214 not sent') },
  { scene: 'outcome', steps: sees('Amara Okafor') },
  { scene: 'outcome-sections', steps: sees('Amara Okafor') },
  { scene: 'outcome-left', steps: sees('Amara Okafor') },
  { scene: 'undone', steps: sees('214 invitations taken back') },
  { scene: 'undone-late', steps: sees('211 invitations taken back') },
  { scene: 'link', steps: then(tab('Share link'), sees('Used by 12 people')) },
  {
    scene: 'link',
    name: 'link-anyone',
    steps: then(tab('Share link'), (page) => page.getByRole('radio', { name: 'Anyone with the link' }).check()),
  },
  { scene: 'link-many', steps: then(tab('Share link'), sees('Other links of this Group')) },
  {
    scene: 'link-many',
    name: 'link-roster',
    steps: then(tab('Share link'), (page) => page.getByRole('radio', { name: 'On the roster' }).check()),
  },
  {
    scene: 'link-many',
    name: 'link-over',
    steps: then(tab('Share link'), press(/Anyone with the link · Member/), sees('Its last day is over')),
  },
  {
    scene: 'link-many',
    name: 'link-limits',
    steps: then(tab('Share link'), press('Limits'), sees('At most this many people')),
  },
  {
    scene: 'link-many',
    name: 'link-qr',
    steps: then(tab('Share link'), press('QR code'), sees('Scan to join')),
  },
  { scene: 'link-many', name: 'link-end', steps: then(tab('Share link'), press('End this link'), sees('End it')) },
  { scene: 'link-none', steps: then(tab('Share link'), sees('There is no such link yet')) },
  { scene: 'members', steps: then(tab('Members'), sees('Ben Fernández')) },
  { scene: 'members', name: 'members-pending', steps: then(tab('Members'), tab('Pending'), sees('Mail came back')) },
  {
    scene: 'members',
    name: 'members-ticked',
    steps: then(tab('Members'), tab('Pending'), (page) =>
      page.getByRole('checkbox', { name: 'Tick everybody listed' }).check(),
    ),
  },
  {
    scene: 'members',
    name: 'members-person',
    steps: then(tab('Members'), press('1 mail came back'), press('Jonas Okafor'), sees('Came by')),
  },
  {
    scene: 'members',
    name: 'members-remind',
    steps: then(tab('Members'), tab('Pending'), press('Remind all'), sees('Send reminders')),
  },
  {
    scene: 'members',
    name: 'members-removed',
    steps: then(tab('Members'), press('Ben Fernández'), press('Remove'), sees('1 person was removed.')),
  },
  { scene: 'members-empty', steps: then(tab('Members'), sees('Nobody has accepted yet')) },
]

for (const state of states) test(`popup: ${state.name ?? state.scene}`, () => look(state))

const main = [
  ...['invite', 'invite-labs', 'invite-odd', 'invite-rule', 'invite-labs-roles'],
  ...['late-adds', 'late-gone', 'late-removed', 'sections', 'sections-there'],
  ...['outcome', 'link', 'members', 'paste', 'paste-files', 'waiting-signed-out'],
]
const kinds: readonly (Omit<Look, 'scene' | 'name'> & { readonly kind: string })[] = [
  { kind: 'panel', query: { in: 'panel' }, viewport: { width: 440, height: 860 } },
  { kind: 'narrow', viewport: { width: 360, height: 600 } },
  { kind: 'rtl', query: { dir: 'rtl' } },
  // What a popup of 800 × 600 leaves at 200 % zoom, and a reader of WCAG's 320 px.
  { kind: 'zoomed', viewport: { width: 400, height: 300 } },
  { kind: 'smallest', viewport: { width: 320, height: 568 } },
]
for (const { kind, ...how } of kinds)
  for (const name of main) {
    const state = states.find((one) => (one.name ?? one.scene) === name)
    if (!state) throw new Error(`There is no state "${name}".`)
    test(`${kind}: ${name}`, () => look({ ...state, name: `${kind}-${name}`, again: true, ...how }))
  }

const groupPath = '/groups/00000000-0000-4000-8000-000000000101'
const workspacePath = '/workspaces/00000000-0000-4000-8000-000000000001'
const web: readonly Look[] = [
  { scene: 'members', name: 'home', query: { path: '/' }, steps: sees('Field trip team') },
  { scene: 'members', name: 'group', query: { path: groupPath }, steps: sees('Ben Fernández') },
  {
    scene: 'members',
    name: 'pending',
    query: { path: groupPath },
    steps: then(sees('Ben Fernández'), tab('Pending'), sees('Opened')),
  },
  {
    scene: 'link',
    name: 'link',
    query: { path: groupPath },
    steps: then(tab('Share link'), sees('Used by 12 people')),
  },
  {
    scene: 'members',
    name: 'new-group',
    query: { path: groupPath },
    steps: then(sees('Ben Fernández'), press('Create'), async (page) =>
      page.getByRole('combobox', { name: 'Where it belongs' }).fill('bio'),
    ),
  },
  {
    scene: 'members',
    name: 'member-only',
    query: { path: '/groups/00000000-0000-4000-8000-000000000103' },
    steps: sees('You are a Member here'),
  },
  { scene: 'web-owner', name: 'settings', query: { path: `${groupPath}/settings` }, steps: sees('Who is in it') },
  {
    scene: 'web-owner',
    name: 'purge',
    query: { path: `${groupPath}/settings` },
    steps: then(press('Remove personal data'), sees('Type the name of the Group')),
  },
  {
    scene: 'web-owner',
    name: 'invite',
    query: { path: `${groupPath}/invite` },
    steps: sees('Any text with addresses'),
  },
  { scene: 'web-owner', name: 'people', query: { path: workspacePath }, steps: sees('People: 40') },
  {
    scene: 'web-owner',
    name: 'invitations',
    query: { path: `${workspacePath}/invitations` },
    steps: sees('Invite into the Workspace'),
  },
  {
    scene: 'web-owner',
    name: 'workspace-settings',
    query: { path: `${workspacePath}/settings` },
    steps: sees('Allowed mail domains'),
  },
  { scene: 'web-owner', name: 'sso', query: { path: `${workspacePath}/signin` }, steps: sees('Check now') },
  { scene: 'web-owner', name: 'audit', query: { path: `${workspacePath}/audit` }, steps: sees('A mail came back') },
  { scene: 'web-owner', name: 'me', query: { path: '/me' }, steps: sees('Safari, iPhone') },
  {
    scene: 'web-owner',
    name: 'me-accepted-ar',
    query: { path: '/me', lang: 'ar' },
    wide: true,
    steps: then(sees('Marine ecology'), press('قبول'), sees('أنت في Marine ecology')),
  },
  {
    scene: 'web-owner',
    name: 'delete-me',
    query: { path: '/me' },
    wide: true,
    steps: then(press('Delete my account'), sees('Type your address')),
  },
  { scene: 'web-owner', name: 'usage', query: { path: `${workspacePath}/usage` }, steps: sees('Nearly all of it') },
  {
    scene: 'web-owner',
    name: 'workspace-links',
    query: { path: `${workspacePath}/links` },
    steps: sees('Used by 31 people'),
  },
  {
    scene: 'web-owner',
    name: 'test-mail',
    query: { path: `${workspacePath}/settings` },
    steps: then(press('Send me a test'), sees('would not take it'), (page) =>
      page.getByRole('button', { name: 'Send me a test' }).scrollIntoViewIfNeeded(),
    ),
  },
  {
    scene: 'web-owner',
    name: 'people-ticked',
    query: { path: workspacePath },
    wide: true,
    steps: then(tick('Tick everybody listed'), press('Change role'), sees('A role for 40 people')),
  },
  {
    scene: 'web-owner-failing',
    name: 'people-failing',
    query: { path: workspacePath },
    wide: true,
    steps: sees('could not do this'),
  },
  {
    scene: 'web-owner-failing',
    name: 'audit-failing',
    query: { path: `${workspacePath}/audit` },
    wide: true,
    steps: sees('could not do this'),
  },
  {
    scene: 'web-owner-offline',
    name: 'workspace-offline',
    query: { path: `${workspacePath}/settings` },
    wide: true,
    steps: sees('does not answer'),
  },
  { scene: 'web-owner-failing', name: 'me-failing', query: { path: '/me' }, wide: true, steps: sees('Try again') },
  {
    scene: 'web-owner-loading',
    name: 'workspace-links-loading',
    query: { path: `${workspacePath}/links` },
    wide: true,
    steps: sees('They join as'),
  },
  { scene: 'web-owner', name: 'closed', query: { path: '/archive' }, steps: sees('Trial of a Group') },
  {
    scene: 'web-owner',
    name: 'rtl-settings',
    query: { path: `${groupPath}/settings`, dir: 'rtl' },
    steps: sees('Who is in it'),
  },
  {
    scene: 'web-owner',
    name: 'settings-course',
    query: { path: `${groupPath}/settings` },
    steps: then(sees('canvas.example.edu'), (page) =>
      page.getByRole('region', { name: 'End of term' }).scrollIntoViewIfNeeded(),
    ),
  },
  {
    scene: 'web-owner',
    name: 'move',
    query: { path: `${groupPath}/settings` },
    steps: then(press('Move…'), sees('Where it belongs')),
  },
  {
    scene: 'web-owner',
    name: 'moved',
    query: { path: groupPath },
    wide: true,
    steps: async (page) => {
      const seminar = page.getByRole('link', { name: 'Thesis seminar' })
      await seminar.dragTo(page.getByRole('link', { name: 'Statistics for life sciences' }))
      await sees('Thesis seminar is now in Statistics for life sciences.')(page)
    },
  },
  {
    scene: 'web-failing',
    name: 'settings-failing',
    query: { path: `${groupPath}/settings` },
    wide: true,
    steps: then(sees('Your role does not allow this'), (page) =>
      page.getByRole('region', { name: 'End of term' }).scrollIntoViewIfNeeded(),
    ),
  },
  {
    scene: 'web-failing',
    name: 'members-failing',
    query: { path: groupPath },
    wide: true,
    steps: sees('Your role does not allow this'),
  },
  ...(
    [
      ['bounced', 'No mail came back'],
      ['expired', 'No invitation has expired'],
      ['removed', 'Nobody was removed'],
    ] as const
  ).map(([state, said]) => ({
    scene: 'members-empty',
    name: `members-none-${state}`,
    query: { path: groupPath },
    wide: true,
    steps: then(
      async (page) => void (await page.getByRole('combobox', { name: 'Show' }).selectOption(state)),
      sees(said),
    ),
  })),
  { scene: 'web-loading', name: 'loading', query: { path: groupPath }, wide: true, steps: sees('Thesis seminar') },
  { scene: 'web-offline', name: 'offline', query: { path: '/' }, wide: true, steps: sees('does not answer') },
  { scene: 'members', name: 'not-there', query: { path: '/groups/none' }, steps: sees('This is not there any more') },
  { scene: 'signed-out', name: 'signed-out', query: { path: '/' }, steps: sees('Sign in to see your Groups') },
]
for (const page of web)
  for (const [size, viewport] of [
    ['wide', { width: 1180, height: 760 }],
    ['phone', { width: 360, height: 740 }],
  ] as const) {
    // On a phone the sidebar is not beside a Group.
    if (size === 'phone' && (page.wide || page.name === 'new-group')) continue
    test(`web ${size}: ${page.name}`, () =>
      look({ ...page, name: `web-${size}-${page.name}`, viewport, query: { in: 'web', ...page.query } }))
  }

/** By its place: in another language its name is another. */
const nthTab = (index: number) => (page: Page) => page.getByRole('tab').nth(index).click()
const aRow = async (page: Page) => {
  await expect(page.getByRole('listitem').nth(2)).toBeVisible()
}
const field = async (page: Page) => {
  await expect(page.getByRole('textbox').first()).toBeVisible()
}
const spoken: readonly Look[] = [
  { scene: 'invite', steps: aRow },
  { scene: 'link-many', steps: then(nthTab(1), field) },
  { scene: 'members', steps: then(nthTab(2), aRow) },
  { scene: 'outcome', steps: aRow },
  { scene: 'invite-no-addresses', steps: aRow },
  ...['settings', 'link', 'invite'].map((part) => ({
    scene: 'web-owner',
    name: `web-${part}`,
    query: { in: 'web', path: `${groupPath}/${part}` },
    viewport: { width: 1180, height: 760 },
    steps: field,
  })),
  {
    scene: 'web-owner',
    name: 'web-workspace',
    query: { in: 'web', path: `${workspacePath}/settings` },
    viewport: { width: 1180, height: 760 },
    steps: field,
  },
]
for (const lang of ['ar', 'de', 'zh'])
  for (const one of spoken)
    test(`in ${lang}: ${one.name ?? one.scene}`, () =>
      look({
        ...one,
        name: `${lang}-${one.name ?? one.scene}`,
        query: { ...one.query, lang },
        // The colours were held against the rules in English.
        again: true,
      }))

const fresh = { in: 'options', demo: 'https://groups.example.edu' }
const allowed = { in: 'options', site: 'https://moodle.example.edu/*' }
const steps = sees('Three steps, and you can invite a class')
const options: readonly Look[] = [
  { scene: 'signed-out', name: 'first', query: fresh, steps },
  {
    scene: 'signed-out',
    name: 'no-service',
    query: fresh,
    steps: then(press('Use the demo on this computer'), sees('The group service does not answer')),
  },
  { scene: 'sign-in-closed', name: 'sign-in-closed', query: fresh, steps: then(press('Sign in'), sees(/was closed/)) },
  { scene: 'invite', name: 'no-site', query: { in: 'options' }, steps },
  { scene: 'loading', name: 'loading', query: fresh, steps },
  { scene: 'offline', name: 'offline', query: allowed, steps: sees('Rollcall is ready') },
  { scene: 'invite', name: 'ready', query: allowed, steps: sees('Rollcall is ready') },
  { scene: 'signed-out', name: 'rtl', query: { ...fresh, dir: 'rtl' }, steps },
]
const wholePage = { width: 800, height: 1900 }
for (const { name, ...state } of options)
  test(`options: ${name}`, () => look({ viewport: wholePage, ...state, name: `options-${name}` }))
test('options: narrow', () =>
  look({
    ...options[0]!,
    name: 'options-narrow',
    viewport: { width: 360, height: 2300 },
    again: true,
  }))
