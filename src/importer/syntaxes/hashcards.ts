import type {NoteContent} from '../../core/note.ts'
import type {Reader, SourceText} from '../reading.ts'
import type {ClozeMark} from './parts/cloze.ts'
import {clozeOf} from './parts/cloze.ts'
import {codeOf, contains} from './parts/inline.ts'
import type {LabelledCard} from './parts/labels.ts'
import {labelledCards, labelledText} from './parts/labels.ts'
import type {DraftNote, Unanswered} from './parts/reading.ts'
import {readingOf} from './parts/reading.ts'
import {blockOf} from './parts/text.ts'

const SIGN = /^(?:Q|C):/m

/** `Q:` / `A:` and `C:` with `[deletions]`, cards parted by nothing or by a line `---`. */
export const hashcards: Reader = {
  name: 'hashcards',
  read: source => {
    if (!SIGN.test(source.text)) return undefined
    const {cards, stray, innerHeadings} = labelledCards(source.lines, /^\s*---\s*$/)
    const {notes, unanswered} = notesOf(source, cards, squareDeletions)
    if (notes.length === 0) return undefined
    const clozes = notes.filter(note => note.content.kind === 'cloze').length
    const noise = stray.length + innerHeadings
    const clean = noise === 0 ? 0.95 : noise <= notes.length / 4 ? 0.7 : 0.4
    const confidence = clozes > 0 ? clean + 0.05 : notes.length === 1 ? clean - 0.3 : clean
    return readingOf('hashcards', source, {confidence: Math.min(1, confidence), notes, unanswered})
  },
}

/** Notes of labelled cards; questions without an answer and clozes without a deletion are left over. */
export function notesOf(
  {lines}: SourceText,
  cards: readonly LabelledCard[],
  deletionsOf: (text: string) => readonly ClozeMark[],
): {notes: readonly DraftNote[]; unanswered: readonly Unanswered[]} {
  const notes: DraftNote[] = []
  const unanswered: Unanswered[] = []
  for (const card of cards) {
    const content = contentOf(lines, card, deletionsOf)
    const {line, endLine} = card
    if (content === undefined) unanswered.push({line, endLine})
    else notes.push({content, line, endLine})
  }
  return {notes, unanswered}
}

function contentOf(
  lines: readonly string[],
  {kind, line, answerLine, endLine}: LabelledCard,
  deletionsOf: (text: string) => readonly ClozeMark[],
): NoteContent | undefined {
  if (kind === 'cloze') {
    const raw = blockOf(labelledText(lines, line, endLine))
    return clozeOf(raw, deletionsOf(raw))
  }
  if (answerLine === undefined) return undefined
  const question = blockOf(labelledText(lines, line, answerLine - 1))
  const answer = blockOf(labelledText(lines, answerLine, endLine))
  return question === '' || answer === '' ? undefined : {kind: 'basic', question, answer}
}

/** `[hidden]`; not images, not `\[`, and links or code only where nothing else is hidden. */
export function squareDeletions(text: string): readonly ClozeMark[] {
  const code = codeOf(text)
  const all = [...text.matchAll(/(?<![!\\])\[((?:\\.|[^[\]\\])+)\](?!\[)(\([^()\n]*\))?/g)].map(
    match => ({
      start: match.index,
      end: match.index + (match[1] as string).length + 2,
      textStart: match.index + 1,
      textEnd: match.index + 1 + (match[1] as string).length,
      isDoubtful:
        match[2] !== undefined || contains(code, match.index) || text[match.index - 1] === '[',
    }),
  )
  const certain = all.filter(mark => !mark.isDoubtful)
  return certain.length > 0 ? certain : all
}
