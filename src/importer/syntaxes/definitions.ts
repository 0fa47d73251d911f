import type {Reader} from '../reading.ts'
import {type DraftNote, readingOf} from './parts/reading.ts'
import {regionsOf} from './parts/regions.ts'
import {isCodePath, isProperty, sidesOf, withoutMarker} from './parts/sides.ts'
import {headingOf} from './parts/text.ts'

const LONGEST_TERM = 200
/** Tables, containers, HTML, indented code, and lines of other notations. */
const NO_DEFINITION =
  /^\s*(?:\||:::|<|TARGET[ _]DECK|cards-deck)|\{\{c\d+::|^(?: {4}|\t)\s*(?![-*+]\s|\d{1,9}[.)]\s)\S/

/** `term :: definition` and `term ::: definition` lines in ordinary Markdown. */
export const definitions: Reader = {
  name: 'definitions',
  read: source => {
    if (!source.text.includes('::')) return undefined
    const regions = regionsOf(source.lines)
    const notes: DraftNote[] = []
    let doubtful = 0
    for (const [index, line] of source.lines.entries()) {
      if (!line.includes('::') || !regions.isText(index + 1)) continue
      const note = noteOf(line, index + 1)
      if (note === undefined) doubtful += 1
      else notes.push(note)
    }
    if (notes.length === 0) return undefined
    const isSure = notes.length >= 2 && doubtful < notes.length
    const confidence = isSure ? Math.min(0.75, 0.5 + notes.length / 20) : 0.3
    return readingOf('definitions', source, {confidence, notes})
  },
}

function noteOf(line: string, number: number): DraftNote | undefined {
  if (
    isProperty(line) ||
    isCodePath(line) ||
    headingOf(line) !== undefined ||
    NO_DEFINITION.test(line)
  )
    return undefined
  const text = withoutMarker(line)
  const reversed = sidesOf(text, [':::'])
  const sides = reversed ?? sidesOf(text, ['::'])
  if (sides === undefined || sides.front.length > LONGEST_TERM || /^:/.test(sides.back))
    return undefined
  // `Class::method` is a name; a term and its definition are words.
  const isTight = !/\s::|::\s/.test(text)
  if (
    isTight &&
    !/\s/.test(sides.front) &&
    !/\s/.test(sides.back) &&
    /^[\w.]+$/.test(sides.front + sides.back) &&
    /[a-z][A-Z]|_|^[a-z]+$/.test(sides.front)
  )
    return undefined
  const kind = reversed === undefined ? 'basic' : 'reversed'
  return {content: {kind, question: sides.front, answer: sides.back}, line: number, endLine: number}
}
