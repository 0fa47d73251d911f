import type {NoteContent} from '../../core/note.ts'
import type {Reader} from '../reading.ts'
import {chunksOf, isDashes} from './parts/chunks.ts'
import {clozeOf} from './parts/cloze.ts'
import {doubleBraces} from './parts/cloze-marks.ts'
import {readingOf} from './parts/reading.ts'
import {blockOf, headingOf} from './parts/text.ts'

const LONGEST = 200

/** One card a document: sides parted by a line `---`, or a text with `{{1::deletions}}`. */
export const mochi: Reader = {
  name: 'mochi',
  read: source => {
    const {lines, text} = source
    if (lines.length > LONGEST || !/^---[ \t]*$|\{\{/m.test(text)) return undefined
    const [front, ...others] = chunksOf(lines, isDashes)
    if (
      front === undefined ||
      others.length > 3 ||
      /^%[ \t]*$|^[QAC]:|<!--\s?SR:|\{\{(?:c\d|cloze)/m.test(text)
    )
      return undefined
    const last = others.at(-1) ?? front
    const raw = blockOf(front.lines)
    const back = others.map(side => blockOf(side.lines)).join('\n\n')
    const marks = doubleBraces(raw).filter(
      mark => !/^[#/>!$%]|\./.test(raw.slice(mark.textStart, mark.textEnd).trim()),
    )
    const numbered = marks.some(mark => mark.group !== undefined)
    const content: NoteContent | undefined =
      clozeOf(
        raw,
        marks.map(mark => ({...mark, group: mark.group ?? 1})),
        back,
      ) ??
      (back === ''
        ? undefined
        : {kind: 'basic', question: headingOf(raw)?.text ?? raw, answer: back})
    if (content === undefined) return undefined
    const isShort =
      front.lines.length <= 6 &&
      lines.length <= 60 &&
      !lines.some((line, i) => i > 0 && headingOf(line) !== undefined)
    const isAsked = /[?？]\s*$/.test(raw)
    const confidence = numbered
      ? 0.8
      : isShort && others.length > 0 && (isAsked || marks.length > 0)
        ? 0.6
        : isShort
          ? 0.3
          : 0.1
    return readingOf('mochi', source, {
      confidence,
      notes: [{content, line: front.line, endLine: last.endLine}],
    })
  },
}
