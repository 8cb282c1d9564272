/** One in so many of those who came from a roster may be gone from it without a second look. */
const SHRINK = 10

/** Whether so many are gone at once that the roster itself is to be looked at again. */
export const areManyGone = (gone: number, came: number): boolean => gone * SHRINK > came
