import {tagsFrom} from '../deck-name.ts'
import {frontMatterOf} from '../front-matter.ts'
import type {Reader, SourceText} from '../reading.ts'
import {clozeOf} from './parts/cloze.ts'
import {highlights, singleBraces} from './parts/cloze-marks.ts'
import type {DraftNote, Unanswered} from './parts/reading.ts'
import {readingOf} from './parts/reading.ts'
import {regionsOf} from './parts/regions.ts'
import {isProperty, sidesOf, withoutMarker} from './parts/sides.ts'
import {type TagCard, tagCardsOf} from './parts/tag-cards.ts'
import {headingOf} from './parts/text.ts'

const SIGN = /#card(?:[-/](?:reverse|spaced))?(?![\w/-])|\^\d{13}[ \t]*$|^cards-deck:/im
const ID = /(?:^|\s|>)\^(\d{13})\s*$/
const NAME = 'flashcards-obsidian'

/** `#card` after a question or heading, `front :: back` and `==clozes==` with `^1600000000000` below them. */
export const flashcardsObsidian: Reader = {
  name: NAME,
  read: source => {
    if (!SIGN.test(source.text)) return undefined
    const tagged = tagCardsOf(source.lines)
    if (tagged.bullets > tagged.cards.length / 2 && tagged.bullets > 0) return undefined
    const notes: DraftNote[] = []
    const unanswered: Unanswered[] = []
    for (const card of tagged.cards) {
      const note = taggedNote(card)
      if (note === undefined) unanswered.push({line: card.line, endLine: card.endLine})
      else notes.push(note)
    }
    const hasDeck = hasCardsDeck(source.lines)
    const hasIds = source.lines.some(
      (line, i) => ID.test(line) && regionsOf(source.lines).isText(i + 1),
    )
    if (notes.length > 0 || hasDeck || hasIds)
      for (const note of lineNotes(source, tagged.cards, hasDeck)) notes.push(note)
    if (notes.length === 0) return undefined
    const confidence = hasDeck || hasIds ? 1 : notes.length > 1 ? 0.9 : 0.6
    return readingOf(NAME, source, {
      confidence,
      notes,
      unanswered,
      isMark: line => ID.test(line) && line.trim().startsWith('^'),
    })
  },
}

function hasCardsDeck(lines: readonly string[]): boolean {
  const front = frontMatterOf(lines)
  return (
    front !== undefined && lines.slice(0, front.endLine).some(line => /^cards-deck\s*:/i.test(line))
  )
}

function taggedNote(card: TagCard): DraftNote | undefined {
  const {line, endLine, question, answer, authorId} = card
  if (question === '' || answer === '' || card.isSpaced) return undefined
  return {
    content: {kind: card.isReversed ? 'reversed' : 'basic', question, answer},
    line,
    endLine,
    tags: tagsFrom(card.tags),
    ...(authorId !== undefined && {authorId}),
  }
}

/** One-line cards: anywhere with separators; with deletions only where an id or the deck line says so. */
function lineNotes({lines}: SourceText, cards: readonly TagCard[], hasDeck: boolean): DraftNote[] {
  const regions = regionsOf(lines)
  const taken = new Uint8Array(lines.length + 2)
  for (const card of cards) taken.fill(1, card.line, card.endLine + 1)
  return lines.flatMap((line, index): DraftNote[] => {
    const number = index + 1
    if (taken[number] === 1 || !regions.isText(number) || !/::|==|\{/.test(line)) return []
    const id = (ID.exec(line) ?? /^\^(\d{13})\s*$/.exec(lines[number]?.trim() ?? ''))?.[1]
    const text = withoutMarker(line.replace(ID, ''))
      .replace(/^#{1,6}\s+/, '')
      .trim()
    const place = {line: number, endLine: number, ...(id !== undefined && {authorId: id})}
    if (id === undefined && isProperty(line)) return []
    const reversed = sidesOf(text, [':::'])
    const sides = reversed ?? sidesOf(text, ['::'])
    if (sides !== undefined) {
      const kind = reversed === undefined ? 'basic' : 'reversed'
      return [{content: {kind, question: sides.front, answer: sides.back}, ...place}]
    }
    if ((id === undefined && !hasDeck) || headingOf(line) !== undefined) return []
    const marks = [...highlights(text), ...singleBraces(text)].sort((a, b) => a.start - b.start)
    const content = clozeOf(text, marks)
    return content === undefined ? [] : [{content, ...place}]
  })
}
