import { fields, list, word } from '../reading/values.ts'

type Version = readonly [major: number, minor: number]

/** Versions are pairs, not decimals: 1.9 is older than 1.10. null: no version, and not for an address. */
const versionOf = (text: string): Version | null => {
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(text) ?? []
  return major && minor ? [Number(major), Number(minor)] : null
}

const compare = ([a, b]: Version, [c, d]: Version) => a - c || b - d

/**
 * The version to call a product by, from the answer of `/d2l/api/versions/`: the oldest that the site supports and that has what is
 * needed, the newest where all are older than that; null where the site says nothing usable.
 */
export const versionFor = (announced: unknown, product: 'le' | 'lp', needed: Version): string | null => {
  const entry = list(announced)
    .map(fields)
    .find(({ ProductCode }) => word(ProductCode).toLowerCase() === product)
  const supported = [...list(entry?.SupportedVersions), entry?.LatestVersion]
    .map((text) => versionOf(word(text)))
    .filter((version) => version !== null)
    .toSorted(compare)
  const chosen = supported.find((version) => compare(version, needed) >= 0) ?? supported.at(-1)
  return chosen?.join('.') ?? null
}
