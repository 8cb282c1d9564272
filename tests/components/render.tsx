import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, vi } from 'vitest'
import { createQueryClient } from '../../components/queryClient.ts'
import { ServicesContext } from '../../components/services.ts'
import { Rollcall } from '../../components/shell/Rollcall.tsx'
import { type FakeWorld, fakeServices } from '../helpers/fakeServices.ts'

/** happy-dom lays nothing out: the list would see no room and draw no row. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(2_000)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

/** Draws something over fake services; returns what they were asked. */
export const show = (over: Partial<FakeWorld> = {}, screen: ReactNode = <Rollcall />) => {
  const fake = fakeServices(over)
  render(
    <ServicesContext value={fake.services}>
      <QueryClientProvider client={createQueryClient()}>{screen}</QueryClientProvider>
    </ServicesContext>,
  )
  return fake
}

/** Whether a button is there and does nothing. */
export const isOff = (button: HTMLElement): boolean => button.getAttribute('aria-disabled') === 'true'
