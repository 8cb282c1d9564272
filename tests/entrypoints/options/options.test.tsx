import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createLive } from '../../../components/createLive.ts'
import type { Account } from '../../../components/services.ts'
import type { OptionsEffects } from '../../../entrypoints/options/effects.ts'
import { Options } from '../../../entrypoints/options/Options.tsx'
import { CallProblem } from '../../../lib/contract/errors.ts'
import { type Look, usualLook } from '../../../lib/look.ts'
import { defaultRoleMapping, type RoleMapping } from '../../../lib/people/person.ts'
import { catalogueLookup, createSay } from '../../../lib/words.ts'
import messages from '../../../public/_locales/en/messages.json'

const me = { id: 'ada', email: 'ada@example.edu', name: 'Ada', contract: 1, workspaces: [] }
const service = 'https://groups.example.edu'

const show = (over: Partial<OptionsEffects> = {}) => {
  const account = createLive<Account>({ state: 'signedOut', service })
  const sites = createLive<readonly string[]>([])
  const unfinished = createLive(0)
  const roles = createLive<RoleMapping>(defaultRoleMapping)
  const notices = createLive(false)
  const effects = {
    say: createSay(catalogueLookup(messages), 'en'),
    account: {
      ...account,
      signIn: vi.fn(async () => account.set({ state: 'signedIn', service, me })),
      signOut: vi.fn(async () => account.set({ state: 'signedOut', service })),
    },
    demo: 'http://127.0.0.1:4710',
    sites,
    unfinished,
    roles,
    look: createLive(usualLook),
    saveLook: vi.fn(async (_look: Look) => {}),
    notices: {
      ...notices,
      allow: vi.fn(async () => {
        notices.set(true)
        return true
      }),
      disallow: vi.fn(async () => notices.set(false)),
    },
    saveRoles: vi.fn(async (mapping: RoleMapping) => roles.set(mapping)),
    offered: [{ label: 'Canvas', pattern: 'https://*.instructure.com/*' }],
    allowSite: vi.fn(async (pattern: string) => {
      sites.set([...sites.get(), pattern])
      return true
    }),
    saveService: vi.fn(async (_typed: string) => true),
    removeSite: vi.fn(async (_pattern: string) => sites.set([])),
    forget: vi.fn(async () => {}),
    ...over,
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Options effects={effects} />
    </QueryClientProvider>,
  )
  return { effects, account, sites, unfinished }
}

const type = (text: string) =>
  fireEvent.input(screen.getByLabelText('Address of the group service'), { target: { value: text } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

afterEach(cleanup)

const steps = () =>
  screen.getAllByRole('heading', { level: 2, name: /^Step/ }).map(({ textContent }) => /, done/.test(textContent ?? ''))

describe('the first run', () => {
  const demo = 'http://127.0.0.1:4710'

  it('is three steps, ticked as they are done, and a way on', async () => {
    const account = createLive<Account>({ state: 'signedOut', service: demo })
    const { effects } = show({
      account: {
        ...account,
        signIn: async () => account.set({ state: 'signedIn', service: demo, me }),
        signOut: async () => account.set({ state: 'signedOut', service: demo }),
      },
    })
    expect(steps()).toEqual([false, false, false])
    press('Use the demo on this computer')
    await waitFor(() => expect(steps()).toEqual([true, false, false]))
    expect(effects.saveService).toHaveBeenCalledWith(demo)
    expect(screen.queryByRole('button', { name: 'Use the demo on this computer' })).toBeNull()
    press('Sign in')
    await waitFor(() => expect(steps()).toEqual([true, true, false]))
    expect(screen.queryByText('Rollcall is ready')).toBeNull()
    press('Allow *.instructure.com')
    await screen.findByText('Rollcall is ready')
    expect(steps()).toEqual([true, true, true])
    expect(screen.queryByText(/^Three steps/)).toBeNull()
  })

  it('leads to a site that was allowed; one pattern for many schools leads nowhere', async () => {
    const { account, sites } = show()
    account.set({ state: 'signedIn', service, me })
    sites.set(['https://*.instructure.com/*', 'https://moodle.example.edu/*'])
    const ways = await screen.findAllByRole('link')
    expect(ways.map((way) => way.getAttribute('href'))).toEqual(['https://moodle.example.edu/'])
    screen.getByRole('link', { name: 'Open a class list on moodle.example.edu' })
  })
})

describe('the options page', () => {
  it('keeps an address that a service answers at', async () => {
    const { effects } = show()
    expect(screen.getByDisplayValue(service)).toBeTruthy()
    type('groups.school.edu')
    press('Save')
    await screen.findByText(/^Saved/)
    expect(effects.saveService).toHaveBeenCalledWith('groups.school.edu')
  })

  it('says what is wrong with one that is none, and with one where something else answers', async () => {
    show({ saveService: async () => false })
    type('???')
    press('Save')
    await screen.findByText(/does not look like an address/)
    expect(screen.queryByText(/^Saved/)).toBeNull()
    cleanup()
    show({
      saveService: async () => {
        throw new CallProblem('notTheService')
      },
    })
    press('Save')
    await screen.findByText('Something else answered instead of the group service')
    type('x')
    expect(screen.queryByText(/Something else answered/)).toBeNull()
  })

  it('signs in and out', async () => {
    const { effects } = show()
    press('Sign in')
    await screen.findByText('Signed in as ada@example.edu.')
    press('Sign out')
    await screen.findByText('Nobody is signed in.')
    expect(effects.account.signOut).toHaveBeenCalledTimes(1)
  })

  it('says that the window was closed', async () => {
    const { account } = show()
    cleanup()
    show({
      account: {
        ...account,
        signIn: async () => {
          throw new CallProblem('signedOut')
        },
        signOut: async () => {},
      },
    })
    press('Sign in')
    await screen.findByText(/window was closed/)
  })

  it('keeps what roles in a course come to as soon as it is chosen', async () => {
    const { effects } = show()
    const choose = (name: string, value: string) => fireEvent.change(screen.getByLabelText(name), { target: { value } })
    screen.getByText(/Observers and test students are never invited/)
    choose('TAs', 'owner')
    await screen.findByText('Saved.')
    choose('Students', 'out')
    const kept = { ...defaultRoleMapping, ta: 'owner', student: null }
    await waitFor(() => expect(effects.saveRoles).toHaveBeenLastCalledWith(kept))
    expect(screen.getByLabelText<HTMLSelectElement>('Students').value).toBe('out')
    expect(screen.getByLabelText<HTMLSelectElement>('Teachers').value).toBe('owner')
  })

  it('lists sites and gives them back', async () => {
    const { effects, sites } = show()
    const note = /^Beside class lists on these sites/
    expect(screen.queryByText(note)).toBeNull()
    sites.set(['https://canvas.example.edu/*'])
    await screen.findByText('canvas.example.edu')
    screen.getByText(note)
    press('Remove canvas.example.edu')
    await waitFor(() => expect(screen.queryByText(note)).toBeNull())
    expect(effects.removeSite).toHaveBeenCalledWith('https://canvas.example.edu/*')
  })

  it('offers the sites that many schools are on, until they are allowed', async () => {
    const { effects } = show()
    press('Allow *.instructure.com')
    await screen.findByRole('button', { name: 'Remove *.instructure.com' })
    expect(screen.queryByText(/^Allow where your courses are/)).toBeNull()
    expect(effects.allowSite).toHaveBeenCalledWith('https://*.instructure.com/*')
  })

  it('forgets everything only after saying what that means', async () => {
    const { effects, unfinished } = show()
    unfinished.set(2)
    press('Forget everything on this computer')
    const dialog = await screen.findByRole('dialog')
    within(dialog).getByText(/^2 sends are not finished/)
    expect(effects.forget).not.toHaveBeenCalled()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    press('Forget everything on this computer')
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Forget everything' }))
    await screen.findByText('Nothing is left on this computer.')
    expect(effects.forget).toHaveBeenCalledTimes(1)
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('the look', () => {
  it('is chosen by language, each named in itself, and by colours', async () => {
    const { effects } = show()
    const languages = screen.getByLabelText<HTMLSelectElement>('Language')
    expect([...languages.options].map(({ label, text }) => label || text)).toEqual([
      'As in the browser',
      'English',
      'العربية',
      'Deutsch',
      'Español',
      'Français',
      'Português',
      '简体中文',
    ])
    fireEvent.change(languages, { target: { value: 'zh_CN' } })
    await waitFor(() => expect(effects.saveLook).toHaveBeenCalledWith({ language: 'zh_CN', theme: 'system' }))
    fireEvent.change(screen.getByLabelText('Colours'), { target: { value: 'dark' } })
    await waitFor(() => expect(effects.saveLook).toHaveBeenCalledWith({ language: 'browser', theme: 'dark' }))
  })
})

describe('being told', () => {
  it('is asked of the browser, and given back', async () => {
    const { effects } = show()
    const tick = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Tell me when invitations are sent' })
    fireEvent.click(tick)
    await waitFor(() => expect(tick.checked).toBe(true))
    fireEvent.click(tick)
    await waitFor(() => expect(effects.notices.disallow).toHaveBeenCalled())
    expect(tick.checked).toBe(false)
  })
})
