/** The host that a match pattern or an address names. */
export const hostOf = (pattern: string): string => pattern.replace(/^[^:]+:\/\//, '').replace(/\/.*$/, '')

/** Where a pattern's site begins; undefined where it stands for many. */
export const addressOf = (pattern: string): string | undefined => /^https?:\/\/[^*/]+\//.exec(pattern)?.[0]
