import { ClipboardPaste } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { together } from '../../lib/people/together.ts'
import type { Chosen } from '../group/useChoice.ts'
import { InviteScreen } from '../invite/InviteScreen.tsx'
import { Blank } from '../kit/Blank.tsx'
import { Button } from '../kit/Button.tsx'
import { useServices } from '../services.ts'
import { PasteBox } from './PasteBox.tsx'
import { usePeopleIn } from './reader.ts'
import { usePastedFiles } from './usePastedFiles.ts'

interface Props {
  readonly chosen: Chosen
  /** Absent where there is no roster to go back to. */
  readonly onBack?: (() => void) | undefined
}

/** Any text and files in, people out; then the same list and the same button as for a roster. */
export const PasteInvite = ({ chosen, onBack }: Props) => {
  const { say, files: service } = useServices()
  const [text, setText] = useState(service.here ? service.typed : '')
  const files = usePastedFiles()
  const fromText = usePeopleIn(useDeferredValue(text))
  const people = useMemo(() => together([fromText, ...files.lists]), [fromText, files.lists])
  return (
    <InviteScreen
      people={people}
      origin="manual"
      chosen={chosen}
      above={() => <PasteBox text={text} onText={setText} files={files} people={people} />}
      empty={
        <Blank icon={ClipboardPaste} title={say(text.trim() ? 'pasteNone' : 'pasteTitle')}>
          {say(text.trim() ? 'pasteNoneNow' : 'pasteHow')}
        </Blank>
      }
      beside={onBack && <Button onClick={onBack}>{say('backToRoster')}</Button>}
    />
  )
}
