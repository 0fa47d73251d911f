import type {StyledLine} from '../../render/line.ts'
import {textWidth} from '../../render/width.ts'
import {wrapSpans} from '../../render/wrap.ts'
import {span} from '../fit.ts'

/** The lines of a plain text; those that are too wide are broken. */
export function textLines(text: string, width: number): readonly StyledLine[] {
  return text
    .trimEnd()
    .split('\n')
    .flatMap(line => (textWidth(line) <= width ? [[span(line)]] : wrapSpans([span(line)], width)))
}
