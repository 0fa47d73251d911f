import type {Style, StyledLine} from '../../render/line.ts'
import {sanitizeText} from '../../render/sanitize.ts'
import {graphemesOf, textWidth} from '../../render/width.ts'
import type {Look} from '../looks/look.ts'
import {span} from '../text/fit.ts'

/** One line of text that is being typed. The cursor stands between two graphemes, never within one. */
export interface TextEntry {
  /** Without line breaks and control characters. */
  readonly value: string
  /** How much of the value is before the cursor, in UTF-16 code units. */
  readonly cursor: number
}

export const EMPTY_ENTRY: TextEntry = {value: '', cursor: 0}

/** Longer texts are not typed: something was dropped. What is beyond is left out. */
export const LONGEST_ENTRY = 4_000

/** An entry to begin with, its cursor at the end. */
export function entryOf(text: string): TextEntry {
  return insertText(EMPTY_ENTRY, text)
}

/** Text typed or pasted at the cursor. Line breaks and tabs become spaces; what a terminal would obey is dropped. */
export function insertText({value, cursor}: TextEntry, text: string): TextEntry {
  const typed = cleaned(text.slice(0, Math.max(0, LONGEST_ENTRY - value.length)))
  const before = value.slice(0, cursor) + typed
  // What was typed may have joined what stands beside it: a mark its letter, an emoji its skin tone.
  return entryAt(before + value.slice(cursor), before.length)
}

/** Without the grapheme before the cursor. */
export function deleteBackward(entry: TextEntry): TextEntry {
  return withoutBetween(entry, moveLeft(entry).cursor, entry.cursor)
}

/** Without the grapheme after the cursor. */
export function deleteForward(entry: TextEntry): TextEntry {
  return withoutBetween(entry, entry.cursor, moveRight(entry).cursor)
}

/** Without the word before the cursor, and the spaces after it. */
export function deleteWord(entry: TextEntry): TextEntry {
  const before = entry.value.slice(0, entry.cursor).trimEnd()
  return withoutBetween(entry, before.lastIndexOf(' ') + 1, entry.cursor)
}

/** Without all that is before the cursor. */
export function deleteToStart(entry: TextEntry): TextEntry {
  return withoutBetween(entry, 0, entry.cursor)
}

export function moveLeft({value, cursor}: TextEntry): TextEntry {
  const last = graphemesOf(value.slice(0, cursor)).at(-1) ?? ''
  return {value, cursor: cursor - last.length}
}

export function moveRight({value, cursor}: TextEntry): TextEntry {
  const [next = ''] = graphemesOf(value.slice(cursor))
  return {value, cursor: cursor + next.length}
}

export function moveToStart({value}: TextEntry): TextEntry {
  return {value, cursor: 0}
}

export function moveToEnd({value}: TextEntry): TextEntry {
  return {value, cursor: value.length}
}

const CURSOR = {unicode: '▏', ascii: '|'}

/**
 * The entry on one line: a prompt, the text, and a sign at the cursor’s place, which needs no colour to be seen. Of a text that is
 * too long the part around the cursor is shown.
 *
 * @param width of the line in columns
 */
export function entryLine(
  {value, cursor}: TextEntry,
  prompt: string,
  width: number,
  {ascii, glyphs}: Look,
  style?: Style,
): StyledLine {
  const sign = ascii ? CURSOR.ascii : CURSOR.unicode
  const safePrompt = span(prompt).text
  const lead = textWidth(safePrompt) + 1 <= width / 2 ? `${safePrompt} ` : ''
  const room = width - textWidth(lead) - textWidth(sign)
  const before = graphemesOf(value.slice(0, cursor))
  const after = graphemesOf(value.slice(cursor))
  const isWhole = textWidth(value) <= room
  // A third of the room is kept for what follows, if there is so much.
  const leftRoom = Math.max(Math.ceil((room * 2) / 3), room - textWidth(after.join('')))
  const left = isWhole ? before.join('') : endOf(before, leftRoom, glyphs.ellipsis)
  const right = isWhole ? after.join('') : startOf(after, room - textWidth(left), glyphs.ellipsis)
  return [
    span(lead, {bold: true}),
    span(left, style),
    span(sign, {bold: true, color: 'accent'}),
    span(right, style),
  ].filter(({text}) => text !== '')
}

/** As many of the first graphemes as fit, with an ellipsis where some do not. */
function startOf(graphemes: readonly string[], width: number, ellipsis: string): string {
  return part(graphemes, width, ellipsis, (text, more) => text + more)
}

/** As many of the last graphemes as fit. */
function endOf(graphemes: readonly string[], width: number, ellipsis: string): string {
  return part(graphemes.toReversed(), width, ellipsis, (text, more) => more + text)
}

function part(
  graphemes: readonly string[],
  width: number,
  ellipsis: string,
  joined: (text: string, more: string) => string,
): string {
  const all = graphemes.reduce(joined, '')
  if (textWidth(all) <= width) return all
  let shown = ''
  for (const grapheme of graphemes) {
    if (textWidth(joined(joined(shown, grapheme), ellipsis)) > width) break
    shown = joined(shown, grapheme)
  }
  return textWidth(ellipsis) <= width ? joined(shown, ellipsis) : ''
}

function withoutBetween({value}: TextEntry, start: number, end: number): TextEntry {
  return entryAt(value.slice(0, start) + value.slice(end), start)
}

/** The entry with its cursor at a place, or after the grapheme that the place is within. */
function entryAt(value: string, place: number): TextEntry {
  let cursor = 0
  for (const grapheme of graphemesOf(value)) {
    if (cursor >= place) break
    cursor += grapheme.length
  }
  return {value, cursor}
}

function cleaned(text: string): string {
  return sanitizeText(
    text.replaceAll(/\r\n|[\n\r\t\u2028\u2029]/g, ' ').replaceAll(/\p{Cc}|\p{Cs}/gu, ''),
  )
}
