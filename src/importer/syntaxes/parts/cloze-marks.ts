import type {ClozeMark} from './cloze.ts'
import type {Spans} from './inline.ts'
import {codeAndMathOf, codeOf, contains} from './inline.ts'

/** Finds the deletions of one way of marking them. */
export type ClozeFinder = (text: string) => readonly ClozeMark[]

/** `{{c1::hidden::hint}}`, also inside code and math, as in Anki; of nested ones the outer counts. */
export const ankiDeletions: ClozeFinder = text => {
  if (!text.includes('{{c')) return []
  return bracePairs(text).flatMap(([start, end]) => {
    const [open, number] = /^\{\{c(\d{1,4})::/.exec(text.slice(start, start + 10)) ?? []
    if (open === undefined) return []
    const inner = text.slice(start + open.length, end - 2)
    const hintAt = inner.includes('{{c') ? -1 : inner.lastIndexOf('::')
    const textStart = start + open.length
    return {
      start,
      end,
      textStart,
      textEnd: hintAt > 0 ? textStart + hintAt : end - 2,
      group: Math.max(1, Number(number)),
      ...(hintAt > 0 && {hint: inner.slice(hintAt + 2)}),
    }
  })
}

/** `{{hidden}}` with what notations write around it: `{{2::x}}`, `{{cloze x \\ cue}}`, `{{x}{hint}@0}`, `{{x}}{({hint})}`. */
export const doubleBraces: ClozeFinder = text => {
  if (!text.includes('{{')) return []
  const code = codeOf(text)
  return bracePairs(text).flatMap(([start, end]) => {
    if (contains(code, start)) return []
    const inner = text.slice(start + 2, end - 2)
    const [number = ''] = /^\d{1,4}::/.exec(inner) ?? []
    const after = /^\{\(\{([^{}\n]*)\}\)\}/.exec(text.slice(end, end + 200))
    return {
      start,
      end: end + (after?.[0].length ?? 0),
      textStart: start + 2 + number.length,
      textEnd: end - 2,
      ...(number !== '' && {group: Math.max(1, Number.parseInt(number, 10))}),
      ...(after?.[1] !== undefined && {hint: after[1]}),
    }
  })
}

/** `{hidden}`, `{2:hidden}`, `{2|hidden}`, `{c2::hidden}`: single braces outside code, math and double braces. */
export const singleBraces: ClozeFinder = text => {
  if (!text.includes('{')) return []
  const spans = codeAndMathOf(text)
  return [...text.matchAll(/\{([^{}\n]+)\}/g)].flatMap(match => {
    const start = match.index
    if (contains(spans, start) || /[\\{$%@#]/.test(text[start - 1] ?? '')) return []
    const inner = match[1] as string
    const [number = ''] = /^c?\d{1,3}(?:::?|\|)/.exec(inner) ?? []
    const digits = /\d+/.exec(number)?.[0]
    return {
      start,
      end: start + match[0].length,
      textStart: start + 1 + number.length,
      textEnd: start + 1 + inner.length,
      ...(digits !== undefined && {group: Math.max(1, Number(digits))}),
    }
  })
}

/** `==hidden==`, with `==2;;hidden;;hint==` and `==hidden==^[hint]`. */
export const highlights: ClozeFinder = text => {
  if (!text.includes('==')) return []
  const spans = codeAndMathOf(text)
  return marksBetween(text, /==(?!=)([^\n=]|=(?!=))+==(?!=)/g, 2, spans).map(mark => {
    const inner = text.slice(mark.textStart, mark.textEnd)
    const [number = ''] = /^\d{1,4};;/.exec(inner) ?? []
    const hintAt = inner.indexOf(';;', number.length)
    const after = /^\^\[([^\]\n]*)\]/.exec(text.slice(mark.end, mark.end + 200))
    const hint = hintAt > 0 ? inner.slice(hintAt + 2) : after?.[1]
    return {
      start: mark.start,
      end: mark.end + (after?.[0].length ?? 0),
      textStart: mark.textStart + number.length,
      textEnd: hintAt > 0 ? mark.textStart + hintAt : mark.textEnd,
      ...(number !== '' && {group: Math.max(1, Number.parseInt(number, 10))}),
      ...(hint !== undefined && {hint}),
    }
  })
}

/** `**hidden**`, where a vault is set to it. */
export const bolds: ClozeFinder = text =>
  marksBetween(text, /\*\*(?!\*)([^\n*]|\*(?!\*))+\*\*(?!\*)/g, 2, codeAndMathOf(text))

/** `{@{hidden}@}`, a pattern that vaults with much braces in their notes are set to. */
export const atBraces: ClozeFinder = text =>
  text.includes('{@{') ? marksBetween(text, /\{@\{(?:[^}\n]|\}(?!@\}))+\}@\}/g, 3, []) : []

function marksBetween(text: string, pattern: RegExp, width: number, spans: Spans): ClozeMark[] {
  return [...text.matchAll(pattern)].flatMap(match => {
    const start = match.index
    const end = start + match[0].length
    if (contains(spans, start) || text.slice(start + width, end - width).trim() === '') return []
    return {start, end, textStart: start + width, textEnd: end - width}
  })
}

/** `{{` … `}}` pairs that balance, outermost first and in order; where they do not, up to the next `}}`. */
export function bracePairs(text: string): readonly (readonly [start: number, end: number])[] {
  const partner = partners(text)
  const pairs: [number, number][] = []
  let at = text.indexOf('{{')
  while (at >= 0) {
    const outer = partner.get(at)
    const end =
      outer !== undefined && text[outer - 1] === '}' ? outer + 1 : text.indexOf('}}', at + 2) + 2
    if (end === 1) break
    pairs.push([at, end])
    at = text.indexOf('{{', end)
  }
  return pairs
}

function partners(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (let at = text.search(/[{}]/); at < text.length && at >= 0; at += 1) {
    const char = text.charCodeAt(at)
    if (char === 0x7b) open.push(at)
    else if (char === 0x7d) {
      const start = open.pop()
      if (start !== undefined) pairs.set(start, at)
    }
  }
  return pairs
}
