import { useEffect, useState } from 'react'

/** The time in ms, kept to the second until `until` (ms) has passed; then it stands still. */
const useNow = (until: number): number => {
  const [now, setNow] = useState(Date.now)
  const running = now < until
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [running])
  return now
}

/** Whole seconds left until a time (ISO 8601), 0 when it has passed or there is none. */
export const useSecondsLeft = (iso: string | undefined): number => {
  const until = iso === undefined ? 0 : Date.parse(iso)
  const now = useNow(until)
  return Math.max(0, Math.ceil((until - now) / 1000))
}
