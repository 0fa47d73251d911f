import type {Variant} from '../core/card.ts'
import {facesOf, variantsOf} from '../core/faces.ts'
import type {ParsedNote} from '../core/note.ts'
import {NO_COLORS, STANDARD, toAnsi} from '../render/ansi.ts'
import {plainText, type StyledLine} from '../render/line.ts'
import {renderMarkdown} from '../render/markdown.ts'
import type {NamedDocument} from '../report/import-summary.ts'

export interface PreviewLook {
  /** `none` where the text does not go to a terminal. */
  readonly style: 'colors' | 'attributes' | 'none'
  /** Of the terminal. */
  readonly columns: number
}

/** Widest text that is pleasant to read, in columns. */
const MEASURE = 90

/** The first and the last card of each document in full, so that a wrong reading is seen before anything is stored. */
export function formatPreview(documents: readonly NamedDocument[], look: PreviewLook): string {
  return documents.map(document => previewOf(document, look)).join('')
}

function previewOf({name, document}: NamedDocument, look: PreviewLook): string {
  const cards = document.parsed.notes.flatMap(note =>
    variantsOf(note.content).map(variant => ({note, variant})),
  )
  const [first] = cards
  if (!first) return ''
  const last = cards.at(-1)
  const shown = last === undefined || last === first ? [first] : [first, last]
  return shown.map(card => cardLines(name, card, look)).join('')
}

function cardLines(
  name: string,
  {note, variant}: {readonly note: ParsedNote; readonly variant: Variant},
  {style, columns}: PreviewLook,
): string {
  const width = Math.max(20, Math.min(columns, MEASURE))
  const {front, back} = facesOf(note.content, variant)
  const options = {width, ...(style !== 'colors' && {marks: 'code' as const})}
  const heading = `── ${name}:${note.line}–${note.endLine} `
  const lines = [
    [{text: heading.padEnd(width, '─').slice(0, width), style: {dim: true}}],
    ...renderMarkdown(front, options),
    [{text: '╌'.repeat(width), style: {dim: true}}],
    ...renderMarkdown(back, options),
    [],
  ]
  return lines.map(line => `${formatLine(line, style)}\n`).join('')
}

function formatLine(line: StyledLine, style: PreviewLook['style']): string {
  switch (style) {
    case 'colors':
      return toAnsi(line, STANDARD)
    case 'attributes':
      return toAnsi(line, NO_COLORS)
    case 'none':
      return plainText(line)
  }
}
