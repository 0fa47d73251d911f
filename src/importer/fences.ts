import type {Diagnostic} from '../core/diagnostic.ts'

/** Lines with code fences that were certainly never closed now closed. */
interface RepairedLines {
  /** As many as before; the very same array where nothing was repaired. */
  readonly lines: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

const FENCE = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+|>\s?)*(`{3,}|~{3,})([^`]*)$/
/** Inside such a fence (and in longer ones, which hold fences) headings and labels are what the author shows. */
const SHOWS_MARKDOWN =
  /^\s*\{?\.?(md|markdown|mdx|text|txt|plain|org|rst|html|xml|jsx|tsx|vue|svelte|astro)\b/i
/** Elements that hold an answer, and that no code block holds by the dozen. */
const CONTAINER = /^(?:details|expand|accordion|collapse|spoiler|faq|question|answer)/i

/**
 * Close each code fence that was never closed, so that it does not swallow what follows.
 *
 * Certain is only: a line that looks like other questions of this document (a heading ending in `?` or numbered, a
 * numbered bold line, a `Q:` label, a `<details>` or the like) stands after a blank line in the fence, and the next fence line opens another
 * block, or there is none. The fence is then closed on the blank line before that one.
 */
export function repairFences(lines: readonly string[]): RepairedLines {
  if (!lines.some(line => FENCE.test(line))) return {lines, diagnostics: []}
  const shapes = questionShapes(lines)
  const opensNext = nextFenceOpens(lines)
  const repaired = [...lines]
  const diagnostics: Diagnostic[] = []
  let open: {line: number; marker: string; info: string} | undefined
  for (let i = 0; i < lines.length; i += 1) {
    const fence = FENCE.exec(lines[i] as string)
    if (open === undefined) {
      if (fence !== null) open = {line: i, marker: fence[1] as string, info: fence[2] as string}
    } else if (fence !== null && closes(fence, open.marker)) {
      open = undefined
    } else if (
      !SHOWS_MARKDOWN.test(open.info) &&
      open.marker.length === 3 &&
      opensNext[i] === 1 &&
      isQuestion(lines, i, shapes)
    ) {
      repaired[i - 1] = open.marker
      diagnostics.push(unclosed(open.line + 1, i))
      open = undefined
    }
  }
  return diagnostics.length === 0 ? {lines, diagnostics} : {lines: repaired, diagnostics}
}

function closes(fence: RegExpExecArray, marker: string): boolean {
  return (fence[1] as string).startsWith(marker) && (fence[2] as string).trim() === ''
}

function isQuestion(
  lines: readonly string[],
  index: number,
  shapes: ReadonlyMap<string, number>,
): boolean {
  if (index === 0 || (lines[index - 1] as string).trim() !== '') return false
  const shape = shapeOf(lines[index] as string)
  return shape !== undefined && (shapes.get(shape) ?? 0) >= 3
}

/** How a line marks a question, where it certainly does. */
function shapeOf(line: string): string | undefined {
  const heading = /^(#{1,6})\s+(.+)$/.exec(line)
  if (heading !== null) {
    const [, level, text] = heading as unknown as [string, string, string]
    if (/[?？]\W*$/.test(text.trimEnd())) return `${level}?`
    if (/^(?:Q(?:uestion)?\s*)?\d+\s*[.):：]/i.test(text)) return `${level}1`
    return undefined
  }
  if (/^\*\*\s*(?:Q(?:uestion)?\.?\s*)?\d+\s*[.):]/i.test(line)) return '**1'
  const tag = /^<\/?([a-z][\w-]*)\b[^<>]*>/i.exec(line)
  if (tag !== null)
    return CONTAINER.test(tag[1] as string)
      ? line.slice(0, line.indexOf(tag[1] as string) + 3)
      : undefined
  return /^(?:\*\*)?Q\s*\d*\s*[:.]\s*\S/.test(line) ? 'Q' : undefined
}

function questionShapes(lines: readonly string[]): ReadonlyMap<string, number> {
  const shapes = new Map<string, number>()
  for (const line of lines) {
    const shape = shapeOf(line)
    if (shape !== undefined) shapes.set(shape, (shapes.get(shape) ?? 0) + 1)
  }
  return shapes
}

/** For each line: 1 where the next fence line after it opens a block, or where there is none. */
function nextFenceOpens(lines: readonly string[]): Uint8Array {
  const opens = new Uint8Array(lines.length)
  let next: 0 | 1 = 1
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    opens[i] = next
    const fence = FENCE.exec(lines[i] as string)
    if (fence !== null) next = (fence[2] as string).trim() === '' ? 0 : 1
  }
  return opens
}

function unclosed(line: number, closedAt: number): Diagnostic {
  return {
    line,
    column: 1,
    severity: 'warning',
    rule: 'unclosed-fence',
    message: `This code fence is never closed; it was taken to end at line ${closedAt}.`,
  }
}
