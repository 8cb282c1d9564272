import { Check, Copy } from 'lucide-react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Field } from '../../../../components/kit/Field.tsx'
import { useCopy } from '../../../../components/kit/useCopy.ts'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'

/** What the provider has to be told, to be copied. */
export const RedirectField = ({ uri }: { uri: string }) => {
  const { say } = useServices()
  const { copy, copied, copying, problem } = useCopy()
  return (
    <div className="flex flex-col items-start gap-1">
      <div className="w-full">
        <Field
          readOnly
          dir="ltr"
          label={say('ssoRedirect')}
          value={uri}
          note={say('ssoRedirectNote')}
          onFocus={(event) => event.target.select()}
          className="truncate bg-well"
        />
      </div>
      <Button
        small
        look="plain"
        className="-ms-2"
        icon={copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
        busy={copying}
        onClick={() => copy(uri)}
      >
        {say(copied ? 'copied' : 'copyThis')}
      </Button>
      {problem && <Problem problem={problem} />}
    </div>
  )
}
