import { Language } from '../../lib/contract/schemas.ts'

/** A language as people find it in a list, the way it runs, and whose dates and numbers it is written with. */
interface Facts {
  /** In itself. */
  readonly name: string
  readonly dir: 'ltr' | 'rtl'
  readonly locale: string
}

/** The languages of the mails and of the pages for strangers, by their BCP 47 tags. */
export const languages: Readonly<Record<Language, Facts>> = {
  en: { name: 'English', dir: 'ltr', locale: 'en-GB' },
  es: { name: 'Español', dir: 'ltr', locale: 'es' },
  fr: { name: 'Français', dir: 'ltr', locale: 'fr' },
  de: { name: 'Deutsch', dir: 'ltr', locale: 'de' },
  pt: { name: 'Português', dir: 'ltr', locale: 'pt' },
  ar: { name: 'العربية', dir: 'rtl', locale: 'ar' },
  'zh-Hans': { name: '简体中文', dir: 'ltr', locale: 'zh-Hans' },
}

/** Ours for a tag such as `pt-BR` or `zh-CN`, by the language it begins with. */
export const languageOf = (tag: string | undefined): Language | undefined => {
  const first = tag?.trim().toLowerCase().split('-')[0]
  return Language.options.find((language) => language.split('-')[0] === first)
}

/** The first language of an Accept-Language header that is one of ours, by its weights. */
export const acceptedLanguage = (header: string | undefined): Language | undefined =>
  (header ?? '')
    .split(',')
    .flatMap((part) => {
      const [tag, ...parameters] = part.split(';')
      const q = /^\s*q\s*=\s*([\d.]+)\s*$/i.exec(parameters.join(';'))?.[1]
      const weight = parameters.length === 0 ? 1 : Number(q ?? 0)
      const language = languageOf(tag)
      return language && weight > 0 ? [{ language, weight }] : []
    })
    .sort((one, other) => other.weight - one.weight)[0]?.language
