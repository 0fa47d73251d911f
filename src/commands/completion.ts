import {completionScript, SHELLS, type Shell} from '../report/completion-scripts.ts'
import {done, type Outcome} from './context.ts'

export {SHELLS, type Shell}

/** What the shell must read for `ebb` to be completed in it. */
export function completion(shell: Shell): Outcome {
  return done(completionScript(shell))
}
