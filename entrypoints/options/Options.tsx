import { useState } from 'react'
import { Mark } from '../../components/kit/Mark.tsx'
import { useLive } from '../../components/live.ts'
import { AccountPart } from './AccountPart.tsx'
import type { OptionsEffects } from './effects.ts'
import { ForgetPart } from './ForgetPart.tsx'
import { LookPart } from './LookPart.tsx'
import { Ready } from './Ready.tsx'
import { RolesPart } from './RolesPart.tsx'
import { ServicePart } from './ServicePart.tsx'
import { SitesPart } from './SitesPart.tsx'
import { TellPart } from './TellPart.tsx'

/** What the extension knows on this computer, and how to change or end that; first the three steps that it begins with. */
export const Options = ({ effects }: { effects: OptionsEffects }) => {
  const { account, demo, say } = effects
  const who = useLive(account)
  const allowed = useLive(effects.sites).length > 0
  const [kept, setKept] = useState(false)
  const signedIn = who.state !== 'signedOut' && who.state !== 'loading'
  // An address of its own was typed here once, or came with the build.
  const placed = kept || signedIn || ('service' in who && who.service !== demo)
  const ready = placed && signedIn && allowed
  return (
    <main className="mx-auto flex max-w-[560px] flex-col gap-6 px-4 py-8">
      <div className="flex flex-col gap-1">
        <h1 className="flex items-center gap-2.5 text-20 font-semibold">
          <Mark className="size-6 text-accent" />
          {say('optionsTitle')}
        </h1>
        {!ready && <p className="text-quiet">{say('firstTitle')}</p>}
      </div>
      <ServicePart effects={effects} step={{ number: 1, done: placed, next: !placed }} onKept={() => setKept(true)} />
      <AccountPart effects={effects} step={{ number: 2, done: signedIn, next: placed && !signedIn }} />
      <SitesPart effects={effects} step={{ number: 3, done: allowed, next: placed && signedIn && !allowed }} />
      {ready && <Ready effects={effects} />}
      <RolesPart effects={effects} />
      <LookPart effects={effects} />
      <TellPart effects={effects} />
      <ForgetPart effects={effects} />
    </main>
  )
}
