/** A misfortune for some of the coming API requests. The stand-in's own page scripts are spared. */
export interface Interruption {
  readonly as:
    | 'throttled403'
    | 'throttled429'
    | 'unauthenticated'
    | 'unauthorized'
    | 'forbidden'
    | 'badRequest'
    | 'notFound'
    | 'broken'
    | 'loginPage'
    | 'html'
    | 'hangUp'
  /** Only requests whose path and query contain this; all when left out. */
  readonly match?: string
  /** Matching requests that are let through first. */
  readonly after?: number
  /** Matching requests that meet it then; all when left out. */
  readonly times?: number
}

/** Counts down one interruption. */
export interface Meeting {
  meets(pathAndQuery: string): Interruption['as'] | null
}

export const meetingOf = (interruption: Interruption): Meeting => {
  let through = interruption.after ?? 0
  let times = interruption.times ?? Number.POSITIVE_INFINITY
  return {
    meets: (pathAndQuery) => {
      if (!decodeURIComponent(pathAndQuery).includes(interruption.match ?? '')) return null
      if (through > 0) {
        through -= 1
        return null
      }
      if (times <= 0) return null
      times -= 1
      return interruption.as
    },
  }
}
