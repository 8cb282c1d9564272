/** Who can sign in to the stand-in; any password does. They are in every course that has anybody in it. */
export interface Account {
  readonly username: string
  readonly id: string
  readonly given: string
  readonly family: string
  readonly as: 'Instructor' | 'TeachingAssistant' | 'Student'
}

export const accounts: readonly Account[] = [
  { username: 'instructor', id: '_1001_1', given: 'Ines', family: 'Marlowe', as: 'Instructor' },
  { username: 'assistant', id: '_1002_1', given: 'Tobias', family: 'Renner', as: 'TeachingAssistant' },
  { username: 'student', id: '_1003_1', given: 'Sam', family: 'Okoye', as: 'Student' },
]
