import { afterEach, expect, it, vi } from 'vitest'
import { save } from '../../components/kit/save.ts'

afterEach(() => void vi.restoreAllMocks())

it('a text is saved under its name by a click on a link to it', async () => {
  const made: Blob[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    made.push(blob as Blob)
    return 'blob:one'
  })
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  save('biology-101.csv', 'name,email\n', 'text/csv')
  expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe('biology-101.csv')
  expect(await made[0]?.text()).toBe('name,email\n')
})
