import { inTurn, type Look, press, sees } from '../../screens/look.ts'
import { test } from '../../support/screens.ts'

/** The options page in every state: pictures, and axe on each. */

// Each has a page of its own, and writes pictures of its own.
test.describe.configure({ mode: 'parallel' })

const fresh = { in: 'options', demo: 'https://groups.example.edu' }
const allowed = { in: 'options', site: 'https://moodle.example.edu/*' }
const steps = sees('Three steps, and you can invite a class')
const options: readonly Look[] = [
  { scene: 'signed-out', name: 'first', query: fresh, steps },
  {
    scene: 'signed-out',
    name: 'no-service',
    query: fresh,
    steps: inTurn(press('Use the demo on this computer'), sees('The group service does not answer')),
  },
  {
    scene: 'sign-in-closed',
    name: 'sign-in-closed',
    query: fresh,
    steps: inTurn(press('Sign in'), sees(/was closed/)),
  },
  { scene: 'invite', name: 'no-site', query: { in: 'options' }, steps },
  { scene: 'loading', name: 'loading', query: fresh, steps },
  { scene: 'offline', name: 'offline', query: allowed, steps: sees('Rollcall is ready') },
  { scene: 'invite', name: 'ready', query: allowed, steps: sees('Rollcall is ready') },
  { scene: 'signed-out', name: 'rtl', query: { ...fresh, dir: 'rtl' }, steps },
]
const wholePage = { width: 800, height: 1900 }
for (const { name, ...state } of options)
  test(`options: ${name}`, ({ look }) => look({ viewport: wholePage, ...state, name: `options-${name}` }))
test('options: narrow', ({ look }) =>
  look({
    ...options[0]!,
    name: 'options-narrow',
    viewport: { width: 360, height: 2300 },
    again: true,
  }))
