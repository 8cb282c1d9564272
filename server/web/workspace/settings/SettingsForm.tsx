import { Field, SelectField } from '../../../../components/kit/Field.tsx'
import { groupRoles, roleName } from '../../../../components/roleWords.ts'
import { useServices } from '../../../../components/services.ts'
import { MAX_GROUP_NAME } from '../../../../lib/contract/limits.ts'
import { Language } from '../../../../lib/contract/schemas.ts'
import { DeleteWorkspace } from './DeleteWorkspace.tsx'
import { NotMailed } from './NotMailed.tsx'
import { NumberField } from './NumberField.tsx'
import { SettingsPart, type SettingsProps } from './SettingsPart.tsx'
import { TestMail } from './TestMail.tsx'
import { UsualRolesPart } from './UsualRolesPart.tsx'

const atTermEnds = [
  { value: 'stay', word: 'atTermStay' },
  { value: 'archive', word: 'atTermArchive' },
  { value: 'purge', word: 'atTermPurge' },
] as const

/** Everything that a Workspace decides for itself, the gentle things first. */
export const SettingsForm = (props: SettingsProps) => {
  const { workspaceId, settings } = props
  const { say } = useServices()
  const languages = new Intl.DisplayNames(say.language, { type: 'language' })
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-10">
      <SettingsPart {...props} title={say('setName')} line={say('setNameLine')} names={['name']}>
        {(fieldOf) => <Field label={say('setName')} headed maxLength={MAX_GROUP_NAME} {...plain(fieldOf('name'))} />}
      </SettingsPart>
      <SettingsPart
        {...props}
        title={say('linkAccess')}
        line={say('setJoiningLine')}
        names={['emailDomains', 'anyoneRole', 'invitationDays']}
      >
        {(fieldOf) => {
          const { odd, ...domains } = fieldOf('emailDomains')
          return (
            <>
              <Field
                label={say('setDomains')}
                dir="ltr"
                placeholder="example.edu"
                {...domains}
                needsChange={odd}
                note={say(odd ? 'setDomainsOdd' : 'setDomainsNote')}
              />
              <SelectField label={say('setAnyone')} note={say('setAnyoneNote')} {...plain(fieldOf('anyoneRole'))}>
                {groupRoles.toReversed().map((role) => (
                  <option key={role} value={role}>
                    {say(roleName[role])}
                  </option>
                ))}
              </SelectField>
              <NumberField
                label={say('setInvitationDays')}
                note={say('setInvitationDaysNote')}
                field={fieldOf('invitationDays')}
              />
            </>
          )
        }}
      </SettingsPart>
      <UsualRolesPart workspaceId={workspaceId} known={settings.usualRoles} />
      <SettingsPart
        {...props}
        title={say('setMail')}
        line={say('setMailLine')}
        names={['language', 'holdSeconds', 'mailsPerMinute']}
      >
        {(fieldOf) => (
          <>
            <SelectField label={say('setLanguage')} note={say('setLanguageNote')} {...plain(fieldOf('language'))}>
              <option value="">{say('asTheService')}</option>
              {Language.options.map((language) => (
                <option key={language} value={language}>
                  {languages.of(language)}
                </option>
              ))}
            </SelectField>
            <NumberField label={say('setHold')} note={say('setHoldNote')} field={fieldOf('holdSeconds')} />
            <NumberField label={say('setPace')} note={say('setPaceNote')} field={fieldOf('mailsPerMinute')} />
          </>
        )}
      </SettingsPart>
      <TestMail workspaceId={workspaceId} />
      <NotMailed workspaceId={workspaceId} />
      <SettingsPart {...props} title={say('setTerm')} line={say('setTermEndNote')} names={['termEndsOn', 'atTermEnd']}>
        {(fieldOf) => (
          <>
            <Field type="date" label={say('setTermEnd')} {...plain(fieldOf('termEndsOn'))} />
            <SelectField label={say('setAtTermEnd')} note={say('setAtTermEndNote')} {...plain(fieldOf('atTermEnd'))}>
              {atTermEnds.map(({ value, word }) => (
                <option key={value} value={value}>
                  {say(word)}
                </option>
              ))}
            </SelectField>
          </>
        )}
      </SettingsPart>
      <DeleteWorkspace workspaceId={workspaceId} name={settings.name} />
    </div>
  )
}

/** Of a field that cannot be odd. */
const plain = <F extends { readonly odd: boolean }>({ odd: _, ...rest }: F) => rest
