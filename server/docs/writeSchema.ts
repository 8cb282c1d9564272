import type { Schema } from './openApi.ts'

const nameOf = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1)

/** A schema as a person reads it: `{ id: uuid, name?: text }`, a field a line, shared parts by their names. */
export const writeSchema = (schema: Schema, indent = ''): string => {
  if (schema.$ref) return nameOf(schema.$ref)
  if (schema.enum) return schema.enum.map((value) => `'${value}'`).join(' | ')
  if (schema.anyOf) return schema.anyOf.map((part) => writeSchema(part, indent)).join(' | ')
  if (schema.items) return `${writeSchema(schema.items, indent)}[]${limits(schema.minItems, schema.maxItems, 'long')}`
  if (schema.properties) {
    const fields = Object.entries(schema.properties)
    if (fields.length === 0) return '{}'
    const inner = `${indent}  `
    const lines = fields.map(([name, field]) => {
      const optional = schema.required?.includes(name) ? '' : '?'
      return `${inner}${name}${optional}: ${writeSchema(field, inner)}`
    })
    return `{\n${lines.join('\n')}\n${indent}}`
  }
  const types = [schema.type ?? 'anything'].flat().join(' | ')
  if (schema.format) return schema.format
  return types + limits(schema.minLength, schema.maxLength, 'characters') + limits(schema.minimum, schema.maximum, '')
}

const limits = (from: number | undefined, to: number | undefined, unit: string): string => {
  if (from === undefined && to === undefined) return ''
  const range = from === undefined ? `to ${to}` : to === undefined ? `from ${from}` : `${from} to ${to}`
  return ` (${[range, unit].filter(Boolean).join(' ')})`
}
