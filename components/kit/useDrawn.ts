import { useEffect, useState } from 'react'

/** False in the first picture of a screen, true from the next on: what is long to draw does not hold up the rest. */
export const useDrawn = (): boolean => {
  const [drawn, setDrawn] = useState(false)
  useEffect(() => setDrawn(true), [])
  return drawn
}
