import {regionsOf} from './regions.ts'
import {isBlank} from './text.ts'

/** One bullet of an outline with the lines below it that are its own. */
export interface Block {
  readonly line: number
  /** Last line of the block itself. */
  readonly ownEnd: number
  /** Last line of the block and all blocks below it. */
  readonly endLine: number
  /** Columns before the bullet; a tab counts four. */
  readonly indent: number
  /** Index of the block that it lies in. */
  readonly parent: number | undefined
  /** Indexes of the blocks directly below it. */
  readonly children: readonly number[]
  /** The bullet’s own lines without bullet and indentation. */
  readonly text: readonly string[]
}

interface OpenBlock {
  line: number
  ownEnd: number
  endLine: number
  indent: number
  parent: number | undefined
  children: number[]
  text: string[]
}

const BULLET = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(.*))?$/

/** The bullets of a document in order; a line without indentation that is no bullet ends the outline before it. */
export function outlineOf(lines: readonly string[]): readonly Block[] {
  const regions = regionsOf(lines)
  const blocks: OpenBlock[] = []
  /** Indexes of the blocks around the current line, outermost first. */
  const around: number[] = []
  for (const [index, line] of lines.entries()) {
    const number = index + 1
    if (regions.at(number) === 'front matter') continue
    const bullet = startsRegion(regions.at(number), lines, number) ? BULLET.exec(line) : null
    const current = blocks[around.at(-1) ?? -1]
    if (bullet !== null) {
      const indent = columns(bullet[1] as string)
      while (around.length > 0 && (blocks[around.at(-1) as number] as OpenBlock).indent >= indent)
        closeLast(blocks, around)
      const parent = around.at(-1)
      if (parent !== undefined) (blocks[parent] as OpenBlock).children.push(blocks.length)
      around.push(blocks.length)
      blocks.push({
        line: number,
        ownEnd: number,
        endLine: number,
        indent,
        parent,
        children: [],
        text: [bullet[2] ?? ''],
      })
    } else if (current !== undefined) {
      const inRegion =
        regions.at(number) !== 'text' && regions.at(number) !== 'comment' && number > current.line
      const isOwn =
        isBlank(line) ||
        columns(/^[ \t]*/.exec(line)?.[0] ?? '') > current.indent ||
        (inRegion && !/^[ \t]*(?:```|~~~)/.test(line))
      const isLazy = !isOwn && !isBlank(lines[index - 1]) && !/^\s*(?:#|---|```|<)/.test(line)
      if (isOwn || isLazy) {
        current.text.push(isBlank(line) ? '' : withoutIndent(line, current.indent + 2))
        if (!isBlank(line)) current.ownEnd = number
      } else {
        while (around.length > 0) closeLast(blocks, around)
      }
    }
  }
  while (around.length > 0) closeLast(blocks, around)
  return blocks
}

/** Bullets inside a fence are none; a bullet may open one. */
function startsRegion(region: string, lines: readonly string[], number: number): boolean {
  if (region === 'text') return true
  if (region === 'comment') return false
  return (
    /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:`{3,}|~{3,}|\$\$)/.test(lines[number - 1] as string) &&
    region !== 'front matter'
  )
}

function closeLast(blocks: OpenBlock[], around: number[]): void {
  const block = blocks[around.pop() as number] as OpenBlock
  block.endLine = Math.max(block.endLine, block.ownEnd)
  const parent = block.parent === undefined ? undefined : blocks[block.parent]
  if (parent !== undefined) parent.endLine = Math.max(parent.endLine, block.endLine)
}

function columns(blanks: string): number {
  let width = 0
  for (const char of blanks) width += char === '\t' ? 4 : 1
  return width
}

function withoutIndent(line: string, width: number): string {
  let at = 0
  let seen = 0
  while (seen < width && (line[at] === ' ' || line[at] === '\t')) {
    seen += line[at] === '\t' ? 4 : 1
    at += 1
  }
  return line.slice(at)
}

/** Deeper levels are left out: no one writes them, and hostile documents nest without end. */
const DEEPEST = 60

/** The lines of the blocks below a block as a list, dedented; `own` says what of each block is shown. */
export function childrenText(
  blocks: readonly Block[],
  block: Block,
  own: (block: Block) => readonly string[],
): string {
  const lines: string[] = []
  const write = (index: number, depth: number): void => {
    if (depth > DEEPEST) return
    const child = blocks[index] as Block
    const text = own(child)
    const indent = '  '.repeat(depth)
    for (const [i, line] of text.entries())
      lines.push(line === '' ? '' : `${indent}${i === 0 ? '- ' : '  '}${line}`)
    for (const next of child.children) write(next, depth + 1)
  }
  const [only, ...others] = block.children
  const single = only === undefined || others.length > 0 ? undefined : blocks[only]
  // A lone child is the answer itself, not a list of one.
  if (single !== undefined && single.children.length === 0) return trimmed(own(single))
  for (const child of block.children) write(child, 0)
  return trimmed(lines)
}

function trimmed(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
}
