/** Where inline code and math stand in a text: pairs of start and end (exclusive), in order. */
export type Spans = readonly (readonly [start: number, end: number])[]

/** Inline code, `$…$`, `$$…$$`, `\(…\)` and `\[…\]` of a text. Linear in its length. */
export function codeAndMathOf(text: string): Spans {
  const code = codeOf(text)
  if (!text.includes('$') && !text.includes('\\')) return code
  const math = mathOf(text).filter(([start]) => !contains(code, start))
  return [...code, ...math].sort((a, b) => a[0] - b[0])
}

/** Inline code and fenced code of a text. */
export function codeOf(text: string): Spans {
  if (!text.includes('`')) return []
  const runs = [...text.matchAll(/`+/g)].map(run => ({start: run.index, length: run[0].length}))
  const waiting = new Map<number, number[]>()
  for (const [index, run] of runs.entries()) {
    const same = waiting.get(run.length)
    if (same === undefined) waiting.set(run.length, [index])
    else same.push(index)
  }
  const spans: [number, number][] = []
  const passed = new Map<number, number>()
  for (let i = 0; i < runs.length; i += 1) {
    const run = runs[i] as {start: number; length: number}
    const same = waiting.get(run.length) as number[]
    let next = passed.get(run.length) ?? 0
    while (next < same.length && (same[next] as number) <= i) next += 1
    passed.set(run.length, next)
    const close = same[next]
    if (close === undefined) continue
    spans.push([run.start, (runs[close] as {start: number}).start + run.length])
    i = close
  }
  return spans
}

/** A dollar opens before, and closes after, a character that is not blank; so `$5 and $6` is no math. */
const MATH =
  /\$\$(?:[^$]|\$(?!\$))+\$\$|\$(?![\s$])[^$\n]*(?<![\s\\])\$(?!\d)|\\\((?:[^\\\n]|\\(?![()]))*\\\)|\\\[(?:[^\\\n]|\\(?![[\]]))*\\\]/g

function mathOf(text: string): [number, number][] {
  return [...text.matchAll(MATH)].map(match => [match.index, match.index + match[0].length])
}

/** Whether a position lies inside one of the spans. */
export function contains(spans: Spans, at: number): boolean {
  let low = 0
  let high = spans.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [start, end] = spans[middle] as readonly [number, number]
    if (at < start) high = middle - 1
    else if (at >= end) low = middle + 1
    else return true
  }
  return false
}
