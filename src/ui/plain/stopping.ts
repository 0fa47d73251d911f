import type {ReviewController} from '../review/controller.ts'
import type {Jobs} from '../terminal/held-terminal.ts'

/** Follows how the shell stops and continues the program, while it is told to. */
export interface Stopping {
  readonly listen: () => void
  readonly unlisten: () => void
}

/** The clock of the card stands still while the program is stopped. @param ask writes the prompt again, below what the shell wrote */
export function stoppingOf(
  jobs: Jobs | undefined,
  controller: Pick<ReviewController, 'whileStopped'>,
  ask: () => void,
): Stopping {
  let unlisten = (): void => {}
  const stop = async (run: () => Promise<void>): Promise<void> => {
    unlisten()
    await controller.whileStopped(run)
    ask()
    listen()
  }
  const listen = (): void => {
    if (!jobs) return
    unlisten = jobs.listen({
      onStop: () => void stop(jobs.stop),
      onContinue: ask,
    })
  }
  return {listen, unlisten: () => unlisten()}
}
