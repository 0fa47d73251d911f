import {tagsFrom} from '../deck-name.ts'
import type {Reader, SourceText} from '../reading.ts'
import type {DraftNote} from './parts/reading.ts'
import {readingOf} from './parts/reading.ts'
import {regionsOf} from './parts/regions.ts'
import {withoutMarker} from './parts/sides.ts'
import {blockAt, headingOf, isBlank, lastFilled} from './parts/text.ts'

const SIGN = /🧠|⚡|#flashcard\b|#spaced\b/u
const MARK = /^(?:🧠|⚡\ufe0f?|#flashcard|#spaced)$/u
const LAST_WORD = /(?<!\S)(🧠|⚡\ufe0f?|#[^\s#]+)$/u
const CLOSE = /^\s*(?:---+|\*\*\*+|- - -|\* \* \*)\s*$/

/** The first line of a card. */
interface Head {
  readonly text: string
  readonly tags: readonly string[]
  readonly marks: readonly string[]
}

/** `prompt : answer 🧠`, or `prompt #flashcard` and lines up to a rule; further `#tags` are tags. */
export const carddown: Reader = {
  name: 'carddown',
  read: source => {
    if (!SIGN.test(source.text) || source.text.includes('@carddown-ignore')) return undefined
    const {lines} = source
    const regions = regionsOf(lines)
    const notes: DraftNote[] = []
    const marks = new Set<string>()
    let next = 1
    for (const [index, line] of lines.entries()) {
      const number = index + 1
      const head = number < next || !regions.isText(number) ? undefined : marked(line)
      if (head === undefined) continue
      const note =
        (headingOf(line) === undefined ? oneLine(head, number) : undefined) ??
        severalLines(source, head, number)
      if (note === undefined) continue
      notes.push(note)
      for (const mark of head.marks) marks.add(mark)
      next = note.endLine + 1
    }
    if (notes.length === 0) return undefined
    const isOther = /<!--\s?SR:|^[ \t]*\?\??[ \t]*$/m.test(source.text)
    // A bolt at the end of a line is an ornament more often than not.
    const confidence = isOther || [...marks].every(mark => mark.startsWith('⚡')) ? 0.4 : 0.9
    return readingOf('carddown', source, {
      confidence,
      notes,
      isMark: line => CLOSE.test(line),
    })
  },
}

function oneLine({text, tags}: Head, number: number): DraftNote | undefined {
  const colon = text.search(/:\s/)
  const question = text.slice(0, Math.max(colon, 0)).replace(/:+$/, '').trim()
  const answer = text.slice(colon + 1).trim()
  if (question === '' || answer === '') return undefined
  return {
    content: {kind: 'basic', question, answer},
    line: number,
    endLine: number,
    tags,
  }
}

function severalLines(
  {lines}: SourceText,
  {text, tags, marks}: Head,
  number: number,
): DraftNote | undefined {
  if (!marks.includes('#flashcard')) return undefined
  const regions = regionsOf(lines)
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
  return {content: {kind: 'basic', question: text, answer}, line: number, endLine: end, tags}

  function closeAfter(all: readonly string[], from: number): number | undefined {
    for (let at = from; at <= all.length; at += 1) {
      if (!regions.isText(at)) continue
      if (CLOSE.test(all[at - 1] as string)) return at
      if (marked(all[at - 1] as string) !== undefined) return undefined
    }
    return undefined
  }
}

/** A line that ends in marks and tags, without them and its list bullet; undefined where it has no mark. */
function marked(line: string): Head | undefined {
  if (!SIGN.test(line)) return undefined
  const words: string[] = []
  let rest = line.trimEnd()
  for (let word = LAST_WORD.exec(rest); word !== null; word = LAST_WORD.exec(rest)) {
    words.unshift(word[1] as string)
    rest = rest.slice(0, word.index).trimEnd()
  }
  const marks = words.filter(word => MARK.test(word))
  if (marks.length === 0) return undefined
  const text = headingOf(rest)?.text ?? withoutMarker(rest)
  return {text: text.trim(), tags: tagsFrom(words.filter(word => !MARK.test(word))), marks}
}
