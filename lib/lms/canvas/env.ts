import { type Fields, fields } from '../reading/values.ts'

const assignment = /^\s*ENV = (\{.*\});?\s*$/m

/** The inline script that Canvas pages carry, with a line `ENV = {…};` (seen in canvas-lms, releases of 2025 and before). */
export const envScript = (doc: Document): string => {
  for (const script of doc.scripts) {
    if (!script.src && /^\s*INST = \{/m.test(script.text) && assignment.test(script.text)) return script.text
  }
  return ''
}

/** ENV of the page, to be read key by key: it also holds things about the reader that are nobody's business here. */
export const readEnv = (doc: Document): Fields => {
  const script = envScript(doc)
  try {
    return script ? fields(JSON.parse(assignment.exec(script)?.[1] ?? '{}')) : {}
  } catch {
    return {}
  }
}
