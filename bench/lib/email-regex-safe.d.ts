declare module 'email-regex-safe' {
  /** A global expression that finds addresses; the package ships no types. */
  const emailRegex: () => RegExp
  export default emailRegex
}
