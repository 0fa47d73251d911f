import type {ParsedDocument} from '../../src/core/document.ts'
import {facesOf, variantsOf} from '../../src/core/faces.ts'
import {importDocument} from '../../src/importer/import-document.ts'

/** A document of these lines, read. */
export function readLines(lines: readonly string[], layout?: string): ParsedDocument {
  const bytes = new TextEncoder().encode(lines.join('\n'))
  return importDocument(bytes, {path: 'sea.md', ...(layout !== undefined && {layout})})
}

/** Layout and cards of a document, one line each: `3-5 | question | answer`. */
export function cardsIn(...lines: readonly string[]): readonly string[] {
  const {layout, notes} = readLines(lines)
  const cards = notes.flatMap(note =>
    variantsOf(note.content).map(variant => {
      const {front, back} = facesOf(note.content, variant)
      return `${note.line}-${note.endLine} | ${front} | ${back}`
    }),
  )
  return [layout, ...cards]
}
