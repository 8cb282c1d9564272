import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roleFrom } from '../../../../lib/lms/reading/roles.ts'

const plain = [
  ['Student', 'student'],
  ['learner', 'student'],
  ['Instructor', 'teacher'],
  ['Teacher', 'teacher'],
  ['TA', 'ta'],
  ['Teaching Assistant', 'ta'],
] as const

const own = [
  ['Students', 'student'],
  ['Manual Student', 'student'],
  ['Student Teacher', 'student'],
  ['Étudiante', 'student'],
  ['Estudiante', 'student'],
  ['Alumno', 'student'],
  ['Studierende', 'student'],
  ['学生', 'student'],
  ['Faculty', 'teacher'],
  ['Course Instructor', 'teacher'],
  ['Enseignant', 'teacher'],
  ['Profesor', 'teacher'],
  ['Docent', 'teacher'],
  ['Dozentin', 'teacher'],
  ['教師', 'teacher'],
  ['교수', 'teacher'],
  ['학생', 'student'],
  ['Teilnehmer/in', 'student'],
  ['Participante', 'student'],
  ['Студент', 'student'],
  ['طالبة', 'student'],
  ['סטודנטית', 'student'],
  ['受講者', 'student'],
  ['Kursleiter/in', 'teacher'],
  ['Lehrer', 'teacher'],
  ['Insegnante', 'teacher'],
  ['Opettaja', 'teacher'],
  ['Eğitmen', 'teacher'],
  ['Преподаватель', 'teacher'],
  ['أستاذ', 'teacher'],
  ['المدرّس', 'teacher'],
  ['מרצה', 'teacher'],
  ['讲师', 'teacher'],
  ['Asistente del profesor', 'ta'],
  ['Ayudante', 'ta'],
  ['Undervisningsassistent', 'ta'],
  ['Lehrerassistenz', 'ta'],
  ['أستاذ مساعد', 'ta'],
  ['助教', 'ta'],
  ['조교', 'ta'],
  ['Osservatore', 'observer'],
  ['Padre o tutor', 'observer'],
  ['Elternteil', 'observer'],
  ['مراقب', 'observer'],
  ['ولي الأمر', 'observer'],
  ['Elev', 'student'],
  ['Wykładowca', 'teacher'],
  ['Head TA', 'ta'],
  ['Grader', 'ta'],
  ['Reader', 'ta'],
  ['Instructor Assistant', 'ta'],
  ['Assistant Professor', 'ta'],
  ['Course Designer', 'designer'],
  ['Parent / Guardian', 'observer'],
  ['Instructor (Observer)', 'observer'],
  ["Teacher's aide", 'other'],
  ['Faculty Support', 'other'],
  ['Guest Lecturer', 'other'],
  ['Former Instructor', 'other'],
  ['Instructional Technology', 'other'],
  ['Professional Staff', 'other'],
  ['Auditor', 'other'],
  ['maintain', 'other'],
  ['Data Steward', 'other'],
  ['Metadata', 'other'],
  ['Guest', 'other'],
] as const

describe('the role behind a label', () => {
  it.each(plain)('%s is %s and needs no label', (label, role) => expect(roleFrom(label)).toEqual({ role }))
  it.each(own)('%s is %s by a name of its own', (label, role) =>
    expect(roleFrom(label)).toEqual({ role, roleLabel: label }),
  )
  it('is nothing in particular where there is none', () => {
    for (const label of ['', '  ', '\u200b']) expect(roleFrom(label)).toEqual({ role: 'other' })
  })

  it('is never more than the least of its words', () => {
    const least = ['observer', 'student', 'ta', 'designer', 'teacher'] as const
    const words = {
      observer: 'Observer',
      student: 'Student',
      ta: 'Grader',
      designer: 'Designer',
      teacher: 'Instructor',
    }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...least), { minLength: 1 }), (roles) => {
        const label = roles.map((role) => words[role]).join(' ')
        expect(roleFrom(label).role).toBe(least.find((role) => roles.includes(role)))
      }),
    )
  })

  it('is found in any text', () => {
    fc.assert(fc.property(fc.string(), (label) => void roleFrom(label)))
  })
})
