import {
  contentBelow,
  DECK_VERSION,
  deckMarkOf,
  deckVersionOf,
  type NoteMark,
  noteMarkOf,
  SEPARATOR,
  unescapedLine,
} from '../../core/deck-notation.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {deckNameOf} from '../deck-name.ts'
import type {Reader} from '../reading.ts'
import type {DraftNote, Unanswered} from './parts/reading.ts'
import {readingOf} from './parts/reading.ts'
import {isBlank} from './parts/text.ts'

/** What `ebb export cards --format md` writes: comments say where notes and answers begin. */
export const ebb: Reader = {
  name: 'ebb',
  read: source => {
    const version = deckVersionOf(source.text)
    if (version === undefined) return undefined
    const diagnostics: Diagnostic[] = []
    const notes: DraftNote[] = []
    const unanswered: Unanswered[] = []
    if (version > DECK_VERSION) diagnostics.push(ofLaterVersion(version))
    for (const part of partsOf(source.lines)) {
      const mark = noteMarkOf(part.about)
      if (mark === undefined) diagnostics.push(unreadable(part.line))
      const note = mark && noteOf(mark, part, source.lines)
      if (note) notes.push(note)
      else if (mark) unanswered.push({line: part.line, endLine: part.endLine})
    }
    return readingOf('ebb', source, {
      confidence: 1,
      notes,
      unanswered,
      diagnostics,
      isMark: line => deckMarkOf(line) !== undefined || line === SEPARATOR,
    })
  },
}

/** The lines from the mark of a note to the next one. */
interface Part {
  /** Of the mark, counted from 1. */
  readonly line: number
  readonly about: string
  /** Of the mark of the answer; beyond the part where it has none. */
  readonly answerLine: number
  /** The last line that is not blank. */
  readonly endLine: number
}

function* partsOf(lines: readonly string[]): Generator<Part> {
  let open: {line: number; about: string; answerLine: number} | undefined
  const closed = (next: number): Part | undefined => {
    if (!open) return undefined
    let endLine = lastFilled(lines, open.line, next - 1)
    const isSeparated = next <= lines.length && lines[endLine - 1]?.trimEnd() === SEPARATOR
    if (isSeparated && endLine > open.line) endLine = lastFilled(lines, open.line, endLine - 1)
    return {...open, answerLine: Math.min(open.answerLine, endLine + 1), endLine}
  }
  for (const [index, text] of lines.entries()) {
    const mark = deckMarkOf(text)
    if (mark?.kind === 'note') {
      const part = closed(index + 1)
      if (part) yield part
      open = {line: index + 1, about: mark.text, answerLine: Number.POSITIVE_INFINITY}
    } else if (mark?.kind === 'answer' && open) {
      open.answerLine = Math.min(open.answerLine, index + 1)
    }
  }
  const part = closed(lines.length + 1)
  if (part) yield part
}

function noteOf(mark: NoteMark, part: Part, lines: readonly string[]): DraftNote | undefined {
  const {line, answerLine, endLine} = part
  const front = textOf(lines, line + 1, answerLine - 1)
  const content = mark.content ?? contentBelow(mark, front, textOf(lines, answerLine + 1, endLine))
  if (!content) return undefined
  const {id, section, tags, authorId} = mark
  const deck = mark.deck === undefined ? undefined : deckNameOf(mark.deck)
  return {
    content,
    line: front === '' ? line : firstFilled(lines, line + 1),
    endLine,
    section,
    tags,
    ...(deck !== undefined && {deck}),
    ...(authorId !== undefined && {authorId}),
    ...(id !== undefined && {noteId: id}),
  }
}

/** Lines as a text, without the blank ones around it. */
function textOf(lines: readonly string[], from: number, to: number): string {
  let first = from
  while (first <= to && isBlank(lines[first - 1])) first += 1
  return lines
    .slice(first - 1, Math.max(first - 1, lastFilled(lines, first - 1, to)))
    .map(unescapedLine)
    .join('\n')
}

function firstFilled(lines: readonly string[], from: number): number {
  let line = from
  while (isBlank(lines[line - 1])) line += 1
  return line
}

function lastFilled(lines: readonly string[], from: number, to: number): number {
  let line = to
  while (line > from && isBlank(lines[line - 1])) line -= 1
  return line
}

function unreadable(line: number): Diagnostic {
  const message = 'What this comment says of its note cannot be read.'
  return {line, column: 1, severity: 'error', rule: 'unreadable-note-mark', message}
}

function ofLaterVersion(version: number): Diagnostic {
  const message = `This deck is of version ${version}, and this program knows only ${DECK_VERSION}.`
  return {line: 1, column: 1, severity: 'error', rule: 'later-deck-version', message}
}
