import { Field } from '../../../../components/kit/Field.tsx'
import type { FieldOf } from './SettingsPart.tsx'

interface Props {
  readonly label: string
  readonly note: string
  readonly field: ReturnType<FieldOf>
}

/** A number, or nothing for "as the service is set up". */
export const NumberField = ({ label, note, field: { odd, ...field } }: Props) => (
  <Field type="number" inputMode="numeric" label={label} note={note} needsChange={odd} {...field} />
)
