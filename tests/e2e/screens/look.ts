import { expect, type Page } from '@playwright/test'

/** A screen in a state of which a picture is taken. */
export interface Look {
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

export const tab = (name: string) => (page: Page) => page.getByRole('tab', { name }).first().click()
export const sees = (text: string | RegExp) => async (page: Page) => {
  await expect(page.getByText(text).first()).toBeVisible()
}
export const inTurn =
  (...all: ((page: Page) => Promise<void>)[]) =>
  async (page: Page) => {
    for (const one of all) await one(page)
  }
export const tick = (name: string) => (page: Page) => page.getByRole('checkbox', { name }).check()
export const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
