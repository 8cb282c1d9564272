/** Where signing in begins, to lead to `next`. */
export const startOf = (next: string) => `/signin?next=${encodeURIComponent(next)}`

/** Where the code from the mail is typed. */
export const codeOf = (next: string) => `/signin/code?next=${encodeURIComponent(next)}`
