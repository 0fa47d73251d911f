import type {Diagnostic} from '../../../core/diagnostic.ts'
import type {DeckName, ParsedNote} from '../../../core/note.ts'
import type {Skip} from '../../account.ts'
import {accountFor} from '../../account.ts'
import {frontMatterOf} from '../../front-matter.ts'
import type {Reading, SourceText} from '../../reading.ts'
import {regionsOf} from './regions.ts'
import {sectionsOf} from './sections.ts'
import {headingOf, isRule} from './text.ts'

/** A note before its document’s tags and headings are added. */
export type DraftNote = Omit<ParsedNote, 'section' | 'tags'> &
  Partial<Pick<ParsedNote, 'section' | 'tags'>>

/** A prompt without an answer. */
export interface Unanswered {
  readonly line: number
  readonly endLine: number
}

/** What a reader has found, before everything that all readers do alike. */
interface Draft {
  readonly confidence: number
  readonly notes: readonly DraftNote[]
  readonly unanswered?: readonly Unanswered[]
  readonly deck?: DeckName | undefined
  readonly tags?: readonly string[]
  readonly diagnostics?: readonly Diagnostic[]
  /** Lines that belong to the notation but to no text: ids, markers, properties. */
  readonly isMark?: (line: string, number: number) => boolean
}

/** The reading of a document: front matter and headings added to the notes, every other line accounted for. */
export function readingOf(name: string, source: SourceText, draft: Draft): Reading {
  const {lines} = source
  const front = frontMatterOf(lines)
  const deck = draft.deck ?? front?.deck
  const tags = unique(
    [...(front?.tags ?? []), ...(draft.tags ?? [])].filter(tag => !isFlashcardTag(tag)),
  )
  const sectionAt = sectionsOf(lines)
  const notes = draft.notes
    .map(note => ({
      ...note,
      section: note.section ?? sectionAt(note.line),
      tags: unique([...tags, ...(note.tags ?? [])]),
    }))
    .sort((a, b) => a.line - b.line || a.endLine - b.endLine)
  const unanswered = draft.unanswered ?? []
  return {
    name,
    confidence: draft.confidence,
    notes,
    tags,
    ...(deck !== undefined && {deck}),
    diagnostics: [
      ...(front?.diagnostics ?? []),
      ...(draft.diagnostics ?? []),
      ...unanswered.map(withoutAnswer),
    ],
    account: accountFor(lines, notes, reasons(lines, unanswered, draft.isMark ?? (() => false))),
  }
}

const unique = (items: readonly string[]): readonly string[] => [...new Set(items)]

/** Tags that only say that a document holds flashcards. */
const isFlashcardTag = (tag: string): boolean =>
  /^(flashcards?|cards?|srs?|spaced|review|anki|decks?)(\/|$)/i.test(tag)

function reasons(
  lines: readonly string[],
  unanswered: readonly Unanswered[],
  isMark: (line: string, number: number) => boolean,
): (line: number) => Skip {
  const regions = regionsOf(lines)
  const prompts = new Map(unanswered.map(prompt => [prompt.line, prompt]))
  let prompt: Unanswered | undefined
  return number => {
    prompt = prompts.get(number) ?? prompt
    if (prompt !== undefined && number <= prompt.endLine) {
      return {taken: 'unanswered', reason: 'prompt without an answer'}
    }
    const line = lines[number - 1] as string
    const region = regions.at(number)
    if (isMark(line, number)) return 'mark of the notation'
    if (region !== 'text') {
      const reason = region === 'front matter' ? region : `${region} outside the cards`
      return {
        taken: 'skipped',
        reason,
        endLine: Math.min(regions.endOf(number), nextPrompt(number)),
      }
    }
    if (headingOf(line) !== undefined) return 'section heading'
    return isRule(line) ? 'separator' : 'prose outside the cards'
  }

  /** No region hides a prompt. */
  function nextPrompt(number: number): number {
    let end = number
    while (end < regions.endOf(number) && !prompts.has(end + 1)) end += 1
    return end
  }
}

function withoutAnswer({line}: Unanswered): Diagnostic {
  return {
    line,
    column: 1,
    severity: 'warning',
    rule: 'question-without-answer',
    message: 'This card has no answer; no card was made.',
  }
}
