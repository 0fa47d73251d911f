import type {NoteContent} from './note.ts'

/**
 * Text as identity sees it: Unicode composed, line ends LF, no white space at the ends of lines. What an editor changes by itself
 * does not make another note.
 */
function normalized(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim()
}

/** The words that ask: equal for notes with the same question. */
export function questionKeyOf(content: NoteContent): string {
  return normalized(content.kind === 'cloze' ? content.text : content.question)
}

/** The words that answer. */
export function answerKeyOf(content: NoteContent): string {
  return normalized(content.kind === 'cloze' ? content.extra : content.answer)
}

/** Everything that the author wrote for a note: equal for notes of the same kind with the same words. */
export function contentKeyOf(content: NoteContent): string {
  const deletions =
    content.kind === 'cloze'
      ? content.deletions.flatMap(({group, start, end, hint}) => [
          String(group),
          normalized(content.text.slice(start, end)),
          hint ?? '',
        ])
      : []
  return keyOf([content.kind, questionKeyOf(content), answerKeyOf(content), ...deletions])
}

/** Parts in one string, so that no two lists of parts give the same one. */
export function keyOf(parts: readonly string[]): string {
  return parts.map(part => `${part.length}:${part}`).join('')
}
