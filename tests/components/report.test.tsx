import { fireEvent, screen, waitFor } from '@testing-library/react'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportOf } from '../../components/report.ts'
import { CallProblem } from '../../lib/contract/errors.ts'
import { show } from './render.tsx'

const now = new Date('2026-09-01T08:00:00Z')

describe('a report', () => {
  it('says what, when and in which program', () => {
    expect(reportOf(new CallProblem('notTheService'), 'extension 1.2.3, Browser 4', now)).toBe(
      'Rollcall: notTheService\nWhen: 2026-09-01T08:00:00.000Z\nProgram: extension 1.2.3, Browser 4',
    )
  })

  it('holds nothing of what a failure says, which may name people', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        for (const problem of [new CallProblem('internal', email), new TypeError(email), email])
          expect(reportOf(problem, 'program', now)).not.toContain(email)
      }),
    )
  })

  it('is not offered where there is nothing to look into', () => {
    expect(reportOf(new CallProblem('notAllowed'), 'program', now)).toBeUndefined()
  })

  it.each([
    [true, 'The group service is newer than this extension', /Update Rollcall/],
    [false, 'The group service is older than this extension', /whoever runs the service/],
  ])('goes with a service of another version (newer: %s), and holds no place', async (newer, what, now) => {
    const { asked } = show({ account: { state: 'otherVersion', service: 'https://groups.example.edu', newer } })
    await screen.findByText(what)
    screen.getByText(now)
    fireEvent.click(screen.getByRole('button', { name: 'Copy report' }))
    await waitFor(() => expect(asked.copied[0]).toMatch(/^Rollcall: versionMismatch\nWhen: .*Z\nProgram: [^/]*$/))
  })

  it('is copied beside the way to try again', async () => {
    const { asked } = show({ problems: { 'groups.list': new CallProblem('unreachable') } })
    await screen.findByRole('button', { name: 'Try again' })
    fireEvent.click(screen.getByRole('button', { name: 'Copy report' }))
    await waitFor(() => expect(asked.copied).toHaveLength(1))
    expect(asked.copied[0]).toMatch(/^Rollcall: unreachable\nWhen: .*Z\nProgram: extension 1\.2\.3, Browser 4$/)
  })
})
