/** What each place in a list of that size is, staff first, so that a course of any size has its readers in it. */
export const kindsOf = <Kind extends string>(
  size: number,
  order: readonly Kind[],
  mix: Readonly<Record<Kind, number>>,
): readonly (Kind | 'student')[] => {
  const special = order.flatMap((kind) => Array.from({ length: mix[kind] }, () => kind))
  const students = Array.from({ length: Math.max(0, size - special.length) }, () => 'student' as const)
  return [...special, ...students].slice(0, size)
}

/** Gives each account a place once, the first that is meant for it. */
export const seating = <Account extends { readonly as: string }>(accounts: readonly Account[]) => {
  const seated = new Set<Account>()
  return (as: Account['as'] | undefined): Account | undefined => {
    const account = accounts.find((candidate) => candidate.as === as && !seated.has(candidate))
    if (account) seated.add(account)
    return account
  }
}

/** Makes every mailbox another: the second of a name gets a number. */
export const ownBoxes = (): ((wanted: string) => string) => {
  const taken = new Set<string>()
  return (wanted) => {
    let box = wanted
    for (let copy = 2; taken.has(box); copy += 1) box = `${wanted}${copy}`
    taken.add(box)
    return box
  }
}
