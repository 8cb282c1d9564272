import { cleanName } from '../../people/cleanName.ts'

/** Parts of a name as Blackboard keeps them. */
export interface NameParts {
  readonly given: string
  readonly family: string
  /** The name by which somebody wants to be called. */
  readonly other?: string
  /** `GivenName`, `OtherName` or `Both`. */
  readonly preferred?: string
}

/** Some records hold a field's name where a name should be. */
const placeholder = /^(?:given|first|family|last|preferred|other) name$/i

const real = (part: string): string => (placeholder.test(part.trim()) ? '' : part)

/** The name to show; '' where there is none. */
export const nameFrom = ({ given, family, other = '', preferred }: NameParts): string => {
  const called = preferred === 'OtherName' ? real(other) || real(given) : real(given)
  return cleanName(`${called} ${real(family)}`)
}

/** Somebody's record was never filled in: it stands for nobody. */
export const isPlaceholder = (parts: NameParts): boolean =>
  nameFrom(parts) === '' && (placeholder.test(parts.given.trim()) || placeholder.test(parts.family.trim()))
