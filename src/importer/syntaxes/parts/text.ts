/** Whether a line holds nothing but blanks. */
export const isBlank = (line: string | undefined): boolean =>
  line === undefined || line.trim() === ''

/** Lines as a text of their own: blank lines at both ends dropped, common indentation taken off. */
export function blockOf(lines: readonly string[]): string {
  let from = 0
  let to = lines.length
  while (from < to && isBlank(lines[from])) from += 1
  while (to > from && isBlank(lines[to - 1])) to -= 1
  return dedent(lines.slice(from, to)).join('\n').trimEnd()
}

/** Lines `from` to `to`, counted from 1 and inclusive, as a block. */
export function blockAt(lines: readonly string[], from: number, to: number): string {
  return blockOf(lines.slice(from - 1, to))
}

function dedent(lines: readonly string[]): readonly string[] {
  const [first] = lines
  if (first === undefined || !/^\s/.test(first)) return lines
  let common = /^\s*/.exec(first)?.[0] ?? ''
  for (const line of lines) {
    if (isBlank(line)) continue
    while (!line.startsWith(common)) common = common.slice(0, -1)
  }
  // Blank lines shorter than the indentation become empty.
  return lines.map(line => line.slice(common.length))
}

/** Last line from `from` to `to` (counted from 1) that is not blank and not left out; `from - 1` where there is none. */
export function lastFilled(
  lines: readonly string[],
  from: number,
  to: number,
  isLeftOut: (line: string, number: number) => boolean = () => false,
): number {
  let end = to
  while (end >= from && (isBlank(lines[end - 1]) || isLeftOut(lines[end - 1] as string, end)))
    end -= 1
  return end
}

/** `---`, `***`, `___`, `- - -`: a thematic break. */
export const isRule = (line: string): boolean => /^\s{0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(line)

/** An ATX heading, with its rank and text. */
export function headingOf(line: string): {rank: number; text: string} | undefined {
  if (!line.startsWith('#') && !/^ {1,3}#/.test(line)) return undefined
  const match = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(line)
  if (match === null) return undefined
  return {
    rank: (match[1] as string).length,
    text: (match[2] ?? '').replace(/(?:^|\s)#+\s*$/, '').trim(),
  }
}
