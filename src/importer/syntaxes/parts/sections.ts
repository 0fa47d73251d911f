import {regionsOf} from './regions.ts'
import {splitTrailingTags} from './tags.ts'
import {headingOf} from './text.ts'

const known = new WeakMap<readonly string[], (line: number) => readonly string[]>()

/** The headings above a line, outermost first; found once for each array of lines. */
export function sectionsOf(lines: readonly string[]): (line: number) => readonly string[] {
  const found = known.get(lines)
  if (found !== undefined) return found
  const regions = regionsOf(lines)
  const starts: number[] = []
  const paths: (readonly string[])[] = []
  let open: {rank: number; text: string}[] = []
  for (const [index, line] of lines.entries()) {
    if (!line.includes('#') || !regions.isText(index + 1)) continue
    const heading = headingOf(line)
    if (heading === undefined) continue
    const {rank} = heading
    const text = headingText(heading.text)
    open = [...open.filter(above => above.rank < rank), {rank, text}]
    starts.push(index + 1)
    paths.push(open.map(above => above.text).filter(title => title !== ''))
  }
  const sectionAt = (line: number): readonly string[] => paths[lastBefore(starts, line)] ?? []
  known.set(lines, sectionAt)
  return sectionAt
}

/** Index of the last start before a line, or -1. */
function lastBefore(starts: readonly number[], line: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) < line) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** A heading without the hashtags at its end. */
const headingText = (text: string): string => splitTrailingTags(text).text
