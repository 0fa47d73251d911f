import type {Span, StyledLine} from './line.ts'
import {append, atomsOf, closeGraphemes} from './pieces.ts'
import {graphemesOf, textWidth} from './width.ts'

/** A line break, white space, or a word; a space that carries a combining mark belongs to the word. */
const PIECES =
  /\n|[ \t\u200b]+(?![\u200d\p{M}\p{Emoji_Modifier}])|(?:[^ \t\n\u200b]|[ \t\u200b](?=[\u200d\p{M}\p{Emoji_Modifier}]))+/gu

/**
 * Break spans into lines of at most `width` columns (at least 2): at spaces, beside Han and kana, and within a word only where it
 * alone is longer than a line; never within a grapheme. A line feed in a span is a break that is kept. Runs of spaces
 * become one, and go at a break.
 */
export function wrapSpans(spans: readonly Span[], width: number): readonly StyledLine[] {
  const filler = startFilling(width)
  for (const span of closeGraphemes(spans)) {
    // A tab that carries a mark is part of a word, as a space that does is.
    for (const [piece] of span.text.replaceAll('\t', ' ').matchAll(PIECES)) {
      const first = piece.charCodeAt(0)
      if (first === 0x0a) filler.endLine()
      else if (isSpace(first)) filler.addSpace(span, piece.includes(' ') ? ' ' : '')
      else if (EAST_ASIAN.test(piece)) addEastAsian(filler, span, piece)
      else filler.addToWord(span, piece)
    }
  }
  return filler.finish()
}

/** The lines with `first` before the first of them and `rest` before all others: a list marker, the bar of a quote. */
export function hang(
  lines: readonly StyledLine[],
  first: StyledLine,
  rest: StyledLine,
): readonly StyledLine[] {
  const isBlank = (line: StyledLine): boolean => line.every(({text}) => text.trim() === '')
  return lines.map((line, index) => {
    if (index === 0) return [...first, ...line]
    return line.length === 0 && isBlank(rest) ? [] : [...rest, ...line]
  })
}

interface Filler {
  /** White space between words: kept only when a word follows on the same line. */
  addSpace(from: Span, text: string): void
  /** More of the word that is being read. */
  addToWord(from: Span, text: string): void
  /** A line may be broken here, though nothing separates the words. */
  endWord(): void
  endLine(): void
  finish(): readonly StyledLine[]
}

function startFilling(width: number): Filler {
  const lines: StyledLine[] = []
  let line: Span[] = []
  let used = 0
  let space: {from: Span; text: string} | undefined
  let word: Span[] = []
  let wordWidth = 0

  function newLine(): void {
    lines.push(line)
    line = []
    used = 0
    space = undefined
  }

  function endWord(): void {
    if (word.length === 0) return
    const gap = used > 0 && space ? space.text.length : 0
    if (used > 0 && used + gap + wordWidth > width) newLine()
    else if (space && gap > 0) {
      append(line, space.from, space.text)
      used += gap
    }
    if (wordWidth <= width) {
      for (const part of word) append(line, part, part.text)
      used += wordWidth
    } else for (const part of word) addBroken(part)
    space = undefined
    word = []
    wordWidth = 0
  }

  function addBroken(part: Span): void {
    for (const atom of atomsOf(part.text, width)) {
      const columns = textWidth(atom)
      if (used + columns > width) newLine()
      append(line, part, atom)
      used += columns
    }
  }

  return {
    addSpace(from, text) {
      endWord()
      if (space === undefined || space.text === '') space = {from, text}
    },
    addToWord(from, text) {
      word.push(text === from.text ? from : {...from, text})
      wordWidth += textWidth(text)
    },
    endWord,
    endLine() {
      endWord()
      newLine()
    },
    finish() {
      endWord()
      if (line.length > 0) newLine()
      return lines
    },
  }
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x200b
}

const EAST_ASIAN =
  /[\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffdc\u{20000}-\u{3fffd}]/u
/** Characters that never begin a line: closing punctuation, small kana, the sound mark. */
const NEVER_FIRST =
  /^[\p{Pe}\p{Pf}!%),.:;?\]}、。，．：；？！・ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥％～]/u
/** Characters that never end a line: opening punctuation. */
const NEVER_LAST = /[\p{Ps}\p{Pi}$#]$/u

function addEastAsian(filler: Filler, span: Span, text: string): void {
  let before = ''
  for (const grapheme of graphemesOf(text)) {
    const isBreak =
      before !== '' &&
      (EAST_ASIAN.test(before) || EAST_ASIAN.test(grapheme)) &&
      !NEVER_FIRST.test(grapheme) &&
      !NEVER_LAST.test(before)
    if (isBreak) filler.endWord()
    filler.addToWord(span, grapheme)
    before = grapheme
  }
}
