import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../components/kit/Button.tsx'
import { Dialog } from '../../components/kit/Dialog.tsx'
import { useLive } from '../../components/live.ts'
import type { OptionsEffects } from './effects.ts'
import { Part } from './Part.tsx'

/** Leaves nothing behind, after saying what that means. */
export const ForgetPart = ({ effects: { say, unfinished, forget } }: { effects: OptionsEffects }) => {
  const waiting = useLive(unfinished)
  const [asking, setAsking] = useState(false)
  const forgetting = useMutation({ mutationFn: () => forget(), onSettled: () => setAsking(false) })
  return (
    <Part title={say('optionsForgetTitle')}>
      <p className="text-quiet">{say('optionsForgetNote')}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => setAsking(true)}>{say('optionsForget')}</Button>
        <p role="status" className="text-13 text-good">
          {forgetting.isSuccess && !asking && say('optionsForgotten')}
        </p>
      </div>
      {asking && (
        <Dialog title={say('optionsForget')} onClose={() => setAsking(false)}>
          <p>{say('optionsForgetWhat')}</p>
          {waiting > 0 && <p className="mt-2 font-medium">{say.count('optionsForgetUnfinished', waiting)}</p>}
          <div className="mt-4 flex flex-wrap gap-2">
            <Button look="primary" busy={forgetting.isPending} onClick={() => forgetting.mutate()}>
              {say('optionsForgetNow')}
            </Button>
            <Button onClick={() => setAsking(false)}>{say('cancel')}</Button>
          </div>
        </Dialog>
      )}
    </Part>
  )
}
