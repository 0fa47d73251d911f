import {regionsOf} from './regions.ts'
import {blockOf, isBlank} from './text.ts'

/** A block between two marker lines; the first line inside names the note type. */
export interface AnkiBlock {
  readonly start: number
  readonly typeLine: number
  readonly type: string
  /** Line of the closing marker. */
  readonly end: number
}

export type Fields = readonly {readonly name: string; readonly text: string}[]

/** Markers are settings of the plugin: `START`/`END`, `START_CARD`/`END_CARD`, `%%ANKI`/`END%%`, … */
const OPEN =
  /^\s*(?:%%|<!--)?\s*(?:START|BEGIN|ANKI)(?:[_ -]?(?:CARD|ANKI|NOTE|FLASHCARD))?\s*(?:%%|-->)?\s*$/
const CLOSE =
  /^\s*(?:%%|<!--)?\s*(?:END|STOP)(?:[_ -]?(?:CARD|ANKI|NOTE|FLASHCARD))?\s*(?:%%|-->)?\s*$/
const KNOWN_TYPE = /^(?:Basic\b.*|Cloze\b.*)$/i
const FIELD = /^([A-Z][\p{L}\p{N} _-]{0,24}?):(?:\s+(.*))?$/u

/** Blocks outside code whose type is known, or that have fields, an id or tags as only cards have. */
export function blocksOf(lines: readonly string[]): readonly AnkiBlock[] {
  const regions = regionsOf(lines)
  const blocks: AnkiBlock[] = []
  let start: number | undefined
  let hasSign = false
  for (const [index, line] of lines.entries()) {
    const number = index + 1
    if (regions.at(number) === 'code') continue
    if (OPEN.test(line)) {
      start = number
      hasSign = false
    } else if (start !== undefined && CLOSE.test(line)) {
      const block = closed(lines, start, number, hasSign)
      if (block !== undefined) blocks.push(block)
      start = undefined
    } else {
      hasSign ||= /^(?:Back|Extra|Text|Front|Tags):|^\s*(?:<!--\s*)?ID:\s*\d+/.test(line)
    }
  }
  return blocks
}

function closed(
  lines: readonly string[],
  start: number,
  end: number,
  hasSign: boolean,
): AnkiBlock | undefined {
  let typeLine = start + 1
  while (typeLine < end && isBlank(lines[typeLine - 1])) typeLine += 1
  const type = (lines[typeLine - 1] ?? '').trim()
  if (typeLine >= end || type.length > 60 || !(KNOWN_TYPE.test(type) || hasSign)) return undefined
  return {start, typeLine, type, end}
}

/** `STARTI [Basic] front Back: back ENDI`. */
export function inlineBlocksOf(
  lines: readonly string[],
): readonly {line: number; type: string; text: string}[] {
  const regions = regionsOf(lines)
  return lines.flatMap((line, index) => {
    if (!line.includes('STARTI') || !regions.isText(index + 1)) return []
    return inlineBlocksIn(line).map(block => ({line: index + 1, ...block}))
  })
}

function inlineBlocksIn(line: string): readonly {type: string; text: string}[] {
  const blocks: {type: string; text: string}[] = []
  let at = 0
  while (true) {
    const start = line.indexOf('STARTI', at)
    const end = start < 0 ? -1 : line.indexOf('ENDI', start)
    if (end < 0) return blocks
    const [open, type] = /^STARTI\s+\[([^\]]{1,60})\]/.exec(line.slice(start, start + 100)) ?? []
    if (
      open !== undefined &&
      type !== undefined &&
      line[start - 1] !== '`' &&
      start + open.length <= end
    ) {
      blocks.push({type, text: ` ${line.slice(start + open.length, end)}`})
    }
    at = end + 4
  }
}

/** The fields of a block: the first has no name until a line `Name:` begins another. */
export function fieldsOf(lines: readonly string[], type: string): Fields {
  const isKnown = /^(?:Front|Back|Text|Extra|Back Extra)$/i
  const isBuiltIn = KNOWN_TYPE.test(type)
  const fields: {name: string; lines: string[]}[] = [{name: '', lines: []}]
  let fence = ''
  for (const line of lines) {
    const mark = /^\s*(```|~~~)/.exec(line)?.[1]
    if (mark !== undefined) fence = fence === '' ? mark : fence === mark ? '' : fence
    const [, name, rest] = (fence === '' && FIELD.exec(line)) || []
    if (name !== undefined && (isKnown.test(name) || (!isBuiltIn && name.split(' ').length <= 3))) {
      fields.push({name, lines: rest === undefined ? [] : [rest]})
    } else {
      ;(fields.at(-1) as {lines: string[]}).lines.push(line)
    }
  }
  const filled = fields.map(field => ({name: field.name, text: blockOf(field.lines)}))
  return filled[0]?.text === '' ? filled.slice(1) : filled
}
