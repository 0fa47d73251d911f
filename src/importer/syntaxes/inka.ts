import type {NoteContent} from '../../core/note.ts'
import {deckNameOf, tagsFrom} from '../deck-name.ts'
import type {Reader} from '../reading.ts'
import {clozeOf} from './parts/cloze.ts'
import {ankiDeletions, singleBraces} from './parts/cloze-marks.ts'
import type {DraftNote} from './parts/reading.ts'
import {readingOf} from './parts/reading.ts'
import {regionsOf} from './parts/regions.ts'
import {blockOf, isBlank} from './parts/text.ts'

const SIGN = /^---[ \t]*$/m
const ITEM = /^(\d{1,9})\.\s+(.*)$/
const ID = /^\s*<!--\s*ID:\s*(\d+)\s*-->\s*$/
const NAMED = /^(Deck|Tags):(.*)$/

interface Section {
  readonly from: number
  readonly to: number
}

/** Numbered questions with `>` answers, or with `{deletions}`, between two lines `---`; `Deck:` and `Tags:` at their top. */
export const inka: Reader = {
  name: 'inka',
  read: source => {
    const {lines} = source
    if (!SIGN.test(source.text) || !/^\d{1,9}\.\s/m.test(source.text)) return undefined
    const sections = sectionsBetweenRules(lines)
    const notes: DraftNote[] = []
    let named = 0
    for (const section of sections) {
      const {notes: found, isNamed} = sectionNotes(lines, section)
      for (const note of found) notes.push(note)
      if (isNamed && found.length > 0) named += 1
    }
    if (notes.length === 0) return undefined
    const hasIds = notes.some(note => note.authorId !== undefined)
    const basics = notes.filter(note => note.content.kind === 'basic').length
    const confidence =
      hasIds && named > 0 ? 1 : named > 0 ? 0.95 : hasIds ? 0.93 : basics > 1 ? 0.45 : 0.2
    return readingOf('inka', source, {
      confidence,
      notes,
      isMark: line => ID.test(line) || NAMED.test(line),
    })
  },
}

/** Rules outside code in pairs; a last one without a partner opens nothing. */
function sectionsBetweenRules(lines: readonly string[]): readonly Section[] {
  const regions = regionsOf(lines)
  const rules = lines.flatMap((line, i) =>
    line.trimEnd() === '---' && regions.isText(i + 1) ? [i + 1] : [],
  )
  const named = (from: number) =>
    /^Deck:/.test(lines.slice(from, from + 4).find(line => !isBlank(line)) ?? '')
  const sections: Section[] = []
  for (let i = 0; i + 1 < rules.length; i += 1) {
    const from = rules[i] as number
    const isOpening = named(from) || (!named(rules[i + 1] as number) && i % 2 === 0)
    if (!isOpening) continue
    sections.push({from: from + 1, to: (rules[i + 1] as number) - 1})
    if (!named(rules[i + 1] as number)) i += 1
  }
  return sections
}

function sectionNotes(
  lines: readonly string[],
  {from, to}: Section,
): {notes: readonly DraftNote[]; isNamed: boolean} {
  const regions = regionsOf(lines)
  const names = new Map<string, string>()
  const starts: number[] = []
  for (let number = from; number <= to; number += 1) {
    const line = lines[number - 1] as string
    const [, name, value] = NAMED.exec(line) ?? []
    if (name !== undefined && value !== undefined) names.set(name, value)
    else if (regions.isText(number) && ITEM.test(line)) starts.push(number)
  }
  const deck = deckNameOf(names.get('Deck') ?? '')
  const tags = tagsFrom(names.get('Tags') ?? '')
  const notes = starts.flatMap((line, i) => {
    const note = noteOf(lines, line, (starts[i + 1] ?? to + 1) - 1)
    const id = ID.exec(lines[line - 2] ?? '')?.[1]
    if (note === undefined) return []
    return [
      {...note, tags, ...(deck !== undefined && {deck}), ...(id !== undefined && {authorId: id})},
    ]
  })
  return {notes, isNamed: names.has('Deck')}
}

function noteOf(lines: readonly string[], line: number, limit: number): DraftNote | undefined {
  const regions = regionsOf(lines)
  let last = limit
  while (last > line && (isBlank(lines[last - 1]) || regions.at(last) === 'comment')) last -= 1
  const own = lines.slice(line - 1, last)
  own[0] = (ITEM.exec(own[0] as string)?.[2] ?? '').trim()
  const quote = own.findIndex(
    (text, i) => /^\s{0,3}>/.test(text) && regions.at(line + i) !== 'code',
  )
  if (quote < 0) {
    const content = clozeContent(blockOf(own))
    return content === undefined ? undefined : {content, line, endLine: last}
  }
  let end = quote
  while (end + 1 < own.length && /^\s{0,3}>/.test(own[end + 1] as string)) end += 1
  const question = blockOf(own.slice(0, quote))
  const answer = blockOf(own.slice(quote, end + 1).map(text => text.replace(/^\s{0,3}>[ ]?/, '')))
  if (question === '' || answer === '') return undefined
  return {content: {kind: 'basic', question, answer}, line, endLine: line + end}
}

function clozeContent(text: string): NoteContent | undefined {
  const anki = ankiDeletions(text)
  return clozeOf(text, anki.length > 0 ? anki : singleBraces(text))
}
