import { parse } from 'hono/utils/cookie'
import type { Language } from '../../lib/contract/schemas.ts'
import { acceptedLanguage, languageOf } from '../words/languages.ts'

const YEAR = 365 * 86_400

/** A language chosen from the menu, kept in the browser. It says nothing about who reads. */
export const keptLanguage = {
  name: 'rollcall_language',
  options: (publicUrl: string) =>
    ({ httpOnly: true, sameSite: 'Lax', path: '/', maxAge: YEAR, secure: publicUrl.startsWith('https:') }) as const,
}

/** By `?lang=`, else by the cookie, else by what the browser says it accepts. `isNew`: it is to be kept. */
export const chosenLanguage = (
  asked: string | undefined,
  cookies: string | undefined,
  accepts: string | undefined,
): { readonly language: Language | undefined; readonly isNew: boolean } => {
  const wanted = languageOf(asked)
  const kept = languageOf(parse(cookies ?? '', keptLanguage.name)[keptLanguage.name])
  return { language: wanted ?? kept ?? acceptedLanguage(accepts), isNew: wanted !== undefined && wanted !== kept }
}
