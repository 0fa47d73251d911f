import {plainText, type StyledLine} from '../../render/line.ts'

/** A line that means the same however the text is broken: where a paragraph begins, a list item, a table. */
export interface Landmark {
  readonly name: string
  /** Counted from 0. */
  readonly line: number
}

/** A text of which a window is shown. */
export interface PlacedText {
  readonly body: readonly StyledLine[]
  /** In the order of their lines. */
  readonly landmarks: readonly Landmark[]
}

/** A line of a text, to be found again when the text is broken at another width, or has more above it. */
export interface Place {
  /** Columns of the text when the place was taken. */
  readonly width: number
  /** The landmark at the line or above it; empty where there is none. */
  readonly landmark: string
  /** Lines from the landmark on. */
  readonly lines: number
  /** Characters without blanks from the landmark to the line. */
  readonly letters: number
}

/** The place of a line, counted from 0. */
export function placeAt({body, landmarks}: PlacedText, line: number, width: number): Place {
  const landmark = landmarks.findLast(each => each.line <= line)
  const start = landmark?.line ?? 0
  const letters = body.slice(start, line).reduce((sum, each) => sum + lettersIn(each), 0)
  return {width, landmark: landmark?.name ?? '', lines: line - start, letters}
}

/**
 * The line of a place: the very same one in a text of the same width, else the one that has the same words at its beginning or
 * within it. A landmark that is not there any more counts as the beginning.
 */
export function lineAt({body, landmarks}: PlacedText, place: Place, width: number): number {
  const start = landmarks.find(({name}) => name === place.landmark)?.line ?? 0
  if (place.width === width) return start + place.lines
  let letters = 0
  let line = start
  while (line < body.length - 1) {
    letters += lettersIn(body[line] ?? [])
    if (letters > place.letters) break
    line += 1
  }
  return line
}

function lettersIn(line: StyledLine): number {
  return plainText(line).replace(/\s+/g, '').length
}
