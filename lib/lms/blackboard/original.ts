import type { SourceResult } from '../adapter.ts'
import { createBreath } from '../reading/breathe.ts'
import { textOf } from '../reading/text.ts'
import type { Course, PartialReason } from '../roster.ts'
import { type Enrolment, foldAll, someAreWithout } from './fold.ts'

/** What was read of an Original list. */
export interface Listed {
  readonly enrolments: ReadonlyMap<string, readonly Enrolment[]>
  readonly me: string
  readonly partial: PartialReason | undefined
  /** Rows that the list has and that were not read, where the page says so. */
  readonly missing: number | undefined
  readonly course: Pick<Course, 'name' | 'code'>
}

export const courseNameIn = (doc: Document): string => textOf(doc.querySelector('#courseMenu_link'))

export const listedResult = async ({
  enrolments,
  me,
  partial,
  missing,
  course,
}: Listed): Promise<SourceResult & { readonly ok: true }> => {
  const { people, leftOut } = await foldAll(enrolments.values(), me, createBreath())
  return {
    ok: true,
    course,
    people,
    complete: !partial,
    ...(partial ? { partial } : {}),
    ...(missing === undefined ? {} : { total: people.length + missing }),
    ...(someAreWithout(people) ? { addressesPrivate: true } : {}),
    leftOut,
  }
}
