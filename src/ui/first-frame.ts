import {toAnsi} from '../render/ansi.ts'
import type {StyledLine} from '../render/line.ts'
import type {Layout} from './layout.ts'
import type {Look} from './look.ts'

/**
 * A frame as text for a terminal in raw mode, from its upper left corner on: the very picture that Ink draws of the same lines, made
 * without it.
 */
export function frameText(lines: readonly StyledLine[], {margin}: Layout, look: Look): string {
  return lines.map(line => lineText(line, margin, look)).join('\r\n')
}

function lineText(line: StyledLine, margin: number, look: Look): string {
  const {palette, hyperlinks = false} = look
  return line.length === 0 ? '' : ' '.repeat(margin) + toAnsi(line, palette, {hyperlinks})
}
