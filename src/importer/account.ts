import type {BlockAccount} from '../core/document.ts'
import type {ParsedNote} from '../core/note.ts'

/** Why a line outside every note was left out; a plain string stands for `skipped`. */
export type Skip =
  | string
  | {
      readonly taken: 'unanswered' | 'skipped'
      readonly reason: string
      /** Last line of the block, where blank lines do not end it (a code fence, front matter). */
      readonly endLine?: number
    }

/**
 * Every line that is not blank, exactly once and in order: the lines of a note as one block, all others by `reasonOf`.
 *
 * Lines outside the notes form a block as long as no blank line and no other reason comes between. Where a note lies
 * inside another (an outline), its lines are its own.
 * @param lines of the document; line n is `lines[n - 1]`
 * @param reasonOf asked for lines outside the notes that are not blank, in order
 */
export function accountFor(
  lines: readonly string[],
  notes: readonly ParsedNote[],
  reasonOf: (line: number) => Skip,
): readonly BlockAccount[] {
  const blocks: Block[] = []
  const ownerOf = ownersByLine(notes)
  let open: Block | undefined
  let blankBefore = true
  for (let line = 1; line <= lines.length; line += 1) {
    const owner = ownerOf(line)
    if ((lines[line - 1] as string).trim() === '') {
      blankBefore = true
      continue
    }
    const continued =
      open !== undefined && open.owner === owner && !endsHere(open, line, blankBefore)
    const skip = owner === undefined && !(continued && isInside(open, line)) ? reasonOf(line) : ''
    if (
      open !== undefined &&
      continued &&
      (owner !== undefined || isInside(open, line) || isSame(open, skip))
    ) {
      open.endLine = line
    } else {
      open = owner === undefined ? skippedBlock(line, skip) : cardBlock(line, owner)
      blocks.push(open)
    }
    blankBefore = false
  }
  return blocks.map(({line, endLine, taken, reason}) => ({line, endLine, taken, reason}))
}

interface Block {
  line: number
  endLine: number
  taken: BlockAccount['taken']
  reason: string
  owner: ParsedNote | undefined
  /** The block reaches at least to here. */
  until: number
}

const isInside = (block: Block | undefined, line: number): boolean =>
  block !== undefined && line <= block.until

function endsHere(block: Block, line: number, blankBefore: boolean): boolean {
  return block.owner === undefined && blankBefore && !isInside(block, line)
}

function isSame(block: Block, skip: Skip): boolean {
  if (typeof skip === 'string') return block.taken === 'skipped' && block.reason === skip
  return skip.endLine === undefined && block.taken === skip.taken && block.reason === skip.reason
}

function skippedBlock(line: number, skip: Skip): Block {
  const {taken, reason, endLine} =
    typeof skip === 'string' ? {taken: 'skipped' as const, reason: skip, endLine: line} : skip
  return {line, endLine: line, taken, reason, owner: undefined, until: endLine ?? line}
}

function cardBlock(line: number, owner: ParsedNote): Block {
  return {line, endLine: line, taken: 'card', reason: owner.content.kind, owner, until: line}
}

/** The innermost note around a line, for lines asked in ascending order. */
function ownersByLine(notes: readonly ParsedNote[]): (line: number) => ParsedNote | undefined {
  const sorted = notes.toSorted((a, b) => a.line - b.line || b.endLine - a.endLine)
  const around: ParsedNote[] = []
  let next = 0
  return line => {
    for (let note = sorted[next]; note !== undefined && note.line <= line; note = sorted[next]) {
      around.push(note)
      next += 1
    }
    while ((around.at(-1)?.endLine ?? line) < line) around.pop()
    return around.at(-1)
  }
}
