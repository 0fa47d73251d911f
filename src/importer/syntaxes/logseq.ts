import type {NoteContent} from '../../core/note.ts'
import {deckNameOf, tagsFrom} from '../deck-name.ts'
import type {Reader, SourceText} from '../reading.ts'
import {clozeOf} from './parts/cloze.ts'
import {doubleBraces} from './parts/cloze-marks.ts'
import {
  CLOZE_MACRO,
  isCard,
  PROPERTY,
  plainClozes,
  shownLines,
  untagged,
  withoutLastRule,
} from './parts/logseq-text.ts'
import type {Block} from './parts/outline.ts'
import {childrenText, outlineOf} from './parts/outline.ts'
import type {DraftNote, Unanswered} from './parts/reading.ts'
import {readingOf} from './parts/reading.ts'
import {splitTrailingTags} from './parts/tags.ts'
import {headingOf, isRule, lastFilled} from './parts/text.ts'

const SIGN =
  /^[ \t]*[-*+][ \t].*(?:#(?:flash)?card(?![\w/-])|#?\[\[card\]\])|^[ \t]+card-[a-z-]+::/im

/** Bullets with `#card`: the bullet is the front, what is nested below it the back; `{{cloze …}}` hides. */
export const logseq: Reader = {
  name: 'logseq',
  read: source => {
    if (!SIGN.test(source.text)) return undefined
    const blocks = outlineOf(source.lines)
    const notes: DraftNote[] = []
    const unanswered: Unanswered[] = []
    for (const block of blocks) {
      if (!isCard(block)) continue
      const note = noteOf(source, blocks, block)
      if (note === undefined) unanswered.push({line: block.line, endLine: block.ownEnd})
      else notes.push(note)
    }
    if (notes.length + unanswered.length === 0) return undefined
    const properties = pageProperties(source.lines)
    const deck = properties.get('deck')
    return readingOf('logseq', source, {
      confidence:
        notes.length === 0
          ? 0.3
          : /^[ \t]*(?:card-|id::|collapsed::)/m.test(source.text)
            ? 1
            : 0.95,
      notes,
      unanswered,
      deck: deck === undefined ? undefined : deckNameOf(deck.replace(/[[\]]/g, '')),
      tags: tagsFrom((properties.get('tags') ?? '').replace(/#?\[\[([^\]]*)\]\]/g, '$1')),
      isMark: line => PROPERTY.test(line),
    })
  },
}

function noteOf(source: SourceText, blocks: readonly Block[], block: Block): DraftNote | undefined {
  const {lines} = source
  const front = shownLines(block).join('\n').trim()
  const {text, tags} = trailingTags(
    front.replace(/^(#{1,6}\s+|(?:TODO|DOING|DONE|LATER|NOW)\s+)+/, ''),
  )
  const back = withoutLastRule(plainClozes(childrenText(blocks, block, shownLines)))
  const content = contentOf(text, back, block)
  if (content === undefined) return undefined
  const id = block.text
    .map(line => /^\s*id::\s*(\S+)/.exec(line)?.[1])
    .find(value => value !== undefined)
  const end = lastFilled(
    lines,
    block.line,
    block.endLine,
    line => isRule(line.trim()) || PROPERTY.test(line),
  )
  return {
    content,
    line: block.line,
    endLine: Math.max(block.line, end),
    tags,
    section: sectionOf(blocks, block),
    ...(id !== undefined && {authorId: id}),
  }
}

function contentOf(text: string, back: string, block: Block): NoteContent | undefined {
  if (text === '') return undefined
  if (CLOZE_MACRO.test(text)) {
    const marks = doubleBraces(text).flatMap(mark => {
      const inner = text.slice(mark.textStart, mark.textEnd)
      const [open] = /^cloze\s+/i.exec(inner) ?? []
      if (open === undefined) return []
      const cue = inner.indexOf('\\\\')
      const textEnd = cue < 0 ? mark.textEnd : mark.textStart + inner.slice(0, cue).trimEnd().length
      return {
        ...mark,
        textStart: mark.textStart + open.length,
        textEnd,
        ...(cue >= 0 && {hint: inner.slice(cue + 2)}),
      }
    })
    const cloze = clozeOf(text, marks, back)
    if (cloze !== undefined) return cloze
  }
  if (back === '') return undefined
  const isReversed = block.text.some(line => /^\s*direction::\s*(?:<->|both)/.test(line))
  return {kind: isReversed ? 'reversed' : 'basic', question: text, answer: back}
}

/** Tags at the end of a front are the author’s tags; those within a sentence are part of it. */
function trailingTags(front: string): {text: string; tags: readonly string[]} {
  const {text, tags} = splitTrailingTags(front)
  return text === '' ? {text: front, tags: []} : {text, tags: tagsFrom(tags)}
}

/** The headings among the blocks around a block. */
function sectionOf(blocks: readonly Block[], block: Block): readonly string[] {
  const path: string[] = []
  for (let at = block.parent; at !== undefined; at = (blocks[at] as Block).parent) {
    const heading = headingOf((blocks[at] as Block).text[0] ?? '')
    if (heading !== undefined) path.unshift(trailingTags(untagged(heading.text)).text)
  }
  return path
}

function pageProperties(lines: readonly string[]): ReadonlyMap<string, string> {
  const properties = new Map<string, string>()
  for (const line of lines) {
    const [, key, value] = /^([\w-]+)::\s*(.*)$/.exec(line) ?? []
    if (key === undefined) break
    properties.set(key.toLowerCase(), value ?? '')
  }
  return properties
}
