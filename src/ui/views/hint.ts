import type {Card} from '../../core/card.ts'
import type {NoteContent} from '../../core/note.ts'
import {hintOf} from '../../render/hint.ts'
import type {StyledLine} from '../../render/line.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {expectedOf} from '../review/typing.ts'
import {span} from '../text/fit.ts'

/** The last hint: nothing is rendered anew while its card is asked. */
let last:
  | {readonly content: NoteContent; readonly key: string; readonly lines: readonly StyledLine[]}
  | undefined

/** The first letters of the answer; of a cloze, where the question says all but them, of what is hidden. */
export function hintLines(
  {content, variant}: Card,
  {width}: Layout,
  {ascii}: Look,
): readonly StyledLine[] {
  const key = `${variant} ${width} ${ascii}`
  if (last?.content === content && last.key === key) return last.lines
  const text = hintOf(expectedOf({content, variant}), {width, ascii})
  const lines =
    text === '' ? [] : text.split('\n').map((line): StyledLine => [span(line, {dim: true})])
  last = {content, key, lines}
  return lines
}
