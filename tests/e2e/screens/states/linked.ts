import { inTurn, type Look, press, sees, tick } from '../look.ts'

/** A class whose course is linked to a Group. */
export const linked: readonly Look[] = [
  { scene: 'late-adds', steps: sees('Invite 3 students') },
  {
    scene: 'late-adds',
    name: 'late-adds-linked',
    steps: inTurn(sees('Linked to Biology 101'), press('Change'), sees('Unlink')),
  },
  {
    scene: 'late-adds',
    name: 'late-roles',
    steps: inTurn(sees('Invite 3 students'), tick('Make Lucia Marino Facilitator'), tick('Make Viktor Blom Member')),
  },
  {
    scene: 'late-removed',
    name: 'late-gone',
    steps: inTurn(press('Show them'), tick('Remove Wanda Fuchs'), tick('Remove Samuel Osei'), sees('Remove 2 people')),
  },
  {
    scene: 'late-removed',
    steps: inTurn(
      press('Show them'),
      tick('Remove Wanda Fuchs'),
      press('Remove 1 person'),
      sees('1 person was removed from the Group'),
    ),
  },
  {
    scene: 'late-shrinks',
    steps: inTurn(press('Show them'), tick('Remove Wanda Fuchs'), press('Remove 1 person'), sees('Look once more')),
  },
  { scene: 'late-unsure', steps: sees('so nobody can be taken out from here') },
  {
    scene: 'late-refused',
    steps: inTurn(press('Show them'), tick('Remove Wanda Fuchs'), press('Remove 1 person'), sees('was not read whole')),
  },
  { scene: 'linked-elsewhere', steps: sees('is linked to “Biology, spring term”') },
  {
    scene: 'linked-other',
    steps: inTurn(
      sees('Linked to Biology 101'),
      (page) => page.getByRole('combobox', { name: 'Group' }).click(),
      (page) => page.getByRole('option', { name: /^Lab section A/ }).click(),
      sees('Link Lab section A to this course'),
    ),
  },
]
