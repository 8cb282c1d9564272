/**
 * Settings of Node and of glibc that keep the service's process small. By default Node lets 48 MB of young objects pile up
 * before it looks which are needed, and glibc keeps what was freed in a heap for each of its threads.
 */
export const sparing = {
  NODE_OPTIONS: `--max-semi-space-size=8 ${process.env.NODE_OPTIONS ?? ''}`.trim(),
  MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '1',
}
