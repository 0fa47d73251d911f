import type {Span} from './line.ts'
import {graphemesOf, mayJoin, textWidth} from './width.ts'

/** Add text to a line; what looks the same becomes one span. */
export function append(line: Span[], from: Span, text: string): void {
  const last = line.at(-1)
  const isSame =
    last?.style === from.style && last?.href === from.href && last?.imageId === from.imageId
  if (last !== undefined && isSame) {
    line[line.length - 1] = {...last, text: last.text + text}
  } else if (text !== '') {
    line.push(text === from.text ? from : {...from, text})
  }
}

/** What may not be broken further, but for a grapheme that is wider than a whole line. */
export function atomsOf(text: string, width: number): readonly string[] {
  const graphemes = graphemesOf(text)
  return graphemes.every(grapheme => grapheme.length === 1 || textWidth(grapheme) <= width)
    ? graphemes
    : graphemes.flatMap(grapheme => (textWidth(grapheme) <= width ? [grapheme] : [...grapheme]))
}

/**
 * The same text with every grapheme whole in the span in which it begins: `e` and a mark in emphasis stay together. A mark at the
 * start of a line gets the dotted circle that stands for a missing letter, or it would join what is put before the line.
 */
export function closeGraphemes(spans: readonly Span[]): readonly Span[] {
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
    const isAtStart = result.length === 0 || before?.text.endsWith('\n') === true
    const text = rest.replaceAll(isAtStart ? MARK_AT_START : MARK_AFTER_BREAK, '$&\u25cc')
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
