/** Containers (quotes, lists) that one line may open; real documents stay below ten. */
const MAX_CONTAINERS = 100
/** Columns of indentation; list items nested a hundred deep reach this. */
const MAX_INDENT = 400
/** The native parser takes quadratic time over character references. */
const MAX_REFERENCES = 5_000
/** Brackets, stars and underscores in one line; links and emphasis nest no deeper than this in documents people write. */
const MAX_DELIMITERS = 100_000

const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/

/**
 * Why a text is not worth parsing as Markdown: what a parser would overflow on or take minutes for.
 *
 * Takes time linear in the text.
 * @returns what was found, in a few words; undefined where the text is fit to be parsed
 */
export function excessOf(text: string): string | undefined {
  let start = 0
  let references = 0
  while (start <= text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const excess = excessOfLine(text, start, end)
    if (excess !== undefined) return excess
    start = end + 1
  }
  for (let at = text.indexOf('&#'); at !== -1; at = text.indexOf('&#', at + 2)) {
    references += 1
    if (references > MAX_REFERENCES) return 'too many character references'
  }
  return undefined
}

function excessOfLine(text: string, start: number, end: number): string | undefined {
  // Short lines, which is to say nearly all of them, can hold neither.
  if (end - start <= MAX_CONTAINERS) return undefined
  const head = text.slice(start, Math.min(end, start + 4 * MAX_INDENT))
  const prefix = CONTAINERS.exec(head)?.[0] ?? ''
  if (prefix.replace(/[ \t\d]/g, '').length > MAX_CONTAINERS) return 'containers nested too deep'
  if (indentOf(head) > MAX_INDENT) return 'containers nested too deep'
  if (end - start <= MAX_DELIMITERS) return undefined
  let delimiters = 0
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    // * [ _ `
    if (code === 42 || code === 91 || code === 95 || code === 96) delimiters += 1
  }
  return delimiters > MAX_DELIMITERS ? 'too many brackets or emphasis marks in one line' : undefined
}

function indentOf(line: string): number {
  return (/^[ \t]*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length
}
