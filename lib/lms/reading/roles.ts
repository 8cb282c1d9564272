import { cleanName } from '../../people/cleanName.ts'
import type { LmsRole } from '../../people/person.ts'
import { withoutAccents } from './accents.ts'

/**
 * Words in the names that schools give to roles, the least that a role may do first: a "Student teacher" is a student, an "Instructor's
 * assistant" an assistant. Without accents, in lower case; from the languages that Blackboard, Brightspace and Sakai come in.
 */
const words: readonly (readonly [role: LmsRole, word: RegExp])[] = [
  [
    'observer',
    /\b(?:observ(?:er|at(?:eu|o)r|ador)|osservator|beobachter|waarnemer|parent|guardian|padres?\b|madres?\b|tutor legal|apoderad|eltern|ouders?\b|veli\b)|наблюдател|משקיף|הורה|مراقب|ولي (?:ال)?امر|观察|觀察|観察|관찰|保護者|家长|家長|학부모/,
  ],
  [
    'student',
    /\b(?:students?\b|studenten?|studier|studeren|studerende|learner|etudiant|apprenant|eleve|elev\b|estudiant|alumn|aluno|ogrenci|participant|teilnehme|deltag|deelnemer|cursist|kursist|kursant|leerling|schuler|opiskelij|uczestni|uczen|myfyri)|студент|учащ|слушател|طالب|طلاب|متعلم|סטודנט|תלמיד|学生|學生|学员|學員|学习者|受講|학생|수강/,
  ],
  [
    'ta',
    /\b(?:tas?\b|asist|asystent|ayudant|grader|reader|marker|tutor|correcteur|corrector|corretor|korrek|bewerter|calificador|auxilia|monitor)|assist|ассистент|מתרגל|עוזר|معيد|مساعد|助教|助手|助理|조교/,
  ],
  ['designer', /\b(?:designer|course builder|concepteur|disenador)/],
  [
    'teacher',
    /\b(?:instructor|instrutor|instructeur|teacher|faculty\b|professor|professeur|profesor|lecturer|enseignant|formateur|docent|dozent|lehre[rn]|lehrkraft|kursleit|cursusleider|insegnant|larare|lærer|underviser|opettaja|ogretmen|egitmen|nauczyciel|wyk[lł]adowc|prowadzac|hyfforddwr)|преподавател|учител|викладач|инструктор|מרצה|מורה|معلم|مدرس|محاضر|استاذ|教師|教师|教員|教授|讲师|講師|老师|老師|교수|강사|교사/,
  ],
]

/** Who stands beside those who teach, whatever else the name says. */
const beside = /\b(?:aide|support|staff|admin|librar|advis|coach|manager|former\b|past\b|guest)/

/** What a role is called where a school has not named it itself: most lists have no other, and the words of all languages take long. */
const plain: ReadonlyMap<string, LmsRole> = new Map([
  ['student', 'student'],
  ['learner', 'student'],
  ['teacher', 'teacher'],
  ['instructor', 'teacher'],
  ['ta', 'ta'],
  ['teaching assistant', 'ta'],
])

/** The role that a label comes to, and the label where it says more than the role does. */
export const roleFrom = (label: string): { readonly role: LmsRole; readonly roleLabel?: string } => {
  const name = cleanName(label)
  const word = withoutAccents(name)
  const known = plain.get(word)
  if (known) return { role: known }
  const found = words.find(([, pattern]) => pattern.test(word))?.[0] ?? 'other'
  const role = found === 'teacher' && beside.test(word) ? 'other' : found
  return { role, ...(name ? { roleLabel: name } : {}) }
}
