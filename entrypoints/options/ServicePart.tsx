import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../components/kit/Button.tsx'
import { Field } from '../../components/kit/Field.tsx'
import { Notice } from '../../components/kit/Notice.tsx'
import { useLive } from '../../components/live.ts'
import { problemWords } from '../../components/problemWords.ts'
import type { OptionsEffects } from './effects.ts'
import { Part, type Step } from './Part.tsx'

interface Props {
  readonly effects: OptionsEffects
  readonly step: Step
  readonly onKept: () => void
}

/** Where the group service is. Asked before it is kept: a typing slip shows here and not in the middle of a send. */
export const ServicePart = ({ effects: { say, account, demo, saveService }, step, onKept }: Props) => {
  const { service } = { service: '', ...useLive(account) }
  const [typed, setTyped] = useState<string>()
  const save = useMutation({
    mutationFn: (address: string) => saveService(address),
    onSuccess: (kept) => {
      if (!kept) return
      setTyped(undefined)
      onKept()
    },
  })
  const noAddress = save.data === false
  const problem = save.error && problemWords(say, save.error)
  return (
    <Part title={say('optionsServiceTitle')} step={step} say={say} why={say('firstServiceWhy')}>
      <form
        className="flex flex-col gap-3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!save.isPending) save.mutate(typed ?? service)
        }}
      >
        <Field
          label={say('optionsService')}
          type="url"
          dir="ltr"
          autoComplete="url"
          spellCheck={false}
          value={typed ?? service}
          onChange={(event) => {
            setTyped(event.target.value)
            save.reset()
          }}
          needsChange={noAddress}
          note={say(noAddress ? 'optionsNoAddress' : 'optionsServiceNote')}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look={step.next ? 'primary' : 'quiet'} busy={save.isPending}>
            {say('optionsSave')}
          </Button>
          {!step.done && (
            <Button off={save.isPending} onClick={() => save.mutate(demo)}>
              {say('firstDemo')}
            </Button>
          )}
          <p role="status" className="text-13 text-good">
            {save.data && say('optionsSaved')}
          </p>
        </div>
        {problem && (
          <Notice tone="attention" title={problem.what}>
            {problem.now}
          </Notice>
        )}
      </form>
    </Part>
  )
}
