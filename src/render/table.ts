import type {AlignType, Table} from 'mdast'
import type {Context} from './context.ts'
import {inlineSpans} from './inline.ts'
import {plainText, type Span, type Style, type StyledLine, widthOf} from './line.ts'
import {textWidth} from './width.ts'
import {hang, wrapSpans} from './wrap.ts'

const HEADER: Style = {bold: true}
const BORDER: Style = {color: 'border'}
/** Words up to this many columns are never broken in a cell; where there is no room for that, the table becomes records. */
const WIDEST_KEPT_WORD = 12
const SEPARATOR = 3

type Cell = readonly Span[]
type Row = readonly Cell[]

/** A table that fits: columns shrink and cells wrap; where even that is too wide, one record of named values per row. */
export function renderTable(table: Table, context: Context, width: number): readonly StyledLine[] {
  const [head, ...body] = table.children
  if (head === undefined) return []
  const columns = Math.max(...table.children.map(row => row.children.length))
  const cellsOf = (row: Table['children'][number], style?: Style): Row =>
    Array.from({length: columns}, (_, index) =>
      inlineSpans(row.children[index]?.children ?? [], context, style),
    )
  const header = cellsOf(head, HEADER)
  const rows = body.map(row => cellsOf(row))
  const widths = columnWidths([header, ...rows], width)
  if (widths === undefined) return renderRecords(header, rows, context, width)
  return renderGrid(header, rows, widths, table.align ?? [], context)
}

/** Columns that each column gets; undefined where words would have to be broken. */
function columnWidths(rows: readonly Row[], width: number): readonly number[] | undefined {
  const columns = rows[0]?.map((_, index) => rows.map(row => row[index] ?? [])) ?? []
  const wanted = columns.map(cells => Math.max(1, ...cells.map(naturalWidth)))
  const least = columns.map(cells =>
    Math.max(1, ...cells.map(cell => Math.min(WIDEST_KEPT_WORD, longestWord(cell)))),
  )
  const room = width - SEPARATOR * (columns.length - 1)
  if (sum(least) > room) return undefined
  if (sum(wanted) <= room) return wanted
  return share(wanted, least, room)
}

/**
 * Room shared fairly: what a column does not need goes to the others, none gets less than its least. Raises one level for
 * all columns as far as the room lasts.
 */
function share(
  wanted: readonly number[],
  least: readonly number[],
  room: number,
): readonly number[] {
  const at = (level: number) =>
    wanted.map((want, index) => Math.min(want, Math.max(least[index] ?? 1, level)))
  let low = 0
  let high = room
  while (low < high) {
    const level = Math.ceil((low + high) / 2)
    if (sum(at(level)) <= room) low = level
    else high = level - 1
  }
  let rest = room - sum(at(low))
  return at(low).map((columns, index) => {
    if (rest === 0 || columns >= (wanted[index] ?? 0) || columns > low) return columns
    rest -= 1
    return columns + 1
  })
}

function naturalWidth(cell: Cell): number {
  return Math.max(
    ...plainText(cell)
      .split('\n')
      .map(line => textWidth(line.replaceAll(/\s+/g, ' '))),
  )
}

function longestWord(cell: Cell): number {
  return Math.max(...plainText(cell).split(/\s+/).map(textWidth))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function renderGrid(
  header: Row,
  rows: readonly Row[],
  widths: readonly number[],
  align: readonly AlignType[],
  {glyphs}: Context,
): readonly StyledLine[] {
  const line = [
    {
      text: widths
        .map(width => glyphs.rule.repeat(width))
        .join(`${glyphs.rule}${glyphs.crossing}${glyphs.rule}`),
      style: BORDER,
    },
  ]
  const separator: Span = {text: ` ${glyphs.column} `, style: BORDER}
  const render = (row: Row) => renderRow(row, widths, align, separator)
  const body = rows.map(render)
  // Rows of several lines cannot be told apart without a line between them.
  const isRuled = body.some(lines => lines.length > 1)
  const between = isRuled ? [line] : []
  const head = header.some(cell => cell.length > 0) ? [...render(header), line] : []
  return [
    ...head,
    ...body.flatMap((lines, index) => (index === 0 ? lines : [...between, ...lines])),
  ]
}

function renderRow(
  row: Row,
  widths: readonly number[],
  align: readonly AlignType[],
  separator: Span,
): readonly StyledLine[] {
  const cells = row.map((cell, index) => wrapSpans(cell, widths[index] ?? 1))
  const height = Math.max(1, ...cells.map(lines => lines.length))
  return Array.from({length: height}, (_, at) =>
    cells.flatMap((lines, index) => {
      const isLast = index === cells.length - 1
      const content = padded(lines[at] ?? [], widths[index] ?? 1, align[index] ?? null, isLast)
      return index === 0 ? content : [separator, ...content]
    }),
  )
}

function padded(line: StyledLine, width: number, align: AlignType, isLast: boolean): StyledLine {
  const room = width - widthOf(line)
  const before = align === 'right' ? room : align === 'center' ? Math.floor(room / 2) : 0
  // Blanks at the end of a line would only be selected and copied.
  const after = isLast ? 0 : room - before
  return [...blank(before), ...line, ...blank(after)]
}

function blank(width: number): StyledLine {
  return width > 0 ? [{text: ' '.repeat(width)}] : []
}

function renderRecords(
  header: Row,
  rows: readonly Row[],
  context: Context,
  width: number,
): readonly StyledLine[] {
  const rule = {text: context.glyphs.rule.repeat(Math.min(width, SEPARATOR)), style: BORDER}
  const records = rows.length > 0 ? rows : [header.map(() => [])]
  return records.flatMap((row, index) => {
    const fields = row.flatMap((cell, column) => renderField(header[column] ?? [], cell, width))
    return index === 0 ? fields : [[rule], ...fields]
  })
}

function renderField(name: Cell, value: Cell, width: number): readonly StyledLine[] {
  if (name.length === 0 && value.length === 0) return []
  const spans = name.length === 0 ? value : [...name, {text: ': ', style: HEADER}, ...value]
  const indent = '  '
  const [first, ...rest] = wrapSpans(spans, width)
  if (first === undefined || rest.length === 0) return first ? [first] : []
  const lines = wrapSpans(spans, width - indent.length)
  return hang(lines, [], [{text: indent}])
}
