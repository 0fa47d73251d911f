import {plainOf} from '../text/plain.ts'
import type {Line} from './line.ts'

/** A heading of the document in its place. */
export interface OutlineHeading {
  readonly line: number
  readonly level: number
  /** Without Markdown. */
  readonly text: string
  /** The headings above it, and itself. */
  readonly path: readonly {readonly level: number; readonly text: string}[]
}

/** How the headings of a document nest. */
export interface Outline {
  readonly headings: readonly OutlineHeading[]
  /** Headings above a line, outermost first, of a higher rank than `level`. */
  readonly pathAt: (line: number, level: number) => readonly string[]
  /** The last heading at or before a line. */
  readonly headingBefore: (line: number) => OutlineHeading | undefined
}

/** The outline of a document. */
export function outlineOf(lines: readonly Line[]): Outline {
  const headings: OutlineHeading[] = []
  const open: {level: number; text: string}[] = []
  for (const line of lines) {
    if (line.heading === undefined) continue
    const {level} = line.heading
    const text = plainOf(line.heading.text)
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop()
    open.push({level, text})
    headings.push({line: line.number, level, text, path: [...open]})
  }
  const indexBefore = (line: number): number => {
    let low = 0
    let high = headings.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((headings[middle] as OutlineHeading).line <= line) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  return {
    headings,
    headingBefore: line => headings[indexBefore(line)],
    pathAt: (line, level) =>
      (headings[indexBefore(line - 1)]?.path ?? [])
        .filter(above => above.level < level && above.text !== '')
        .map(above => above.text),
  }
}
