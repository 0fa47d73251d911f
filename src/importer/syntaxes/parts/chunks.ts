import {regionsOf} from './regions.ts'
import {isBlank} from './text.ts'

/** Lines between separators. */
export interface Chunk {
  /** First and last line that are not blank. */
  readonly line: number
  readonly endLine: number
  readonly lines: readonly string[]
}

/** The document cut at lines outside code that hold only the separator; chunks without text are dropped. */
export function chunksOf(
  lines: readonly string[],
  isSeparator: (line: string) => boolean,
  from = 1,
  to = lines.length,
): readonly Chunk[] {
  const regions = regionsOf(lines)
  const chunks: Chunk[] = []
  let start = from
  for (let number = from; number <= to + 1; number += 1) {
    const isEnd = number === to + 1
    if (!isEnd && regions.at(number) === 'front matter') start = number + 1
    if (!isEnd && !(regions.at(number) !== 'code' && isSeparator(lines[number - 1] as string)))
      continue
    const chunk = chunkAt(lines, start, number - 1)
    if (chunk !== undefined) chunks.push(chunk)
    start = number + 1
  }
  return chunks
}

function chunkAt(lines: readonly string[], from: number, to: number): Chunk | undefined {
  let line = from
  let endLine = to
  while (line <= endLine && isBlank(lines[line - 1])) line += 1
  while (endLine >= line && isBlank(lines[endLine - 1])) endLine -= 1
  return line > endLine ? undefined : {line, endLine, lines: lines.slice(line - 1, endLine)}
}

export const isDashes = (line: string): boolean => line.trimEnd() === '---'
