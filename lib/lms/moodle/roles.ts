import { cleanName } from '../../people/cleanName.ts'
import type { LmsRole } from '../../people/person.ts'
import { roleFrom } from '../reading/roles.ts'

/** A role as the roster keeps it. `guest`: somebody who looks in, and is left out. */
interface Role {
  readonly role: LmsRole
  readonly roleLabel?: string
  readonly guest?: true
}

/** What Moodle calls its roles in the languages it comes in; pages tell no other name, and ids differ from site to site. */
const teachers =
  'teacher|enseignant|trainer/in|lehrer/in|lehrende/r|profesor|profesor/a|professor|professor/a|docente|docent|leraar|lärare|' +
  'underviser|lærer|opettaja|prowadzący|nauczyciel|učitel|učiteľ|učitelj|tanár|oktató|profesorul|преподаватель|учитель|викладач|' +
  'учител|öğretmen|eğitmen|εκπαιδευτής|διδάσκων|μορφωτής|معلم|مدرس|מורה|מרצה|教師|教师|老师|先生|강사|선생님|giáo viên|irakaslea|pengajar|guru'
const students =
  'student|étudiant|participant|apprenant|teilnehmer/in|studierende/r|schüler/in|estudiante|alumno|alumno/a|estudiante/a|estudiant|' +
  'aluno|estudante|studente|leerling|cursist|deelnemer|student/elev/deltagare/lärande|studerande|studerende|kursist|elev|opiskelija|' +
  'kursant|uczeń|študent|hallgató|tanuló|студент|ученик|учень|öğrenci|φοιτητής|μαθητής|σπουδαστής|طالب|סטודנט|תלמיד|学生|學生|' +
  '学习者|학생|sinh viên|học sinh|ikaslea|siswa|pelajar|mahasiswa'
const guests =
  'guest|visiteur anonyme|invité|gast|invitado|convidado|visitante|ospite|gäst|gæst|gjest|vierailija|gość|host|гость|гість|misafir|konuk|επισκέπτης|ضيف|אורח|ゲスト|访客|訪客|손님|khách'

const named = (words: string) => new RegExp(`^(?:${words})$`, 'u')
const [isTeacher, isStudent, isGuest] = [teachers, students, guests].map(named) as [RegExp, RegExp, RegExp]
const holdsTeacher = new RegExp(`(?:^|[^\\p{L}])(?:${teachers})(?![\\p{L}])|教師|教师|老师|강사|선생님`, 'u')
/** "Non-editing", "sans droit de modifier", "ohne Bearbeitungsrecht": a teacher who may not change the course. */
const without =
  /(?:^|[^\p{L}])(?:non?|not|sans|ohne|sin|sem|não|senza|zonder|niet|utan|uden|uten|ei|bez|nélkül|без|sense|χωρίς|غير|לא|ללא|không)(?![\p{L}])|olmayan|無|无|没有|沒有|のない|없는/u

const plainRole = (name: string): Role | null => {
  const word = name.toLowerCase()
  if (isTeacher.test(word)) return { role: 'teacher' }
  if (isStudent.test(word)) return { role: 'student' }
  return isGuest.test(word) ? { role: 'other', guest: true } : null
}

/**
 * What a role's name comes to. A school's own name is believed only where it is one word ("Instructor"): more words may say what
 * somebody may not, in a language that is not read here.
 */
const roleOf = (name: string): Role => {
  const plain = plainRole(name)
  if (plain) return plain
  // Who may change enrolments sees a course's own name for a role with the usual one behind it: "Coach (Teacher)".
  const [, usual] = /\(([^()]+)\)$/.exec(name) ?? []
  const renamed = usual && usual !== name ? roleOf(usual) : null
  if (renamed && renamed.role !== 'other') return { ...renamed, roleLabel: name }
  const word = name.toLowerCase()
  if (without.test(word)) return { role: holdsTeacher.test(word) ? 'ta' : 'other', roleLabel: name }
  const { role } = roleFrom(name)
  return { role: role === 'teacher' && /[\s-]/.test(name) ? 'other' : role, roleLabel: name }
}

const order: readonly LmsRole[] = ['teacher', 'ta', 'designer', 'student', 'other', 'observer']

/** The role that says most among somebody's: who teaches and studies is a teacher. None at all is `other`, without a name. */
export const strongestRole = (names: readonly string[]): Role => {
  const roles = names.map(cleanName).filter(Boolean).map(roleOf)
  for (const role of order) {
    const one = roles.find((candidate) => candidate.role === role && !candidate.guest)
    if (one) return one
  }
  return roles[0] ?? { role: 'other' }
}
