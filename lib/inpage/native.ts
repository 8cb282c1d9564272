/**
 * The few calls of the extension API that a script on a page needs, on the browser's own object. The polyfill would be
 * more than all of the rest of this script, on every page of an LMS.
 */
export interface Native {
  readonly runtime: {
    /** Gone once the extension was updated or removed under an open page. */
    readonly id?: string
    getURL(path: string): string
    sendMessage(message: unknown): Promise<unknown>
    readonly onMessage: {
      addListener(listener: MessageListener): void
      removeListener(listener: MessageListener): void
    }
  }
  readonly i18n: {
    getMessage(key: string, substitutions?: string[]): string
    getUILanguage(): string
  }
}

/** Answers at once or, when it returns true, later through `respond`. */
export type MessageListener = (
  message: unknown,
  sender: { readonly id?: string },
  respond: (answer: unknown) => void,
) => true | undefined

interface Globals {
  readonly browser?: Native
  /** In every browser that puts the script on a page: nothing else does. */
  readonly chrome: Native
}

/** Firefox and newer Chromium say `browser`, older Chromium `chrome`; both answer with promises in Manifest V3. */
export const findNative = (globals: object): Native => {
  const { browser, chrome } = globals as Globals
  return browser ?? chrome
}

/** Whether the extension behind this script is still the one that put it here. */
export const isAlive = (native: Native): boolean => {
  try {
    return !!native.runtime?.id
  } catch {
    return false
  }
}
