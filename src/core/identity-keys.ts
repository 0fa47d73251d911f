import type {NoteContent} from './note.ts'

/** A question this long says which note it is; `Why?` and `Output?` are asked of many things. */
const TELLING_LENGTH = 12

/**
 * Text as identity sees it: Unicode composed, line ends LF, no white space at the ends of lines and no byte order mark. What an
 * editor changes by itself does not make another note.
 */
function normalized(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\ufeff/, '')
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

/** The question without regard to case, punctuation and white space; nothing where nothing is left of it. */
export function looseQuestionKeyOf(content: NoteContent): string | undefined {
  const loose = looselyOf(questionKeyOf(content))
  return loose === '' ? undefined : keyOf([content.kind === 'cloze' ? 'cloze' : 'card', loose])
}

/** Question and answer without regard to case, punctuation and white space. */
export function looseContentKeyOf(content: NoteContent): string | undefined {
  const question = looseQuestionKeyOf(content)
  return question && keyOf([question, looselyOf(answerKeyOf(content))])
}

/** Whether the question alone says which note it is. */
export function isTelling(content: NoteContent, length = TELLING_LENGTH): boolean {
  return questionKeyOf(content).length >= length
}

/** Parts in one string, so that no two lists of parts give the same one. */
export function keyOf(parts: readonly string[]): string {
  return parts.map(part => `${part.length}:${part}`).join('')
}

/**
 * A number for a question, by which notes that ask the same are looked up: equal for equal questions, and seldom equal for
 * others. 53 bits (cyrb53).
 */
export function questionHashOf(content: NoteContent): number {
  const key = questionKeyOf(content)
  let low = 0xdeadbeef
  let high = 0x41c6ce57
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at)
    low = Math.imul(low ^ code, 0x9e3779b1)
    high = Math.imul(high ^ code, 0x5f356495)
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0)
}

/** Code keeps its case and its signs: `==` is not `!=`. */
function looselyOf(text: string): string {
  return text
    .split(/(`+[^`]*`+)/)
    .map((part, index) => (index % 2 === 1 ? part : withoutPunctuation(part)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

function withoutPunctuation(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[.,;:!?…"“”„‘«»()*_~–—、。，；：！？（）「」『』]+|-(?!\d)/g, ' ')
}
