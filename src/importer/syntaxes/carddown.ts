import {tagsFrom} from '../deck-name.ts'
import type {Reader, SourceText} from '../reading.ts'
import type {DraftNote, Unanswered} from './parts/reading.ts'
import {readingOf} from './parts/reading.ts'
import {regionsOf} from './parts/regions.ts'
import {withoutMarker} from './parts/sides.ts'
import {blockAt, headingOf, isBlank, lastFilled} from './parts/text.ts'

const SIGN = /🧠|⚡|#flashcard\b|#spaced\b/u
const MARK = /(?:^|\s)(?:🧠|⚡️?|#flashcard|#spaced)(?=\s|$)/u
const TAGS = /(?:^|\s)#[^\s#]+/g
const CLOSE = /^\s*(?:---+|\*\*\*+|- - -|\* \* \*)\s*$/

/** `prompt : answer 🧠`, or `prompt #flashcard` and lines up to a rule; further `#tags` are tags. */
export const carddown: Reader = {
  name: 'carddown',
  read: source => {
    if (!SIGN.test(source.text) || source.text.includes('@carddown-ignore')) return undefined
    const {lines} = source
    const regions = regionsOf(lines)
    const notes: DraftNote[] = []
    const unanswered: Unanswered[] = []
    let next = 1
    for (const [index, line] of lines.entries()) {
      const number = index + 1
      if (number < next || !regions.isText(number) || !MARK.test(line) || !SIGN.test(line)) continue
      const note = oneLine(line, number) ?? severalLines(source, line, number)
      if (note === undefined) continue
      notes.push(note)
      next = note.endLine + 1
    }
    if (notes.length === 0) return undefined
    const isOther = /<!--\s?SR:|^[ \t]*\?\??[ \t]*$/m.test(source.text)
    const hasBrain = notes.some(note => (lines[note.line - 1] as string).includes('🧠'))
    const confidence = isOther ? 0.3 : hasBrain ? 0.97 : 0.9
    return readingOf('carddown', source, {
      confidence,
      notes,
      unanswered,
      isMark: line => CLOSE.test(line),
    })
  },
}

function oneLine(line: string, number: number): DraftNote | undefined {
  const {text, tags} = untagged(line)
  const colon = text.search(/:\s/)
  const question = text.slice(0, Math.max(colon, 0)).replace(/:+$/, '').trim()
  const answer = text.slice(colon + 1).trim()
  if (question === '' || answer === '' || headingOf(line) !== undefined) return undefined
  return {
    content: {kind: 'basic', question, answer},
    line: number,
    endLine: number,
    tags,
  }
}

function severalLines({lines}: SourceText, line: string, number: number): DraftNote | undefined {
  if (!/#flashcard(?=\s|$)/.test(line)) return undefined
  const regions = regionsOf(lines)
  const {text, tags} = untagged(line)
  const first = closeAfter(lines, number + 1)
  if (first === undefined) return undefined
  if (text === '') {
    // Two-sided block: the tag alone, one side, a rule, the other side, a rule.
    const second = closeAfter(lines, first + 1)
    const question = blockAt(lines, number + 1, first - 1)
    const answer = second === undefined ? '' : blockAt(lines, first + 1, second - 1)
    if (second === undefined || question === '' || answer === '') return undefined
    let start = number + 1
    while (isBlank(lines[start - 1])) start += 1
    return {
      content: {kind: 'basic', question, answer},
      line: start,
      endLine: lastFilled(lines, first, second - 1),
      tags,
    }
  }
  const end = lastFilled(lines, number + 1, first - 1, (_, at) => regions.at(at) === 'comment')
  const answer = blockAt(lines, number + 1, end)
  if (answer === '') return undefined
  const question = headingOf(text)?.text ?? text
  return {content: {kind: 'basic', question, answer}, line: number, endLine: end, tags}

  function closeAfter(all: readonly string[], from: number): number | undefined {
    for (let at = from; at <= all.length; at += 1) {
      if (!regions.isText(at)) continue
      if (CLOSE.test(all[at - 1] as string)) return at
      if (MARK.test(all[at - 1] as string)) return undefined
    }
    return undefined
  }
}

/** The line without marks, tags and list bullet; its tags apart. */
function untagged(line: string): {text: string; tags: readonly string[]} {
  const tags = [...line.matchAll(TAGS)]
    .map(match => match[0].trim())
    .filter(tag => !/^#(?:flashcard|spaced)$/.test(tag))
  const heading = headingOf(line)
  const bare = (heading === undefined ? withoutMarker(line) : heading.text)
    .replace(/(?:^|\s)(?:🧠|⚡️?)(?=\s|$)/gu, ' ')
    .replace(TAGS, '')
    .trim()
  return {text: bare, tags: tagsFrom(tags)}
}
