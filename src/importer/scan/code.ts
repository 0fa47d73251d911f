import {type Regions, regionsOf} from '../syntaxes/parts/regions.ts'

/** How many unclosed fences are looked for: each costs a further look at the whole document. */
const MAX_REPAIRS = 20

/** Where code, comments, formulas and front matter stand, and which fences were never closed. */
export interface Code {
  readonly regions: Regions
  /** The lines of the document, without fences that close what was closed above them. */
  readonly lines: readonly string[]
  /** Lines with the closing tag at which a fence must have ended, though its author forgot to close it. */
  readonly closedBy: ReadonlySet<number>
  /** Last line of the fence, comment or formula around a line. */
  readonly endOf: (line: number) => number
}

/**
 * The regions of a document. A fence inside an element (`<details>`, `<Accordion>`) that is not closed when the
 * element closes ends there, so that it does not swallow the rest of the document.
 */
export function codeOf(lines: readonly string[]): Code {
  const closedBy = new Set<number>()
  /** By where a region ends, where its code does. */
  const ends = new Map<number, number>()
  let regions = regionsOf(lines)
  const endOf = (line: number) => ends.get(regions.endOf(line)) ?? regions.endOf(line)
  if (!lines.some(line => /^\s*<\/[A-Za-z]/.test(line))) return {lines, regions, closedBy, endOf}
  const kept = [...lines]
  const repaired = [...lines]
  let from = 1
  for (let repairs = 0; repairs < MAX_REPAIRS; ) {
    const line = firstUnclosed(repaired, regions, from)
    if (line === undefined) break
    closedBy.add(line)
    const end = regions.endOf(line)
    if (isFenceRightBelow(repaired, line, end)) {
      // What follows is as it was.
      kept[end - 1] = ''
      ends.set(end, line - 1)
      from = end + 1
      continue
    }
    repaired[line - 1] = '```'
    ends.set(line, line - 1)
    regions = regionsOf([...repaired])
    repairs += 1
  }
  return {lines: kept, regions, closedBy, endOf}
}

/** Whether nothing stands between the tag and the end of the fence. */
function isFenceRightBelow(lines: readonly string[], tag: number, end: number): boolean {
  for (let at = tag + 1; at < end; at += 1)
    if ((lines[at - 1] as string).trim() !== '') return false
  return end > tag
}

/** The first line in a fence that closes an element which was opened before the fence. */
function firstUnclosed(
  lines: readonly string[],
  regions: Regions,
  from: number,
): number | undefined {
  const open = new Map<string, number>()
  const count = (name: string, by: number) =>
    open.set(name, Math.max(0, (open.get(name) ?? 0) + by))
  for (let at = from; at <= lines.length; at += 1) {
    const line = lines[at - 1] as string
    const region = regions.at(at)
    if (region === 'text') {
      if (line.includes('<')) for (const {name, by} of tagsOf(line)) count(name, by)
    } else if (region === 'code') {
      const end = regions.endOf(at)
      const inside = new Map<string, number>()
      for (let k = at + 1; k < end; k += 1) {
        const code = lines[k - 1] as string
        if (!code.includes('<')) continue
        for (const {name, by} of tagsOf(code)) {
          if (by < 0 && (inside.get(name) ?? 0) === 0 && (open.get(name) ?? 0) > 0) return k
          inside.set(name, (inside.get(name) ?? 0) + by)
        }
      }
      at = end
    } else at = regions.endOf(at)
  }
  return undefined
}

/** Tags at the beginning of a line, and what they add to the number of open elements. */
function tagsOf(line: string): readonly {name: string; by: 1 | -1}[] {
  const tag = /^\s*<(\/?)([A-Za-z][\w.-]*)(?=[\s>])([^>]*)/.exec(line.slice(0, 400))
  if (tag === null || tag[3]?.endsWith('/')) return []
  return [{name: tag[2] as string, by: tag[1] === '/' ? -1 : 1}]
}
