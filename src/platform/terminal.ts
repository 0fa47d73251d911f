/** The streams of a terminal, which know its size. */
export interface Terminal {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
}

/** The terminal that this process was started in; nothing where input or output is a pipe or a file. */
export function systemTerminal(): Terminal | undefined {
  // Loaded only here: it brings Node’s network and stream code along.
  const {isatty} = process.getBuiltinModule('node:tty')
  if (!isatty(0) || !isatty(1)) return undefined
  return {stdin: process.stdin, stdout: process.stdout}
}
