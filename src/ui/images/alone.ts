/** A terminal from which keys can be read one by one. */
interface Screen {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
}

/**
 * An image in iTerm2’s protocol, drawn at the cursor as large as fits.
 * @param name of the file, for the terminal’s list of downloads
 */
export function inlineImage(bytes: Uint8Array, name: string, rows: number): string {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  const encoded = Buffer.from(name).toString('base64')
  const keys = `name=${encoded};size=${bytes.length};inline=1;height=${Math.max(1, rows)};preserveAspectRatio=1`
  return `\u001b]1337;File=${keys}:${data}\u0007`
}

const ENTER = '\u001b[?1049h\u001b[?25l\u001b[2J\u001b[H'
const LEAVE = '\u001b[?1049l\u001b[?25h'

/**
 * Shows an image alone on the screen until a key is pressed, for terminals that draw images at the cursor only: within a frame that is
 * drawn over line by line they would be torn. To be called while nothing else has the terminal.
 */
export async function showAlone(
  {stdin, stdout}: Screen,
  {bytes, name}: {readonly bytes: Uint8Array; readonly name: string},
): Promise<void> {
  const rows = (stdout.rows || 24) - 2
  stdin.setRawMode(true)
  stdout.write(`${ENTER}${inlineImage(bytes, name, rows)}\r\nAny key goes back.`)
  try {
    await keyPressed(stdin)
  } finally {
    stdout.write(LEAVE)
    stdin.setRawMode(false)
  }
}

/** Reads as Ink does, so that it finds the stream as it left it. */
function keyPressed(stdin: NodeJS.ReadStream): Promise<void> {
  return new Promise(resolve => {
    const read = () => {
      let isPressed = false
      while (stdin.read() !== null) isPressed = true
      if (isPressed) end()
    }
    const end = () => {
      stdin.off('readable', read).off('end', end)
      stdin.unref()
      resolve()
    }
    stdin.ref()
    stdin.on('readable', read).once('end', end)
    read()
  })
}
