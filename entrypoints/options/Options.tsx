import { Mark } from '../../components/kit/Mark.tsx'
import { AccountPart } from './AccountPart.tsx'
import type { OptionsEffects } from './effects.ts'
import { ForgetPart } from './ForgetPart.tsx'
import { RolesPart } from './RolesPart.tsx'
import { ServicePart } from './ServicePart.tsx'
import { SitesPart } from './SitesPart.tsx'

/** What the extension knows on this computer, and how to change or end that. */
export const Options = ({ effects }: { effects: OptionsEffects }) => (
  <main className="mx-auto flex max-w-[560px] flex-col gap-6 px-4 py-8">
    <h1 className="flex items-center gap-2.5 text-20 font-semibold">
      <Mark className="size-6 text-accent" />
      {effects.say('optionsTitle')}
    </h1>
    <ServicePart effects={effects} />
    <AccountPart effects={effects} />
    <RolesPart effects={effects} />
    <SitesPart effects={effects} />
    <ForgetPart effects={effects} />
  </main>
)
