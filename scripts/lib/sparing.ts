/**
 * Settings of Node and of glibc that keep the service's process small. By default Node lets 48 MB of young objects pile up
 * before it looks which are needed, and glibc keeps what was freed in a heap for each of its threads.
 *
 * With the embedded store there is more: it frees hundreds of megabytes at once, and glibc then keeps up to 64 MB of it for
 * later. With thresholds that are set, whatever is free at the end of the heap goes back at once. A process without that store
 * would only start a little slower by them.
 */
export const sparing = (isEmbedded: boolean): Record<string, string> => ({
  NODE_OPTIONS: `--max-semi-space-size=8 ${process.env.NODE_OPTIONS ?? ''}`.trim(),
  MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '1',
  ...(isEmbedded && {
    MALLOC_TRIM_THRESHOLD_: process.env.MALLOC_TRIM_THRESHOLD_ ?? '131072',
    MALLOC_MMAP_THRESHOLD_: process.env.MALLOC_MMAP_THRESHOLD_ ?? '131072',
  }),
})
