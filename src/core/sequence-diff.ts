/** How one sequence becomes another: what both have, what only the first has, what only the second has. Indexes count from 0. */
export type Edit =
  | {readonly kind: 'equal'; readonly a: number; readonly b: number}
  | {readonly kind: 'missing'; readonly a: number}
  | {readonly kind: 'extra'; readonly b: number}

/** Items of each sequence that are compared, besides a common start and end: what lies beyond counts as different. */
const COMPARED = 2_000

/**
 * The edits that keep the most of `a` in `b` (a longest common subsequence), in order; where something was replaced, what is missing
 * comes first. Takes time in proportion to the product of the lengths of what differs, four million steps at most.
 */
export function diffSequences(a: readonly string[], b: readonly string[]): readonly Edit[] {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start += 1
  let end = 0
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const edits: Edit[] = []
  const keep = (fromA: number, fromB: number, count: number) => {
    for (let at = 0; at < count; at += 1) edits.push({kind: 'equal', a: fromA + at, b: fromB + at})
  }
  keep(0, 0, start)
  addChanges(edits, a, b, start, end)
  keep(a.length - end, b.length - end, end)
  return edits
}

/** The edits between the first `start` and the last `end` items of both. */
function addChanges(
  edits: Edit[],
  a: readonly string[],
  b: readonly string[],
  start: number,
  end: number,
): void {
  const rows = Math.min(a.length - start - end, COMPARED)
  const columns = Math.min(b.length - start - end, COMPARED)
  const longest = longestCommon(a, b, start, rows, columns)
  const lengthAt = (row: number, column: number) => longest[row * (columns + 1) + column] ?? 0
  let row = 0
  let column = 0
  while (row < rows || column < columns) {
    const isEqual = row < rows && column < columns && a[start + row] === b[start + column]
    if (isEqual) {
      edits.push({kind: 'equal', a: start + row, b: start + column})
      row += 1
      column += 1
    } else if (
      row < rows &&
      (column === columns || lengthAt(row + 1, column) >= lengthAt(row, column + 1))
    ) {
      edits.push({kind: 'missing', a: start + row})
      row += 1
    } else {
      edits.push({kind: 'extra', b: start + column})
      column += 1
    }
  }
  for (let at = start + rows; at < a.length - end; at += 1) edits.push({kind: 'missing', a: at})
  for (let at = start + columns; at < b.length - end; at += 1) edits.push({kind: 'extra', b: at})
}

/** For each row and column, how many items what follows them has in common. */
function longestCommon(
  a: readonly string[],
  b: readonly string[],
  start: number,
  rows: number,
  columns: number,
): Uint16Array {
  const numbers = new Map<string, number>()
  const ofA = numbered(a.slice(start, start + rows), numbers)
  const ofB = numbered(b.slice(start, start + columns), numbers)
  const width = columns + 1
  const lengths = new Uint16Array((rows + 1) * width)
  for (let row = rows - 1; row >= 0; row -= 1) {
    const item = ofA[row]
    for (let column = columns - 1; column >= 0; column -= 1) {
      const at = row * width + column
      const down = lengths[at + width] ?? 0
      const right = lengths[at + 1] ?? 0
      if (item === ofB[column]) lengths[at] = (lengths[at + width + 1] ?? 0) + 1
      else lengths[at] = Math.max(down, right)
    }
  }
  return lengths
}

/** Equal items as equal numbers, which are compared faster. */
function numbered(items: readonly string[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(items, item => {
    const number = numbers.get(item) ?? numbers.size
    numbers.set(item, number)
    return number
  })
}
