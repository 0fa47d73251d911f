import {regionsOf} from './regions.ts'
import {headingOf, isBlank, isRule} from './text.ts'

/** A heading with the lines up to the next one. */
export interface HeadingBlock {
  readonly line: number
  readonly rank: number
  readonly text: string
  /** First line below the heading. */
  readonly from: number
  /** Last line before the next heading that ends it. */
  readonly to: number
}

/** Headings outside code; each block ends where `ends` says that a later heading of some rank ends it. */
export function headingBlocks(
  lines: readonly string[],
  ends: (next: number, rank: number) => boolean = (next, rank) => next <= rank,
): readonly HeadingBlock[] {
  const regions = regionsOf(lines)
  const blocks: {line: number; rank: number; text: string; from: number; to: number}[] = []
  let open: typeof blocks = []
  for (let number = 1; number <= lines.length; number += 1) {
    if (!regions.isText(number)) continue
    const heading = headingAt(lines, number)
    if (heading === undefined) continue
    for (const block of open) if (ends(heading.rank, block.rank)) block.to = number - 1
    open = open.filter(block => !ends(heading.rank, block.rank))
    const block = {line: number, ...heading, from: number + heading.height, to: lines.length}
    open.push(block)
    blocks.push(block)
    number += heading.height - 1
  }
  return blocks
}

/** An ATX heading, or a line underlined by `===` or `---`. */
function headingAt(
  lines: readonly string[],
  number: number,
): {rank: number; text: string; height: number} | undefined {
  const line = lines[number - 1] as string
  const atx = headingOf(line)
  if (atx !== undefined) return {...atx, height: 1}
  const below = lines[number] ?? ''
  if (isBlank(line) || !isBlank(lines[number - 2]) || !/^ {0,3}(?:={3,}|-{3,})\s*$/.test(below))
    return undefined
  if (isRule(line) || /^\s*(?:[>|<%]|[-*+]\s|\d+[.)]\s)/.test(line)) return undefined
  return {rank: below.trim().startsWith('=') ? 1 : 2, text: line.trim(), height: 2}
}
