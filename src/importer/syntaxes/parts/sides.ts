import {codeAndMathOf, contains} from './inline.ts'

/** A line parted into two sides. */
export interface Sides {
  readonly front: string
  readonly back: string
  readonly separator: string
}

/** Both sides of a line around the first of the separators that stands outside code and math, both filled. */
export function sidesOf(line: string, separators: readonly string[]): Sides | undefined {
  let first = -1
  let separator = ''
  for (const candidate of separators) {
    const at = placeOf(line, candidate)
    if (at >= 0 && (first < 0 || at < first)) {
      first = at
      separator = candidate
    }
  }
  if (first < 0) return undefined
  const front = line.slice(0, first).trim()
  const back = line.slice(first + separator.length).trim()
  return front === '' || back === '' ? undefined : {front, back, separator}
}

function placeOf(line: string, separator: string): number {
  let at = line.indexOf(separator)
  if (at < 0) return -1
  const spans = codeAndMathOf(line)
  while (at >= 0 && contains(spans, at)) at = line.indexOf(separator, at + separator.length)
  return at
}

/** A line without list bullet, number, quote or task box before its text. */
export function withoutMarker(line: string): string {
  return line.replace(/^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+|>\s?)*(?:\[[ xX]\]\s+)?/, '')
}

/** `key:: value` as Dataview, Logseq and Obsidian write properties: one word, no blank before the colons. */
export const isProperty = (line: string): boolean =>
  /^\s*(?:[-*]\s+)?[[(]?[\p{L}][\p{L}\p{N}_-]*::(?:\s|$)/u.test(line)

/** `std::vector`, `Foo::bar()`, `a::b::c`: a path in source code. */
export const isCodePath = (line: string): boolean =>
  /(?:^|\s|[(<*&])[A-Za-z_]\w*(?:<[^<>\s]*>)?::~?[A-Za-z_]\w*(?:::|[(<;*&]|\s*[{=])/.test(line) ||
  /^\s*(?:use|using|namespace|import|#include|std|pub|fn|impl|let|const)\b.*\w::\w/.test(line)
