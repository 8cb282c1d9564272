/** The part of a path that only sign-in pages have. */
const signIn = /^\/(?:webapps\/login|auth-saml|webapps\/bb-auth)/

/**
 * A page that wants a sign-in: it shows the link to one, or holds nothing but a script that goes there. Seen in both forms where a
 * session has ended and an Original page is asked for.
 */
export const wantsSignIn = (doc: Document): boolean =>
  !!doc.querySelector('[id="topframe.login.label"], form[action*="/webapps/login"]') ||
  [...doc.scripts].some(({ text }) => /location[.\w]*(?:\s*=|\()[^;]*\/webapps\/login\b/.test(text))

export const isSignInPath = (path: string): boolean => signIn.test(path)
