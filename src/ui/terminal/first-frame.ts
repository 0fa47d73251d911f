import type {StyledLine} from '../../render/line.ts'
import type {Layout} from '../looks/layout.ts'
import {type Look, lineText} from '../looks/look.ts'

/**
 * A frame as text for a terminal in raw mode, from its upper left corner on: the very picture that Ink draws of the same lines, made
 * without it.
 */
export function frameText(lines: readonly StyledLine[], {margin}: Layout, look: Look): string {
  const indent = ' '.repeat(margin)
  return lines.map(line => (line.length === 0 ? '' : indent + lineText(line, look))).join('\r\n')
}
