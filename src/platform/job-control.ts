/** How a shell stops and continues a program: Ctrl-Z, `fg`. */
export interface JobControl {
  /**
   * Calls back when another process wants this one to stop (SIGTSTP), which then is up to the caller, and when it goes on after it was
   * stopped by force (SIGCONT). Returns what ends that: from then on it stops as any other program does.
   */
  readonly listen: (calls: {
    readonly onStop: () => void
    readonly onContinue: () => void
  }) => () => void
  /**
   * Stops this process, and those that the shell started together with it, until the shell lets them go on. Where no shell could, it
   * goes on at once. Nothing may listen meanwhile.
   */
  readonly stop: () => Promise<void>
}

/** A process that can be stopped is stopped sooner than this, and whoever cannot be is back after it. */
const STOPPED_MS = 50

/** Nothing on systems without job control. */
export function systemJobControl(): JobControl | undefined {
  if (process.platform === 'win32') return undefined
  return {
    listen: ({onStop, onContinue}) => {
      process.on('SIGTSTP', onStop)
      process.on('SIGCONT', onContinue)
      return () => {
        process.off('SIGTSTP', onStop)
        process.off('SIGCONT', onContinue)
      }
    },
    stop: () =>
      new Promise(resolve => {
        // Time does not pass for a process that is stopped, but the clock goes on: this is over as soon as the process goes on.
        setTimeout(resolve, STOPPED_MS)
        process.kill(0, 'SIGTSTP')
      }),
  }
}
