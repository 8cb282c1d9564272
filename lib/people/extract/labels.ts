import { kindOf } from './headerWords.ts'
import { cleanNameText } from './nameText.ts'

const pair = /^[\s{[("'*•-]{0,8}([\p{L}\p{M}][\p{L}\p{M} _.-]{0,39})["']?\s{0,8}[:=]{1,2}\s{0,8}(\S.{0,200})$/u

/** Name, or first and last name, in `label: value` parts, as people and programs write them. */
export const labelledName = (parts: readonly string[]): string => {
  let first = ''
  let last = ''
  for (const part of parts) {
    const split = /[:=]/.test(part) ? pair.exec(part) : null
    const kind = split ? kindOf(split[1] ?? '') : undefined
    if (!kind) continue
    const value = cleanNameText((split?.[2] ?? '').replace(/["'}\],]{1,8}$/, '').replace(/^["']{1,8}/, ''))
    if (!value || value.includes('@')) continue
    if (kind === 'name') return value
    if (kind === 'first') first = value
    if (kind === 'last') last = value
  }
  return [first, last].filter(Boolean).join(' ')
}
