/** Who can sign in to the stand-in; any password does. All but the manager are in every course that has anybody in it. */
export interface Account {
  readonly username: string
  readonly id: number
  readonly given: string
  readonly family: string
  readonly as: 'teacher' | 'assistant' | 'student' | 'manager'
}

export const accounts: readonly Account[] = [
  { username: 'instructor', id: 1001, given: 'Ines', family: 'Marlowe', as: 'teacher' },
  { username: 'assistant', id: 1002, given: 'Tobias', family: 'Renner', as: 'assistant' },
  { username: 'student', id: 1003, given: 'Sam', family: 'Okoye', as: 'student' },
  { username: 'manager', id: 1004, given: 'Nadia', family: 'Voss', as: 'manager' },
]
