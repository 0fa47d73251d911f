import {plainText, type Span, type StyledLine} from './line.ts'
import {graphemesOf, mayJoin, textWidth} from './width.ts'

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
    for (const [piece] of span.text.matchAll(PIECES)) {
      const first = piece.charCodeAt(0)
      if (first === 0x0a) filler.endLine()
      else if (isSpace(first)) filler.addSpace(span, /[ \t]/.test(piece) ? ' ' : '')
      else if (EAST_ASIAN.test(piece)) addEastAsian(filler, span, piece)
      else filler.addToWord(span, piece)
    }
  }
  return filler.finish()
}

/**
 * Break spans into lines of at most `width` columns, and of `rest` columns all but the first of each, with every character kept:
 * for code. A line that is too long is broken after a space in its second half, else where it is full; never within a
 * grapheme. A line feed in a span is a break that is kept.
 */
export function splitSpans(
  spans: readonly Span[],
  width: number,
  rest: number = width,
): readonly (readonly StyledLine[])[] {
  return linesOf(closeGraphemes(spans)).map(line => {
    const text = plainText(line)
    if (textWidth(text) <= width) return [line]
    const ends = [...breaksOf(text, width, rest), text.length]
    return ends.map((end, index) => slice(line, ends[index - 1] ?? 0, end))
  })
}

/** The spans cut at their line feeds. */
function linesOf(spans: readonly Span[]): readonly StyledLine[] {
  const lines: Span[][] = [[]]
  for (const span of spans) {
    for (const [index, text] of span.text.split('\n').entries()) {
      if (index > 0) lines.push([])
      append(lines.at(-1) ?? [], span, text)
    }
  }
  return lines
}

/** Where the text is broken, in UTF-16 units. */
function breaksOf(text: string, width: number, rest: number): readonly number[] {
  const breaks: number[] = []
  let limit = width
  let offset = 0
  let used = 0
  let afterSpace: {offset: number; used: number} | undefined
  for (const atom of atomsOf(text, Math.min(width, rest))) {
    const columns = textWidth(atom)
    if (used + columns > limit) {
      const isGood = afterSpace !== undefined && afterSpace.used > limit / 2
      const at = isGood && afterSpace ? afterSpace : {offset, used}
      breaks.push(at.offset)
      used -= at.used
      limit = rest
      afterSpace = undefined
    }
    offset += atom.length
    used += columns
    if (atom === ' ') afterSpace = {offset, used}
  }
  return breaks
}

/** The part of a line between two offsets. */
function slice(line: StyledLine, start: number, end: number): StyledLine {
  const part: Span[] = []
  let offset = 0
  for (const span of line) {
    append(part, span, span.text.slice(Math.max(0, start - offset), Math.max(0, end - offset)))
    offset += span.text.length
  }
  return part
}

/** The lines with `first` before the first of them and `rest` before all others: a list marker, the bar of a quote. */
export function hang(
  lines: readonly StyledLine[],
  first: StyledLine,
  rest: StyledLine,
): readonly StyledLine[] {
  return lines.map((line, index) => [...(index === 0 ? first : rest), ...line])
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

/** Add text to a line; what looks the same becomes one span. */
function append(line: Span[], from: Span, text: string): void {
  const last = line.at(-1)
  if (last !== undefined && last.style === from.style && last.href === from.href) {
    line[line.length - 1] = {...last, text: last.text + text}
  } else if (text !== '') {
    line.push(text === from.text ? from : {...from, text})
  }
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x200b
}

/** What may not be broken further, but for a grapheme that is wider than a whole line. */
function atomsOf(text: string, width: number): readonly string[] {
  const graphemes = graphemesOf(text)
  return graphemes.every(grapheme => grapheme.length === 1 || textWidth(grapheme) <= width)
    ? graphemes
    : graphemes.flatMap(grapheme => (textWidth(grapheme) <= width ? [grapheme] : [...grapheme]))
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

/**
 * The same text with every grapheme whole in the span in which it begins: `e` and a mark in emphasis stay together. A mark at the
 * start of a line gets the dotted circle that stands for a missing letter, or it would join what is put before the line.
 */
function closeGraphemes(spans: readonly Span[]): readonly Span[] {
  const isOrdinary = spans.every(
    (span, index) =>
      !mayJoin(spans[index - 1]?.text ?? ' ', span.text) && !span.text.includes('\n'),
  )
  if (isOrdinary) return spans
  const result: Span[] = []
  for (const span of spans) {
    const before = result.at(-1)
    const taken = before ? joinedLength(before.text, span.text) : 0
    if (before && taken > 0) {
      result[result.length - 1] = {...before, text: before.text + span.text.slice(0, taken)}
    }
    const rest = span.text.slice(taken)
    const text = rest.replaceAll(result.length === 0 ? MARK_AT_START : MARK_AFTER_BREAK, '$&\u25cc')
    if (rest !== '') result.push(text === span.text ? span : {...span, text})
  }
  return result
}

const MARK_AT_START = /(?:^|\n)(?=[\u200d\p{M}\p{Emoji_Modifier}])/gu
const MARK_AFTER_BREAK = /\n(?=[\u200d\p{M}\p{Emoji_Modifier}])/gu

/** How much of the start of `after` belongs to the last grapheme of `before`. */
function joinedLength(before: string, after: string): number {
  if (!mayJoin(before, after)) return 0
  const last = graphemesOf(before).at(-1) ?? ''
  const joined = graphemesOf(last + after)[0] ?? ''
  return Math.max(0, joined.length - last.length)
}
