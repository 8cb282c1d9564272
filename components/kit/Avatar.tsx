/** The first letters of the first and the last word, in the name's own script. */
const initials = (name: string): string => {
  const words = name.split(/[\s@._-]+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toUpperCase()
}

export const Avatar = ({ name }: { name: string }) => (
  <span
    aria-hidden
    className="flex size-8 items-center justify-center rounded-full bg-accent-wash text-12 font-semibold text-accent select-none"
  >
    {initials(name)}
  </span>
)
