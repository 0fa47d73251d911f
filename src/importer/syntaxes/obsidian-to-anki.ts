import type {NoteContent} from '../../core/note.ts'
import {deckNameOf, tagsFrom} from '../deck-name.ts'
import type {Reader, SourceText} from '../reading.ts'
import {
  type AnkiBlock,
  blocksOf,
  type Fields,
  fieldsOf,
  inlineBlocksOf,
} from './parts/anki-blocks.ts'
import {idCardsOf} from './parts/anki-id-cards.ts'
import {clozeOf} from './parts/cloze.ts'
import {ankiDeletions, highlights, singleBraces} from './parts/cloze-marks.ts'
import type {DraftNote, Unanswered} from './parts/reading.ts'
import {readingOf} from './parts/reading.ts'
import {blockAt} from './parts/text.ts'

const SIGN = /^[ \t%<!-]*(?:START|BEGIN|ANKI)|\bSTARTI\b|^\s?<!--\s?ID:\s?\d{10,}/m
const ID = /^\s*(?:<!--\s*)?ID:\s*(\d+)\s*(?:-->)?\s*$/
const FILE_LINE = /^\s*(?:TARGET[ _]DECK|FILE[ _]TAGS|FROZEN\b|DELETE\s*$)/

/** Blocks between `START` and `END` with a note type and fields, and `STARTI [Type] … ENDI` on one line. */
export const obsidianToAnki: Reader = {
  name: 'obsidian-to-anki',
  read: source => {
    if (!SIGN.test(source.text)) return undefined
    const blocks = blocksOf(source.lines)
    const inline = inlineBlocksOf(source.lines)
    const notes: DraftNote[] = []
    const unanswered: Unanswered[] = []
    for (const block of blocks) {
      const note = blockNote(source, block)
      if (note !== undefined) notes.push(note)
      else if (block.typeLine < block.end - 1)
        unanswered.push({line: block.typeLine + 1, endLine: block.end - 1})
    }
    for (const {line, type, text} of inline) {
      const content = contentOf(type, inlineFields(text))
      if (content !== undefined) notes.push({content, line, endLine: line, ...inlineMeta(text)})
    }
    const isBlockLine = lineTester(blocks)
    for (const card of idCardsOf(source.lines, isBlockLine)) {
      const {question, answer, ...place} = card
      notes.push({content: {kind: 'basic', question, answer}, ...place, tags: tagsFrom(card.tags)})
    }
    if (notes.length === 0) return undefined
    const marks = new Set(blocks.flatMap(block => [block.start, block.typeLine, block.end]))
    return readingOf('obsidian-to-anki', source, {
      confidence: blocks.length + inline.length > 0 ? 1 : 0.92,
      notes,
      unanswered,
      deck: targetDeck(source.lines),
      tags: fileTags(source.lines),
      isMark: (line, number) =>
        marks.has(number) || ID.test(line) || FILE_LINE.test(line) || /^Tags:/.test(line),
    })
  },
}

function lineTester(blocks: readonly AnkiBlock[]): (line: number) => boolean {
  let next = 0
  return line => {
    while ((blocks[next]?.end ?? line) < line) next += 1
    return line >= (blocks[next]?.start ?? Number.POSITIVE_INFINITY)
  }
}

function blockNote({lines}: SourceText, block: AnkiBlock): DraftNote | undefined {
  let last = block.end - 1
  let authorId: string | undefined
  let tags: readonly string[] = []
  for (; last > block.typeLine; last -= 1) {
    const line = lines[last - 1] as string
    const id = ID.exec(line)?.[1]
    const tagLine = /^\s*Tags:\s*(.*)$/.exec(line)?.[1]
    if (id !== undefined) authorId = id
    else if (tagLine !== undefined) tags = tagsFrom(tagLine)
    else if (line.trim() !== '') break
  }
  let first = block.typeLine + 1
  while (first < last && (lines[first - 1] as string).trim() === '') first += 1
  if (first > last) return undefined
  const content = contentOf(block.type, fieldsOf(lines.slice(first - 1, last), block.type))
  if (content === undefined) return undefined
  return {content, line: first, endLine: last, tags, ...(authorId !== undefined && {authorId})}
}

function contentOf(type: string, fields: Fields): NoteContent | undefined {
  const [first, ...others] = fields
  if (first === undefined) return undefined
  const rest = others
    .filter(field => field.text !== '')
    .map(field => labelled(field, others.length > 1))
  if (/cloze/i.test(type)) {
    const raw = first.text
    const anki = ankiDeletions(raw)
    const curly = anki.length > 0 ? anki : singleBraces(raw)
    return clozeOf(raw, curly.length > 0 ? curly : highlights(raw), rest.join('\n\n'))
  }
  const question = first.text
  const answer = rest.join('\n\n')
  if (question === '' || answer === '') return undefined
  return {
    kind: /revers/i.test(type) && !/optional/i.test(type) ? 'reversed' : 'basic',
    question,
    answer,
  }
}

/** Fields after the back keep their name, so that the author sees what they are. */
function labelled(field: Fields[number], named: boolean): string {
  return named && !/^(?:Back|Answer|Extra|Back Extra)$/i.test(field.name)
    ? `**${field.name}:** ${field.text}`
    : field.text
}

const META =
  /\s(?:Tags:\s*(?<tags>(?:(?!\sID:).)*?))?\s*(?:(?:<!--\s*)?ID:\s*(?<id>\d+)\s*(?:-->)?)?\s*$/

function inlineFields(text: string): Fields {
  const bare = text
    .replace(/\s(?:<!--\s*)?ID:\s*\d+\s*(?:-->)?\s*$/, '')
    .replace(/\sTags:(?:(?!\s[A-Z]\w*:\s).)*$/, '')
  const parts = bare.split(/(?:^|\s)(Front|Back|Text|Extra|Back Extra):\s+/)
  const fields = [{name: 'Front', text: (parts[0] ?? '').replace(/^\s*Question:/, '').trim()}]
  for (let i = 1; i + 1 < parts.length; i += 2)
    fields.push({name: parts[i] as string, text: (parts[i + 1] as string).trim()})
  return fields[0]?.text === '' ? fields.slice(1) : fields
}

function inlineMeta(text: string): {tags?: readonly string[]; authorId?: string} {
  const {tags, id} = META.exec(text)?.groups ?? {}
  return {
    ...(tags !== undefined && {tags: tagsFrom(tags)}),
    ...(id !== undefined && {authorId: id}),
  }
}

function targetDeck(lines: readonly string[]) {
  const at = lines.findIndex(line => /^\s*TARGET[ _]DECK/.test(line))
  if (at < 0) return undefined
  const [, same = ''] = /^\s*TARGET[ _]DECK\s*:?\s*(.*)$/.exec(lines[at] as string) ?? []
  return deckNameOf(same === '' ? blockAt(lines, at + 2, at + 2) : same)
}

function fileTags(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex(line => /^\s*FILE[ _]TAGS/.test(line))
  if (at < 0) return []
  const [, same = ''] = /^\s*FILE[ _]TAGS\s*:?\s*(.*)$/.exec(lines[at] as string) ?? []
  return tagsFrom(same === '' ? (lines[at + 1] ?? '') : same)
}
