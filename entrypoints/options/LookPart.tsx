import { useMutation } from '@tanstack/react-query'
import { SelectField } from '../../components/kit/Field.tsx'
import { useLive } from '../../components/live.ts'
import { type Language, type Look, languages, type Theme, themes } from '../../lib/look.ts'
import type { MessageKey } from '../../lib/words.ts'
import type { OptionsEffects } from './effects.ts'
import { Part } from './Part.tsx'

const themeName: Readonly<Record<Theme, MessageKey>> = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
}

/** Each in itself: whoever looks for their language does not read another. */
const nameOf = (language: Language): string => {
  const tag = language === 'zh_CN' ? 'zh-Hans' : language
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}

/** Which language the screens speak, and whether they are light or dark. Used at once, wherever one is open. */
export const LookPart = ({ effects: { say, look, saveLook } }: { effects: OptionsEffects }) => {
  const now = useLive(look)
  const save = useMutation({ mutationFn: (change: Partial<Look>) => saveLook({ ...now, ...change }) })
  return (
    <Part title={say('optionsLook')}>
      <p className="text-quiet">{say('optionsLookNote')}</p>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(200px,1fr))] gap-3">
        <SelectField
          label={say('optionsLanguage')}
          value={now.language}
          onChange={({ target }) =>
            save.mutate({ language: languages.find((one) => one === target.value) ?? 'browser' })
          }
        >
          <option value="browser">{say('optionsLanguageBrowser')}</option>
          {languages.map((language) => (
            <option key={language} value={language}>
              {nameOf(language)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={say('optionsTheme')}
          value={now.theme}
          onChange={({ target }) => save.mutate({ theme: themes.find((one) => one === target.value) ?? 'system' })}
        >
          {themes.map((theme) => (
            <option key={theme} value={theme}>
              {say(themeName[theme])}
            </option>
          ))}
        </SelectField>
      </div>
    </Part>
  )
}
