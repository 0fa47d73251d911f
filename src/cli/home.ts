import {due} from '../commands/due.ts'
import {requestOf} from './choice.ts'
import {type LookFlags, terminalWith, withLook} from './look.ts'
import type {Register} from './register.ts'

/** `ebb home`, and `ebb` alone. */
export const registerHome: Register = (program, {context, end}) => {
  const command = program
    .command('home')
    .description('show the day and what is to come, and start from there; `ebb` alone does so')
  withLook(command).action(async (flags: LookFlags) => {
    const terminal = context.terminal()
    if (!terminal?.features.hasAttributes) {
      end(due(context, {request: requestOf([]), json: false}))
      return
    }
    const {home} = await import('../commands/home.ts')
    end(await home(context, terminalWith(terminal, flags)))
  })
}
