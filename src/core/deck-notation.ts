import {markedCloze, readMarkedCloze} from './deck-cloze.ts'
import type {DeckName, NoteContent, NoteId} from './note.ts'

/**
 * How `ebb export cards --format md` writes notes, and how they are read back: ordinary Markdown with comments that say where each note
 * and each answer begins, and what Markdown has no place for. docs/export.md describes it.
 */
export const DECK_VERSION = 1

/** A note as it leaves the collection. */
export interface ExportedNote {
  readonly id: NoteId
  readonly deck: DeckName
  readonly content: NoteContent
  readonly section: readonly string[]
  readonly tags: readonly string[]
  readonly authorId?: string
}

/** The first line of such a document. */
const FIRST_LINE = /^\ufeff?<!-- ebb deck (\d{1,9}) -->[ \t]*(?:\r?\n|$)/

/** The version of the notation that a document says it is in; nothing where it is another document. */
export function deckVersionOf(text: string): number | undefined {
  const version = FIRST_LINE.exec(text.slice(0, 60))?.[1]
  return version === undefined ? undefined : Number(version)
}

export const DECK_HEADER = `<!-- ebb deck ${DECK_VERSION} -->`
export const SEPARATOR = '---'
const ANSWER = '<!-- ebb answer -->'

const MARK = /^<!-- ebb (note|answer|deck)(?: (.*))? -->[ \t]*$/

/** A line of the notation. */
export interface DeckMark {
  readonly kind: 'note' | 'answer' | 'deck'
  /** What stands behind the word, as it is written. */
  readonly text: string
}

export function deckMarkOf(line: string): DeckMark | undefined {
  const match = line.startsWith('<!-- ebb ') ? MARK.exec(line) : null
  return match ? {kind: match[1] as DeckMark['kind'], text: match[2] ?? ''} : undefined
}

/** Lines of a content that look like the notation have one more backslash than the author wrote. */
function escapedLines(text: string): readonly string[] {
  return text.split('\n').map(line => line.replace(/^<!-- ebb(?=\\* )/, '<!-- ebb\\'))
}

/** A line of a content as the author wrote it. */
export function unescapedLine(line: string): string {
  return line.replace(/^(<!-- ebb)\\(?=\\* )/, '$1')
}

/** The lines of a note. */
export function linesOfNote({
  id,
  deck,
  content,
  section,
  tags,
  authorId,
}: ExportedNote): readonly string[] {
  const about = {
    id,
    deck,
    ...(content.kind !== 'basic' && {kind: content.kind}),
    ...(section.length > 0 && {section}),
    ...(tags.length > 0 && {tags}),
    ...(authorId !== undefined && {author: authorId}),
  }
  const written = content.kind === 'cloze' ? clozeSides(content) : basicSides(content)
  const {front, back, more} = written ?? {
    front: '',
    back: '',
    more: {content: withoutKind(content)},
  }
  return [
    `<!-- ebb note ${jsonInComment({...about, ...more})} -->`,
    ...(front === '' ? [] : ['', ...escapedLines(front)]),
    ...(back === '' ? [] : ['', ANSWER, '', ...escapedLines(back)]),
  ]
}

interface Sides {
  readonly front: string
  readonly back: string
  readonly more: Readonly<Record<string, unknown>>
}

function basicSides({
  question,
  answer,
}: Extract<NoteContent, {question: string}>): Sides | undefined {
  if (!isPlain(question) || !isPlain(answer)) return undefined
  return {front: question, back: answer, more: {}}
}

function clozeSides(content: Extract<NoteContent, {kind: 'cloze'}>): Sides | undefined {
  const marked = markedCloze(content)
  if (!marked || !isPlain(marked.text) || (content.extra !== '' && !isPlain(content.extra)))
    return undefined
  const {text, marks} = marked
  return {front: text, back: content.extra, more: marks === undefined ? {} : {marks}}
}

function withoutKind({kind: _, ...content}: NoteContent) {
  return content
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSTABLE = /[\0-\x08\x0b-\x1f\x7f]|^\ufeff|\p{Surrogate}/u

/** Whether a text comes back as it is from a document: no sign that editors or decoders take for something else, no blank lines around it. */
function isPlain(text: string): boolean {
  return /^[^\n]*\S/.test(text) && /\S[^\n]*$/.test(text) && !UNSTABLE.test(text)
}

/** JSON without a sign that ends a comment or a line. */
function jsonInComment(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>\x7f\u2028\u2029]|-(?=-)/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** What a note’s mark says; nothing where it cannot be read. */
export interface NoteMark {
  readonly id?: NoteId
  readonly deck?: DeckName
  readonly kind: NoteContent['kind']
  readonly section: readonly string[]
  readonly tags: readonly string[]
  readonly authorId?: string
  /** The marks of deletions where they are not the usual ones. */
  readonly marks?: string
  /** Where it stands in the mark and not below it. */
  readonly content?: NoteContent
}

const NOTE_ID = /^[0-9a-z]{12}$/
const KINDS: readonly unknown[] = ['basic', 'reversed', 'cloze']

export function noteMarkOf(text: string): NoteMark | undefined {
  const value = parsed(text === '' ? '{}' : text)
  if (!isObject(value)) return undefined
  const {id, deck, kind = 'basic', section = [], tags = [], author, marks, content} = value
  if (!KINDS.includes(kind) || !areTexts(section) || !areTexts(tags)) return undefined
  const kindOfNote = kind as NoteContent['kind']
  const own = content === undefined ? undefined : contentOf(kindOfNote, content)
  const isReadable =
    (id === undefined || (typeof id === 'string' && NOTE_ID.test(id))) &&
    (deck === undefined || (typeof deck === 'string' && deck.trim() !== '')) &&
    (author === undefined || typeof author === 'string') &&
    (marks === undefined || typeof marks === 'string') &&
    (content === undefined || own !== undefined)
  if (!isReadable) return undefined
  return {
    kind: kindOfNote,
    section,
    tags,
    ...(id !== undefined && {id: id as NoteId}),
    ...(deck !== undefined && {deck: deck as DeckName}),
    ...(author !== undefined && {authorId: author}),
    ...(marks !== undefined && {marks}),
    ...(own !== undefined && {content: own}),
  }
}

/** The content of a note from what stands below its mark; nothing where something is missing. */
export function contentBelow(
  {kind, marks}: Pick<NoteMark, 'kind' | 'marks'>,
  front: string,
  back: string,
): NoteContent | undefined {
  if (kind === 'cloze') return readMarkedCloze(front, marks, back)
  return front === '' || back === '' ? undefined : {kind, question: front, answer: back}
}

/** As many digits as marks in a text may have, and as archives read in the ids of cards. */
const GREATEST_GROUP = 999_999_999

function contentOf(kind: NoteContent['kind'], value: unknown): NoteContent | undefined {
  if (!isObject(value)) return undefined
  if (kind !== 'cloze') {
    const {question, answer} = value
    if (typeof question !== 'string' || typeof answer !== 'string') return undefined
    return {kind, question, answer}
  }
  const {text, deletions, extra} = value
  if (typeof text !== 'string' || typeof extra !== 'string' || !Array.isArray(deletions))
    return undefined
  let from = 0
  const read = deletions.flatMap((deletion: unknown) => {
    if (!isObject(deletion)) return []
    const {group, start, end, hint} = deletion
    if (!isCount(group, 1) || !isCount(start, from) || !isCount(end, start)) return []
    if (
      group > GREATEST_GROUP ||
      end > text.length ||
      (hint !== undefined && typeof hint !== 'string')
    )
      return []
    from = end
    return {group, start, end, ...(hint !== undefined && {hint})}
  })
  if (read.length === 0 || read.length < deletions.length) return undefined
  return {kind, text, deletions: read, extra}
}

function isCount(value: unknown, least: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
