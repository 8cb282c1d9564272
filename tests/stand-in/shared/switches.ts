/** The switches that a course starts with: the usual ones, but for those that its options name. */
export const switchesIn = <Switches extends object>(usual: Switches, options: Partial<Switches>): Switches => {
  const switches = { ...usual }
  for (const name of Object.keys(usual) as (keyof Switches)[])
    if (options[name] !== undefined) Object.assign(switches, { [name]: options[name] })
  return switches
}
