import type {NoteContent, ParsedNote} from '../../../src/core/note.ts'
import {decodeDocument} from '../../../src/importer/decode.ts'
import type {Reader, Reading, SourceText} from '../../../src/importer/reading.ts'

/** A document as the importer would hand it to a reader. */
export function sourceOf(text: string, path = 'notes.md'): SourceText {
  return decodeDocument(new TextEncoder().encode(text), path).source
}

/** What a reader makes of a text; fails the test where it makes nothing of it. */
export function reading(reader: Reader, text: string, path?: string): Reading {
  const result = reader.read(sourceOf(text, path))
  if (result === undefined) throw new Error(`${reader.name} does not read this`)
  return result
}

/** Notes on one line each: `3-4 basic: front | back`, `5-5 cloze: The [1:Nile] flows.` */
export function notesIn(reader: Reader, text: string, path?: string): readonly string[] {
  return reader.read(sourceOf(text, path))?.notes.map(brief) ?? []
}

function brief({content, line, endLine}: ParsedNote): string {
  return `${line}-${endLine} ${content.kind}: ${sides(content)}`
}

function sides(content: NoteContent): string {
  if (content.kind !== 'cloze') return `${content.question} | ${content.answer}`
  let shown = ''
  let from = 0
  for (const {group, start, end, hint} of content.deletions) {
    const hinted = hint === undefined ? '' : `?${hint}`
    shown += `${content.text.slice(from, start)}[${group}:${content.text.slice(start, end)}${hinted}]`
    from = end
  }
  return shown + content.text.slice(from) + (content.extra === '' ? '' : ` | ${content.extra}`)
}

/** Lines joined; readable in a table. */
export const doc = (...lines: string[]): string => `${lines.join('\n')}\n`
