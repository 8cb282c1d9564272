/** How long a list is given to draw more rows after it was scrolled, and between two looks at it, in milliseconds. */
export const PATIENCE = 3000
export const LOOK = 200
