import type {Terminal} from './terminal.ts'

/** Ask a yes-or-no question on the terminal. Whatever does not begin with `y` is a no; so is the end of input. */
export async function confirm({stdin, stdout}: Terminal, question: string): Promise<boolean> {
  const {createInterface} = process.getBuiltinModule('node:readline')
  const lines = createInterface({input: stdin, output: stdout})
  try {
    return await new Promise(resolve => {
      lines.once('close', () => resolve(false))
      lines.question(`${question} [y/N] `, answer => resolve(/^\s*y/i.test(answer)))
    })
  } finally {
    lines.close()
  }
}
