import { existsSync, readFileSync } from 'node:fs'

/**
 * Loaded into the service before its own code (`--import`): its clock, and with it that of an embedded store, is off by the
 * seconds in the file named in CLOCK_FROM, which may change at any moment. Timers and `performance` go on, as on a computer whose clock is set.
 */
const file = process.env.CLOCK_FROM ?? ''
let read = 0
let off = 0
const Real = Date
const now = () => {
  // Looked up no more than every 20 ms: a clock is asked often.
  if (performance.now() - read > 20) {
    read = performance.now()
    off = existsSync(file) ? Number(readFileSync(file, 'utf8')) * 1000 : 0
  }
  return Real.now() + off
}
globalThis.Date = new Proxy(Real, {
  construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [now()] : args, self),
  apply: () => new Real(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
