/**
 * Where to go after signing in: a path of this service, or the front page. Everything that a browser could read as
 * another address (two slashes, a backslash, a scheme, controls that it skips) becomes the front page.
 */
export const safeNext = (next: string | undefined): string => {
  if (!next || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return '/'
  const here = 'http://here.invalid'
  if (!URL.canParse(next, here)) return '/'
  const url = new URL(next, here)
  // Parsing folds `/./` and the like: what comes out may begin with two slashes where what went in did not.
  return url.origin === here && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/'
}
