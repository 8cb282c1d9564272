/** How a text field and everything beside it looks: one height, one edge. */
export const control =
  'min-h-9 w-full rounded-control border border-edge bg-raised px-2.5 text-14 text-text transition-colors hover:border-quiet'
