/** A Group's name as one of a file: letters, digits and hyphens of any script. */
export const fileNameOf = (name: string): string =>
  name.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'group'
