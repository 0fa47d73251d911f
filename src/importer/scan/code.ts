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
}

/**
 * The regions of a document. A fence inside an element (`<details>`, `<Accordion>`) that is not closed when the
 * element closes ends there, so that it does not swallow the rest of the document.
 */
export function codeOf(lines: readonly string[]): Code {
  const closedBy = new Set<number>()
  let regions = regionsOf(lines)
  if (!lines.some(line => /^\s*<\/[A-Za-z]/.test(line))) return {lines, regions, closedBy}
  const kept = [...lines]
  const repaired = [...lines]
  while (closedBy.size < MAX_REPAIRS) {
    const line = firstUnclosed(repaired, regions)
    if (line === undefined) break
    closedBy.add(line)
    const close = fenceRightBelow(repaired, line, regions.endOf(line))
    if (close !== undefined) {
      kept[close - 1] = ''
      repaired[close - 1] = ''
    }
    repaired[line - 1] = '```'
    regions = regionsOf([...repaired])
  }
  return {lines: kept, regions, closedBy}
}

/** The end of the fence, where nothing stands between it and the tag. */
function fenceRightBelow(lines: readonly string[], tag: number, end: number): number | undefined {
  return lines.slice(tag, end - 1).every(line => line.trim() === '') ? end : undefined
}

/** The first line in a fence that closes an element which was opened before the fence. */
function firstUnclosed(lines: readonly string[], regions: Regions): number | undefined {
  const open = new Map<string, number>()
  const count = (name: string, by: number) =>
    open.set(name, Math.max(0, (open.get(name) ?? 0) + by))
  for (let at = 1; at <= lines.length; at += 1) {
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
