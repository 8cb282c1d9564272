import { describe, expect, it } from 'vitest'
import { strongestRole } from '../../../../lib/lms/moodle/roles.ts'

describe('a role of Moodle', () => {
  it.each([
    ['Teacher', 'teacher'],
    ['Enseignant', 'teacher'],
    ['Trainer/in', 'teacher'],
    ['Profesor', 'teacher'],
    ['Docente', 'teacher'],
    ['教師', 'teacher'],
    ['معلم', 'teacher'],
    ['Учитель', 'teacher'],
    ['Student', 'student'],
    ['Étudiant', 'student'],
    ['Teilnehmer/in', 'student'],
    ['Estudiante', 'student'],
    ['Studerende', 'student'],
    ['学生', 'student'],
    ['طالب', 'student'],
    ['Студент', 'student'],
  ] as const)('“%s” is a %s by its usual name', (name, role) => expect(strongestRole([name])).toEqual({ role }))

  it.each([
    ['Non-editing teacher', 'ta'],
    ['Enseignant non éditeur', 'ta'],
    ['Trainer/in ohne Bearbeitungsrecht', 'ta'],
    ['Profesor sin permiso de edición', 'ta'],
    ['Docente non editor', 'ta'],
    ['Teaching assistant', 'ta'],
    ['Instructor', 'teacher'],
    ['Coach (Teacher)', 'teacher'],
    ['Manager', 'other'],
    ['Course creator', 'other'],
    ['Teacher of last year', 'other'],
    ['Parent', 'observer'],
  ] as const)('“%s” is a %s, and keeps its name', (name, role) =>
    expect(strongestRole([name])).toEqual({ role, roleLabel: name }),
  )

  it('of several is the one that says most', () => {
    expect(strongestRole(['Student', 'Teacher'])).toEqual({ role: 'teacher' })
    expect(strongestRole(['Student', 'Non-editing teacher'])).toMatchObject({ role: 'ta' })
    expect(strongestRole(['Guest', 'Student'])).toEqual({ role: 'student' })
    expect(strongestRole(['Parent', 'Student'])).toEqual({ role: 'student' })
  })

  it('is another, without a name, where there is none; a guest is told apart', () => {
    expect(strongestRole([])).toEqual({ role: 'other' })
    expect(strongestRole([' '])).toEqual({ role: 'other' })
    expect(strongestRole(['Guest'])).toEqual({ role: 'other', guest: true })
  })
})
