import {frontMatterOf} from '../../front-matter.ts'
import {isBlank} from './text.ts'

/** What the lines of a document are, as far as no notation may be looked for in them. */
type Region = 'text' | 'front matter' | 'code' | 'comment' | 'math'

/** The region of each line, and where each region ends. */
export interface Regions {
  /** @param line counted from 1 */
  readonly at: (line: number) => Region
  /** Whether marks of a notation count on this line. */
  readonly isText: (line: number) => boolean
  /** Last line of the region around a line. */
  readonly endOf: (line: number) => number
}

const FENCE = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+|>\s?)*(`{3,}|~{3,})([^`]*)$/
const REGIONS: readonly Region[] = ['text', 'front matter', 'code', 'comment', 'math']
const [, FRONT, CODE, COMMENT, MATH] = [0, 1, 2, 3, 4] as const
const known = new WeakMap<readonly string[], Regions>()

/** Front matter, fenced code, comments and display math of a document; found once for each array of lines. */
export function regionsOf(lines: readonly string[]): Regions {
  const found = known.get(lines)
  if (found !== undefined) return found
  const kinds = new Uint8Array(lines.length + 2)
  const ends = new Uint32Array(lines.length + 2)
  let next = markFrontMatter(lines, kinds, ends)
  const lastComment = lines.findLastIndex(line => line.includes('-->'))
  const unclosed = {'`': Number.POSITIVE_INFINITY, '~': Number.POSITIVE_INFINITY}
  let isList = false
  while (next < lines.length) {
    const line = lines[next] as string
    const region =
      fenceAt(lines, next, unclosed) ??
      (isIndentedCode(line, lines[next - 1], kinds[next] === CODE, isList)
        ? {kind: CODE, end: next}
        : undefined) ??
      commentAt(lines, next, lastComment) ??
      mathAt(lines, next)
    if (region === undefined) {
      isList = staysList(line, lines[next - 1], isList)
      ends[next + 1] = next + 1
      next += 1
    } else {
      mark(kinds, ends, next, region.end, region.kind)
      next = region.end + 1
    }
  }
  const regions: Regions = {
    at: line => REGIONS[kinds[line] ?? 0] as Region,
    isText: line => (kinds[line] ?? 0) === 0,
    endOf: line => ends[line] ?? line,
  }
  known.set(lines, regions)
  return regions
}

function mark(kinds: Uint8Array, ends: Uint32Array, from: number, to: number, kind: number): void {
  kinds.fill(kind, from + 1, to + 2)
  ends.fill(to + 1, from + 1, to + 2)
}

function markFrontMatter(lines: readonly string[], kinds: Uint8Array, ends: Uint32Array): number {
  const front = frontMatterOf(lines)
  if (front === undefined) return 0
  mark(kinds, ends, 0, front.endLine - 1, FRONT)
  return front.endLine
}

const INDENTED = /^(?: {4}|\t)\s*\S/
const BULLET = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/

/** Indented by four columns after a blank line, and in no list. */
function isIndentedCode(
  line: string,
  before: string | undefined,
  afterCode: boolean,
  isList: boolean,
): boolean {
  if (isList || !INDENTED.test(line)) return false
  return isBlank(before) || (afterCode && INDENTED.test(before as string))
}

/** A list goes on until a line at the margin, below a blank one, is no bullet. */
function staysList(line: string, before: string | undefined, isList: boolean): boolean {
  if (BULLET.test(line)) return true
  return isList && (isBlank(line) || /^\s/.test(line) || !isBlank(before))
}

interface Found {
  readonly kind: number
  /** Index of the last line. */
  readonly end: number
}

/**
 * A fence that is never closed hides only its own line.
 * @param unclosed length of the shortest fence found never to be closed; longer ones below it are not either
 */
function fenceAt(
  lines: readonly string[],
  index: number,
  unclosed: Record<'`' | '~', number>,
): Found | undefined {
  const line = lines[index] as string
  if (!line.includes('```') && !line.includes('~~~')) return undefined
  const marker = FENCE.exec(line)?.[1]
  if (marker === undefined) return undefined
  const char = marker[0] as '`' | '~'
  if (marker.length >= unclosed[char]) return {kind: CODE, end: index}
  for (let i = index + 1; i < lines.length; i += 1) {
    const close = FENCE.exec(lines[i] as string)
    if (close?.[1]?.startsWith(marker) === true && close[2]?.trim() === '')
      return {kind: CODE, end: i}
  }
  unclosed[char] = marker.length
  return {kind: CODE, end: index}
}

function commentAt(
  lines: readonly string[],
  index: number,
  lastComment: number,
): Found | undefined {
  const line = (lines[index] as string).trim()
  if (!line.startsWith('<!--') || index > lastComment) return undefined
  if (line.includes('-->')) return line.endsWith('-->') ? {kind: COMMENT, end: index} : undefined
  let end = index + 1
  while (!(lines[end] as string).includes('-->')) end += 1
  return {kind: COMMENT, end}
}

/** `$$` … `$$` within one paragraph. */
function mathAt(lines: readonly string[], index: number): Found | undefined {
  if (!opensMath(lines[index] as string)) return undefined
  for (let i = index + 1; i < lines.length; i += 1) {
    const line = lines[i] as string
    if (line.trim() === '') return undefined
    if (opensMath(line)) return {kind: MATH, end: i}
  }
  return undefined
}

/** Whether the line holds an odd number of `$$`. */
function opensMath(line: string): boolean {
  const first = line.indexOf('$$')
  return first >= 0 && line.split('$$').length % 2 === 0
}
