/** Lines as a text of their own: blank lines at both ends dropped, the indentation that all share taken off. */
export function blockOf(lines: readonly string[]): string {
  let from = 0
  let to = lines.length
  while (from < to && (lines[from] as string).trim() === '') from += 1
  while (to > from && (lines[to - 1] as string).trim() === '') to -= 1
  return dedent(lines.slice(from, to)).join('\n').trimEnd()
}

/** Takes off the indentation that all lines share; of a first line that is less deep than all others, its own. */
function dedent(lines: readonly string[]): readonly string[] {
  const common = commonIndent(lines)
  if (common > 0) return lines.map(line => withoutColumns(line, common))
  // A label was cut off the first line; the others are as deep as the author’s block.
  const rest = commonIndent(lines.slice(1))
  if (lines.length < 2 || rest < 2) return lines
  return lines.map((line, index) => (index === 0 ? line : withoutColumns(line, rest)))
}

function commonIndent(lines: readonly string[]): number {
  let common = Number.POSITIVE_INFINITY
  for (const line of lines) {
    if (line.trim() === '') continue
    common = Math.min(common, columnsOf(line))
    if (common === 0) break
  }
  return common === Number.POSITIVE_INFINITY ? 0 : common
}

function columnsOf(line: string): number {
  let columns = 0
  for (const char of line) {
    if (char === ' ') columns += 1
    else if (char === '\t') columns += 4 - (columns % 4)
    else break
  }
  return columns
}

function withoutColumns(line: string, columns: number): string {
  let taken = 0
  let at = 0
  while (taken < columns && at < line.length) {
    const char = line[at]
    if (char === ' ') taken += 1
    else if (char === '\t') taken += 4 - (taken % 4)
    else break
    at += 1
  }
  return ' '.repeat(Math.max(0, taken - columns)) + line.slice(at)
}
