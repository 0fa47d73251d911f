import {DECK_HEADER, type ExportedNote, linesOfNote, SEPARATOR} from '../../core/deck-notation.ts'

/** Notes as a document that `ebb import` reads back as the same ones. */
export function* deckLines(notes: Iterable<ExportedNote>): Generator<string> {
  yield `${DECK_HEADER}\n`
  let isFirst = true
  for (const note of notes) {
    yield `${isFirst ? '' : `\n${SEPARATOR}\n`}\n${linesOfNote(note).join('\n')}\n`
    isFirst = false
  }
}
