import { inTurn, type Look, press, sees, tab, tick } from '../../screens/look.ts'
import { groupPath, workspacePath } from '../../screens/paths.ts'
import { test } from '../../support/screens.ts'

/** The web app over fake services, wide and on a phone: pictures, and axe on each. */

// Each has a page of its own, and writes pictures of its own.
test.describe.configure({ mode: 'parallel' })

const web: readonly Look[] = [
  { scene: 'members', name: 'home', query: { path: '/' }, steps: sees('Field trip team') },
  { scene: 'members', name: 'group', query: { path: groupPath }, steps: sees('Ben Fernández') },
  {
    scene: 'members',
    name: 'pending',
    query: { path: groupPath },
    steps: inTurn(sees('Ben Fernández'), tab('Pending'), sees('Opened')),
  },
  {
    scene: 'link',
    name: 'link',
    query: { path: groupPath },
    steps: inTurn(tab('Share link'), sees('Used by 12 people')),
  },
  {
    scene: 'members',
    name: 'new-group',
    query: { path: groupPath },
    steps: inTurn(sees('Ben Fernández'), press('Create'), async (page) =>
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
    steps: inTurn(press('Remove personal data'), sees('Type the name of the Group')),
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
    steps: sees('Mail came back'),
  },
  {
    scene: 'web-owner',
    name: 'invitation',
    query: { path: `${workspacePath}/invitations` },
    steps: inTurn(sees('Mail came back'), async (page) => {
      await page.getByRole('listitem').nth(1).getByRole('button').click()
      await page.getByText('There is no such mailbox').waitFor()
    }),
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
    steps: inTurn(sees('Marine ecology'), press('قبول'), sees('أنت في Marine ecology')),
  },
  {
    scene: 'web-owner',
    name: 'delete-me',
    query: { path: '/me' },
    wide: true,
    steps: inTurn(press('Delete my account'), sees('Type your address')),
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
    steps: inTurn(press('Send me a test'), sees('would not take it'), (page) =>
      page.getByRole('button', { name: 'Send me a test' }).scrollIntoViewIfNeeded(),
    ),
  },
  {
    scene: 'web-owner',
    name: 'people-ticked',
    query: { path: workspacePath },
    wide: true,
    steps: inTurn(tick('Tick everybody listed'), press('Change role'), sees('A role for 40 people')),
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
    steps: inTurn(sees('canvas.example.edu'), (page) =>
      page.getByRole('region', { name: 'End of term' }).scrollIntoViewIfNeeded(),
    ),
  },
  {
    scene: 'web-owner',
    name: 'move',
    query: { path: `${groupPath}/settings` },
    steps: inTurn(press('Move…'), sees('Where it belongs')),
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
    steps: inTurn(sees('Your role does not allow this'), (page) =>
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
    steps: inTurn(
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
    test(`web ${size}: ${page.name}`, ({ look }) =>
      look({ ...page, name: `web-${size}-${page.name}`, viewport, query: { in: 'web', ...page.query } }))
  }
