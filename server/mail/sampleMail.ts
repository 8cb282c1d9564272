import type { Language } from '../../lib/contract/schemas.ts'
import type { Service } from '../service.ts'
import { sayIn } from '../words/say.ts'
import { asWords, invitationLetter } from './letters.ts'
import { finish, type Mail } from './renderMail.ts'

/** An invitation as it would look to somebody whom this person invites; it says that it is a test, and leads to the start. */
export const sampleMail = async (
  { config }: Pick<Service, 'config'>,
  sender: { readonly name: string; readonly email: string },
  workspace: { readonly name: string; readonly language: Language | null },
): Promise<Mail> => {
  const say = sayIn(workspace.language ?? config.language)
  const letter = invitationLetter(say, {
    email: sender.email,
    group: say.text('test.group'),
    workspace: asWords(workspace.name),
    role: 'member',
    sender,
    url: `${config.publicUrl}/`,
    expiresAt: new Date(Date.now() + config.invitationDays * 86_400_000),
  })
  return await finish(say, sender.email, { ...letter, notes: [say.text('test.note'), ...letter.notes] }, sender.email)
}
