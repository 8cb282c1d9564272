/** Who can sign in to the stand-in; any password does. They are in every course that has anybody in it. */
export interface Account {
  readonly username: string
  readonly id: string
  readonly name: string
  readonly sortableName: string
  readonly as: 'teacher' | 'ta' | 'student'
}

export const accounts: readonly Account[] = [
  { username: 'instructor', id: '1001', name: 'Ines Marlowe', sortableName: 'Marlowe, Ines', as: 'teacher' },
  { username: 'assistant', id: '1002', name: 'Tobias Renner', sortableName: 'Renner, Tobias', as: 'ta' },
  { username: 'student', id: '1003', name: 'Sam Okoye', sortableName: 'Okoye, Sam', as: 'student' },
]
