/** Runs something that needs the terminal for itself. */
export type Suspend = <T>(run: () => T | Promise<T>) => Promise<T>

/** Lets a command give the terminal to another program while a screen is shown on it. */
export interface Lending {
  readonly lend: Suspend
  /** The screen says how, once it is shown. */
  readonly lendBy: (suspend: Suspend) => void
}

/** Before a screen is shown, the terminal is free. */
export function createLending(): Lending {
  let how: Suspend = async run => run()
  return {
    lend: run => how(run),
    lendBy: suspend => {
      how = suspend
    },
  }
}
