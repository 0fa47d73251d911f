/** A record of a table: its fields, and the lines that it stands on. */
export interface TableRecord {
  readonly fields: readonly string[]
  readonly line: number
  readonly endLine: number
}

/** Lines that quotes left open may be looked for in vain, before quotes are taken for text. */
const PATIENCE = 20_000

/**
 * Records of a text with delimiters, from a line on. A field that begins with `"` is quoted: `""` stands for a quote,
 * and line ends belong to it. A quote that is never closed, or not before a delimiter, is text.
 * @param delimiter one or more characters
 */
export function recordsOf(
  lines: readonly string[],
  delimiter: string,
  from = 1,
): readonly TableRecord[] {
  const records: TableRecord[] = []
  const patience = {left: PATIENCE}
  let number = from
  while (number <= lines.length) {
    if ((lines[number - 1] as string).trim() === '') {
      number += 1
      continue
    }
    const record = recordAt(lines, number, delimiter, patience)
    records.push(record)
    number = record.endLine + 1
  }
  return records
}

function recordAt(
  lines: readonly string[],
  line: number,
  delimiter: string,
  patience: {left: number},
): TableRecord {
  const fields: string[] = []
  let number = line
  let at = 0
  while (true) {
    const text = lines[number - 1] as string
    const quote = opensQuote(text, at, delimiter)
    const quoted =
      quote < 0 ? undefined : quotedField(lines, number, quote + 1, delimiter, patience)
    if (quoted !== undefined) {
      fields.push(quoted.value)
      number = quoted.number
      at = quoted.at
    } else {
      const end = text.indexOf(delimiter, at)
      fields.push(text.slice(at, end < 0 ? text.length : end))
      at = end < 0 ? text.length : end
    }
    if (at >= (lines[number - 1] as string).length) break
    at += delimiter.length
  }
  return {fields, line, endLine: number}
}

/** Where a quote opens the field at a place, perhaps after blanks; -1 where none does. */
function opensQuote(text: string, at: number, delimiter: string): number {
  let start = at
  while (text[start] === ' ' && delimiter !== ' ') start += 1
  return text[start] === '"' ? start : -1
}

function quotedField(
  lines: readonly string[],
  line: number,
  from: number,
  delimiter: string,
  patience: {left: number},
): {value: string; number: number; at: number} | undefined {
  let value = ''
  let at = from
  for (let number = line; number <= lines.length; number += 1) {
    const text = lines[number - 1] as string
    let start = at
    for (let quote = text.indexOf('"', at); quote >= 0; quote = text.indexOf('"', quote + 1)) {
      if (
        text[quote + 1] === '"' &&
        !(endsField(text, quote + 2, delimiter) >= 0 && endsField(text, quote + 1, delimiter) >= 0)
      ) {
        value += text.slice(start, quote + 1)
        start = quote + 2
        quote += 1
        continue
      }
      const end = endsField(text, quote + 1, delimiter)
      if (end >= 0) return {value: value + text.slice(start, quote), number, at: end}
    }
    value += `${text.slice(start)}\n`
    at = 0
    if (number > line && patience.left-- <= 0) return undefined
  }
  return undefined
}

/** Where the delimiter or the line end follows, perhaps after blanks; -1 where other text does. */
function endsField(text: string, at: number, delimiter: string): number {
  if (text.startsWith(delimiter, at)) return at
  let end = at
  while (text[end] === ' ' && !text.startsWith(delimiter, end)) end += 1
  return end >= text.length || text.startsWith(delimiter, end) ? end : -1
}
