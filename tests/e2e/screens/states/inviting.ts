import { inTurn, type Look, press, sees } from '../look.ts'

/** A class that was read, as it is invited. */
export const inviting: readonly Look[] = [
  { scene: 'invite', steps: sees('Invite 271 students and 2 TAs') },
  {
    scene: 'invite',
    name: 'invite-groups',
    steps: inTurn(sees('Invite 271'), (page) => page.getByRole('combobox', { name: 'Group' }).click()),
  },
  { scene: 'invite', name: 'invite-roles', steps: inTurn(sees('Invite 271'), press(/Students join as/)) },
  { scene: 'invite', name: 'invite-account', steps: inTurn(sees('Invite 271'), press(/^Account/)) },
  {
    scene: 'invite',
    name: 'invite-new-group',
    steps: inTurn(
      sees('Invite 271'),
      (page) => page.getByRole('combobox', { name: 'Group' }).click(),
      (page) => page.getByRole('option', { name: 'New Group' }).click(),
    ),
  },
  {
    scene: 'invite',
    name: 'invite-scrolled',
    steps: inTurn(sees('Invite 271'), async (page) => {
      await page.getByRole('list', { name: 'People' }).hover()
      await page.mouse.wheel(0, 420)
      await sees('李雷')(page)
    }),
  },
  { scene: 'sections', steps: inTurn(press('Invite by section'), sees('3 new Groups will be created')) },
  { scene: 'sections-there', steps: inTurn(press('Invite by section'), sees('Changed section')) },
  { scene: 'sections-partial', steps: inTurn(press('Invite by section'), sees('only when the whole class was read')) },
  { scene: 'sections-checking', steps: inTurn(press('Invite by section'), sees('Checking who is new')) },
  { scene: 'sections-failing', steps: inTurn(press('Invite by section'), sees('The group service does not answer')) },
  {
    scene: 'sections-refused',
    steps: inTurn(
      press('Invite by section'),
      sees('3 new Groups will be created'),
      press(/by section$/),
      sees('Your role does not allow this'),
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
    steps: inTurn(sees('Invite 60'), press(/Students join as/), sees('Head TA')),
  },
  {
    scene: 'invite-labs',
    name: 'invite-labs-filtered',
    steps: inTurn(
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
    steps: inTurn(press(/Use gmail.com instead/), sees('jane.whitfield@gmail.com')),
  },
  { scene: 'invite-logins', steps: sees('Use 40 login ids') },
  { scene: 'invite-logins', name: 'invite-logins-used', steps: inTurn(press('Use 40 login ids'), sees('Invite 40')) },
  { scene: 'invite-rule', steps: sees('Use login@example.edu') },
  { scene: 'invite-rule', name: 'invite-rule-used', steps: inTurn(press('Use login@example.edu'), sees('Invite 40')) },
  {
    scene: 'invite-rule-doubt',
    name: 'invite-rule-doubt',
    steps: inTurn(sees('20 of 22'), press('Use login@example.edu'), sees('Made by a rule')),
  },
  { scene: 'invite-few-without', steps: sees('Share a link instead') },
]
