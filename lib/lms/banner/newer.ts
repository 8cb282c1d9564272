import { textOf } from '../reading/text.ts'
import { addressOf } from './older.ts'
import { isWithdrawn, type Student } from './student.ts'

/**
 * The grid of the class list application, which shows one page of it. Nothing on it is a number that may be kept: people
 * go by their place.
 */
export const students = async (doc: Document, breathe: () => Promise<void> | undefined): Promise<Student[]> => {
  const all: Student[] = []
  for (const link of doc.querySelectorAll('[data-name="studentName"] a')) {
    await breathe()
    const row = link.closest('tr')
    // Words for screen readers stand inside the link, beside the name.
    const spoken = textOf(link.querySelector('.sr-only'))
    const name = textOf(link).replace(spoken, '').trim()
    if (!row || !name) continue
    const mails = new Set([...row.querySelectorAll('a[href^="mailto:" i]')].map(addressOf).filter(Boolean))
    all.push({
      key: `row ${all.length}`,
      name,
      email: mails.size === 1 ? ([...mails][0] ?? '') : '',
      withdrawn: isWithdrawn(textOf(row.querySelector('[data-name^="registration"]'))),
      waiting: false,
      confidential: /confidential/i.test(spoken),
    })
  }
  return all
}
