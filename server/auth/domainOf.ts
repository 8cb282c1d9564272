/** What stands after the `@` of an address. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1)
