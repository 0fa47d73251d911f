import type {NoteContent} from '../../core/note.ts'
import {frontMatterOf} from '../front-matter.ts'
import type {Reader, SourceText} from '../reading.ts'
import {clozeOf} from './parts/cloze.ts'
import type {DraftNote} from './parts/reading.ts'
import {readingOf} from './parts/reading.ts'
import {regionsOf} from './parts/regions.ts'
import {isProperty, sidesOf, withoutMarker} from './parts/sides.ts'
import {paragraphsOf, type SrLine, type SrParagraph} from './parts/sr-paragraphs.ts'
import {type SrSettings, settingsOf} from './parts/sr-settings.ts'
import {deckOfTag, flashcardTagsIn, isDeckTag, withoutFlashcardTags} from './parts/sr-tags.ts'
import {blockOf, headingOf} from './parts/text.ts'

const SIGN =
  /<!--\s?SR:|#flashcard|#🧠|#🃏|^[ \t"#-]*(?:flashcards?|srs?)\b|^tags?:.*(?:flashcard|🧠|🃏)|^[ \t]*\?\??[ \t]*$/imu
const INDENTED_CODE = /^(?: {4}|\t)\s*(?![-*+]\s|\d{1,9}[.)]\s)\S/
const NAME = 'obsidian-spaced-repetition'

/** `front::back`, `front:::back`, lines around `?` or `??`, `==clozes==`; `<!--SR:…-->` is their schedule. */
export const obsidianSpacedRepetition: Reader = {
  name: NAME,
  read: source => {
    if (!SIGN.test(source.text)) return undefined
    const evidence = evidenceOf(source)
    const regions = regionsOf(source.lines)
    const settings = settingsOf(source.lines, regions)
    const notes: DraftNote[] = []
    let deck = evidence.deck
    for (const paragraph of paragraphsOf(source.lines, regions, line => isSingle(line, settings))) {
      for (const line of paragraph.lines) {
        const tag = flashcardTagsIn(line.text)[0]
        if (tag !== undefined && withoutFlashcardTags(line.text).trim() === '')
          deck = deckOfTag(tag.tag) ?? deck
      }
      const note = noteOf(paragraph, settings, evidence.isDeck)
      const own = flashcardTagsIn(paragraph.lines[0]?.text ?? '')[0]
      const noteDeck = (own === undefined ? undefined : deckOfTag(own.tag)) ?? deck
      if (note !== undefined) notes.push(noteDeck === undefined ? note : {...note, deck: noteDeck})
    }
    if (notes.length === 0) return undefined
    const confidence = evidence.hasSchedule
      ? 1
      : evidence.isDeck
        ? evidence.isMentioned
          ? 0.45
          : 0.95
        : notes.length > 1
          ? 0.7
          : 0.6
    return readingOf(NAME, source, {confidence, notes, deck: evidence.deck, isMark: isTagLine})
  },
}

const isTagLine = (line: string): boolean =>
  /^<!--\s*SR:/.test(line.trim()) ||
  (line.includes('#') && withoutFlashcardTags(line).trim() === '')

/** What says that a document holds cards of this plugin at all. */
function evidenceOf(source: SourceText) {
  const regions = regionsOf(source.lines)
  const tag = frontMatterOf(source.lines)?.tags.find(isDeckTag)
  const tagged = source.lines.filter(
    (line, i) => regions.isText(i + 1) && flashcardTagsIn(line).length > 0,
  )
  const hasSchedule = source.lines.some(
    (line, i) =>
      line.includes('<!--') && regions.at(i + 1) !== 'code' && /(?:^|[^`])<!--\s?SR:/.test(line),
  )
  return {
    hasSchedule,
    isDeck: hasSchedule || tag !== undefined || tagged.length > 0,
    // A sentence may mention the tag.
    isMentioned: !hasSchedule && tag === undefined && tagged.every(isSentence),
    deck: tag === undefined ? undefined : deckOfTag(tag),
  }
}

/** Words on both sides of the tag. */
function isSentence(line: string): boolean {
  const [first] = flashcardTagsIn(line)
  return (
    first !== undefined &&
    /[\p{L}\p{N}]/u.test(line.slice(0, first.start)) &&
    /[\p{L}\p{N}]/u.test(line.slice(first.end).replace(/#\S+/g, ''))
  )
}

function isSingle(line: string, settings: SrSettings): boolean {
  return (
    !headingOf(line) &&
    !INDENTED_CODE.test(line) &&
    (sidesOf(line, settings.reversedSeparators) ?? sidesOf(line, settings.separators)) !== undefined
  )
}

function noteOf(
  paragraph: SrParagraph,
  settings: SrSettings,
  isDeck: boolean,
): DraftNote | undefined {
  switch (paragraph.kind) {
    case 'single':
      return isDeck ? singleLine(paragraph, settings) : undefined
    case 'multi':
      return multiLine(paragraph, isDeck)
    case 'plain':
      return isDeck ? clozeNote(paragraph.lines, settings) : undefined
  }
}

function singleLine(
  {lines, isScheduled}: SrParagraph,
  settings: SrSettings,
): DraftNote | undefined {
  const [line] = lines
  if (line === undefined || (!isScheduled && isKnownProperty(line.text))) return undefined
  const text = withoutMarker(withoutFlashcardTags(line.text))
  const reversed = sidesOf(text, settings.reversedSeparators)
  const sides = reversed ?? sidesOf(text, settings.separators)
  if (sides === undefined) return undefined
  const kind = reversed === undefined ? 'basic' : 'reversed'
  return {
    content: {kind, question: sides.front, answer: sides.back},
    line: line.number,
    endLine: line.number,
  }
}

/** Fields that Dataview users write into notes of every kind. */
function isKnownProperty(text: string): boolean {
  return (
    isProperty(text) &&
    /^\W*(?:tags?|alias(?:es)?|date|created|updated|modified|status|type|up|next|prev|parent|related|source|url|author|rating|class|topic|course|subject|cssclass(?:es)?|publish|id|key|due|priority|category|project|link|links|see|references?)::/i.test(
      text,
    )
  )
}

function multiLine({lines, separator}: SrParagraph, isDeck: boolean): DraftNote | undefined {
  const at = lines.findIndex(line => line.number === separator)
  const front = withoutLeadingHeadings(lines.slice(0, at), isDeck)
  const back = lines.slice(at + 1)
  const question = blockOf(front.map(line => withoutFlashcardTags(line.text)))
  const answer = blockOf(back.map(line => line.text))
  const last = back.findLast(line => line.text.trim() !== '')
  if (question === '' || answer === '' || last === undefined) return undefined
  const kind = /\?\?/.test(lines[at]?.text ?? '') ? 'reversed' : 'basic'
  return {
    content: {kind, question: headingOf(question)?.text ?? question, answer},
    line: front[0]?.number ?? 1,
    endLine: last.number,
  }
}

/** Headings right above a prompt are sections, unless there is nothing else to ask. */
function withoutLeadingHeadings(lines: readonly SrLine[], keepsOnly: boolean): readonly SrLine[] {
  const from = lines.findIndex(
    line => headingOf(line.text) === undefined && withoutFlashcardTags(line.text).trim() !== '',
  )
  if (from >= 0) return lines.slice(from)
  return keepsOnly ? lines.slice(-1) : []
}

function clozeNote(all: readonly SrLine[], settings: SrSettings): DraftNote | undefined {
  const lines = withoutLeadingHeadings(all, false)
  const [first] = lines
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return undefined
  const raw = blockOf(lines.map(line => withoutFlashcardTags(line.text)))
  const content: NoteContent | undefined = clozeOf(raw, settings.clozes(raw))
  return content === undefined ? undefined : {content, line: first.number, endLine: last.number}
}
