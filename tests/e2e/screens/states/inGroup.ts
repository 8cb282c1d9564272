import { inTurn, type Look, press, sees, tab } from '../look.ts'

/** A Group’s links and people. */
export const inGroup: readonly Look[] = [
  { scene: 'link', steps: inTurn(tab('Share link'), sees('Used by 12 people')) },
  {
    scene: 'link',
    name: 'link-anyone',
    steps: inTurn(tab('Share link'), (page) => page.getByRole('radio', { name: 'Anyone with the link' }).check()),
  },
  { scene: 'link-many', steps: inTurn(tab('Share link'), sees('Other links of this Group')) },
  {
    scene: 'link-many',
    name: 'link-roster',
    steps: inTurn(tab('Share link'), (page) => page.getByRole('radio', { name: 'On the roster' }).check()),
  },
  {
    scene: 'link-many',
    name: 'link-over',
    steps: inTurn(tab('Share link'), press(/Anyone with the link · Member/), sees('Its last day is over')),
  },
  {
    scene: 'link-many',
    name: 'link-limits',
    steps: inTurn(tab('Share link'), press('Limits'), sees('At most this many people')),
  },
  {
    scene: 'link-many',
    name: 'link-qr',
    steps: inTurn(tab('Share link'), press('QR code'), sees('Scan to join')),
  },
  { scene: 'link-many', name: 'link-end', steps: inTurn(tab('Share link'), press('End this link'), sees('End it')) },
  { scene: 'link-none', steps: inTurn(tab('Share link'), sees('There is no such link yet')) },
  { scene: 'members', steps: inTurn(tab('Members'), sees('Ben Fernández')) },
  { scene: 'members', name: 'members-pending', steps: inTurn(tab('Members'), tab('Pending'), sees('Mail came back')) },
  {
    scene: 'members',
    name: 'members-ticked',
    steps: inTurn(tab('Members'), tab('Pending'), (page) =>
      page.getByRole('checkbox', { name: 'Tick everybody listed' }).check(),
    ),
  },
  {
    scene: 'members',
    name: 'members-person',
    steps: inTurn(tab('Members'), press('1 mail came back'), press('Jonas Okafor'), sees('Came by')),
  },
  {
    scene: 'members',
    name: 'members-remind',
    steps: inTurn(tab('Members'), tab('Pending'), press('Remind all'), sees('Send reminders')),
  },
  {
    scene: 'members',
    name: 'members-removed',
    steps: inTurn(tab('Members'), press('Ben Fernández'), press('Remove'), sees('1 person was removed.')),
  },
  { scene: 'members-empty', steps: inTurn(tab('Members'), sees('Nobody has accepted yet')) },
]
