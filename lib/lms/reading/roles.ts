import { cleanName } from '../../people/cleanName.ts'
import type { LmsRole } from '../../people/person.ts'
import { withoutAccents } from './accents.ts'

/**
 * Words in the names that schools give to roles, the least that a role may do first: a "Student teacher" is a student, an "Instructor's
 * assistant" an assistant. Without accents, in lower case; from the languages that Brightspace and Sakai come in.
 */
const words: readonly (readonly [role: LmsRole, word: RegExp])[] = [
  ['observer', /\b(?:observ(?:er|ateur|ador|atore)|parent|guardian)/],
  [
    'student',
    /\b(?:students?\b|studenten?|studier|studeren|studerende|learner|etudiant|apprenant|eleve|estudiante|alumn|aluno|ogrenci)|学生|學生|학생/,
  ],
  ['ta', /\b(?:tas?\b|teaching assist|assist|grader|reader|marker|tutor|correcteur|auxilia|monitor)/],
  ['designer', /\b(?:designer|course builder|concepteur|disenador)/],
  [
    'teacher',
    /\b(?:instructor|instrutor|teacher|faculty\b|professor|professeur|profesor|lecturer|enseignant|formateur|docent|dozent|lehrende|larare|ogretmen)|教師|教师|教員|교수/,
  ],
]

/** Who stands beside those who teach, whatever else the name says. */
const beside = /\b(?:aide|support|staff|admin|librar|advis|coach|manager|former\b|past\b|guest)/

/** What a role is called where a school has not named it itself. */
const plain: ReadonlySet<string> = new Set(['student', 'learner', 'teacher', 'instructor', 'ta', 'teaching assistant'])

/** The role that a label comes to, and the label where it says more than the role does. */
export const roleFrom = (label: string): { readonly role: LmsRole; readonly roleLabel?: string } => {
  const name = cleanName(label)
  const word = withoutAccents(name)
  const found = words.find(([, pattern]) => pattern.test(word))?.[0] ?? 'other'
  const role = found === 'teacher' && beside.test(word) ? 'other' : found
  return { role, ...(name && !plain.has(word) ? { roleLabel: name } : {}) }
}
