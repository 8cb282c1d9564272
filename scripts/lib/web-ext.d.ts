/** The part of web-ext's Node API that is used here; the package ships no types. */
declare module 'web-ext' {
  interface RunOptions {
    readonly sourceDir: string
    readonly target: readonly ('chromium' | 'firefox-desktop')[]
    readonly startUrl: readonly string[]
    readonly noInput: boolean
    readonly noReload: boolean
    readonly keepProfileChanges: boolean
    readonly args?: readonly string[]
    readonly chromiumBinary?: string
    readonly chromiumProfile?: string
    readonly firefox?: string
    readonly firefoxProfile?: string
  }
  interface Runner {
    exit(): Promise<void>
  }
  const webExt: { cmd: { run(options: RunOptions, how: { shouldExitProgram: boolean }): Promise<Runner> } }
  export default webExt
}
