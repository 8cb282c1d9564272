/** The languages there are words in, by the names of their folders. */
export const languages = ['en', 'ar', 'de', 'es', 'fr', 'pt', 'zh_CN'] as const
export type Language = (typeof languages)[number]

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** How the screens look on this computer. */
export interface Look {
  readonly language: 'browser' | Language
  readonly theme: Theme
}

export const usualLook: Look = { language: 'browser', theme: 'system' }
