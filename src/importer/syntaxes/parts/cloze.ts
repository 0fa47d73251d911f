import type {Deletion, NoteContent} from '../../../core/note.ts'

/** A deletion as it stands in a text, marks included. */
export interface ClozeMark {
  /** Where the opening mark begins. */
  readonly start: number
  /** Where the closing mark ends (exclusive). */
  readonly end: number
  /** The hidden piece, between the marks. */
  readonly textStart: number
  readonly textEnd: number
  /** As the notation numbers it; marks without a number get the next free one. */
  readonly group?: number
  readonly hint?: string
}

/** The note of a text with deletions; undefined where there is none. Marks inside others are dropped. */
export function clozeOf(
  raw: string,
  marks: readonly ClozeMark[],
  extra = '',
): NoteContent | undefined {
  const deletions: Deletion[] = []
  const numbers = groupNumbers(marks)
  let text = ''
  let from = 0
  for (const mark of marks) {
    if (mark.start < from || mark.textStart >= mark.textEnd) continue
    text += raw.slice(from, mark.start)
    const start = text.length
    text += raw.slice(mark.textStart, mark.textEnd)
    const {hint} = mark
    deletions.push({
      group: numbers(mark),
      start,
      end: text.length,
      ...(hint !== undefined && hint.trim() !== '' && {hint: hint.trim()}),
    })
    from = mark.end
  }
  if (deletions.length === 0) return undefined
  return {kind: 'cloze', text: text + raw.slice(from), deletions, extra}
}

/** Given numbers are kept; a mark without one gets the lowest number that no mark has. */
function groupNumbers(marks: readonly ClozeMark[]): (mark: ClozeMark) => number {
  const given = new Set(marks.map(mark => mark.group).filter(group => group !== undefined))
  let next = 1
  return mark => {
    if (mark.group !== undefined) return mark.group
    while (given.has(next)) next += 1
    next += 1
    return next - 1
  }
}
