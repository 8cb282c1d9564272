/** What follows a comma without being a given name. */
const suffix = /^(?:jr|sr|i{1,3}|iv|v|esq|ph\.?\s?d|m\.?\s?d)\.?$/i

/** "Stone, Avery" as its two halves; null for anything else, "Okafor, Jr." among it. */
const halves = (name: string): [family: string, given: string] | null => {
  const [family = '', given = '', ...more] = name.split(',').map((part) => part.trim())
  return family && given && more.length === 0 && !suffix.test(given) ? [family, given] : null
}

/**
 * A list's names with the given name first. They are turned only where most of the list has the family name first: a comma in one
 * name may mean anything. `breathe` gives the page its turn on long lists.
 */
export const givenNamesFirst = async (
  names: readonly string[],
  breathe: () => Promise<void> | undefined,
): Promise<readonly string[]> => {
  let named = 0
  const turned: string[] = []
  let turns = 0
  for (const name of names) {
    const parts = halves(name)
    if (name) named++
    if (parts) turns++
    turned.push(parts ? parts.toReversed().join(' ') : name)
    await breathe()
  }
  return turns * 2 > named ? turned : names
}
