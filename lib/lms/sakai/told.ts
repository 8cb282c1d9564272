/**
 * A text in the inline scripts `var portal = {…}` (all of Sakai) and `var roster = {…}` (its roster), '' where there is none. They are
 * not quite JSON, so single names are looked for.
 */
export const toldIn = (doc: Document, name: string): string => {
  const pattern = new RegExp(`\\b${name}["']?\\s*:\\s*(["'])((?:\\\\.|(?!\\1).)*)`)
  for (const { text } of doc.scripts) {
    const said = /\bvar (?:portal|roster)\b/.test(text) && pattern.exec(text)?.[2]
    if (said) return unescaped(said)
  }
  return ''
}

const unescaped = (text: string): string => {
  try {
    return String(JSON.parse(`"${text}"`))
  } catch {
    return text
  }
}

/** The reader's user id as the page tells it: in the roster's script, or in the portal's `user`. */
export const readerOn = (doc: Document): string => {
  const inRoster = toldIn(doc, 'userId')
  if (inRoster) return inRoster
  for (const { text } of doc.scripts) {
    const [, id] = /\bvar portal\b[\s\S]*?\buser["']?\s*:\s*\{[^}]*?\bid["']?\s*:\s*["']([^"']+)/.exec(text) ?? []
    if (id) return id
  }
  return ''
}
