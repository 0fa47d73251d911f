import type {NoteContent} from '../../core/note.ts'
import type {Reader} from '../reading.ts'
import {type Chunk, chunksOf, isDashes} from './parts/chunks.ts'
import {type ClozeMark, clozeOf} from './parts/cloze.ts'
import {codeAndMathOf, contains} from './parts/inline.ts'
import type {DraftNote} from './parts/reading.ts'
import {readingOf} from './parts/reading.ts'
import {blockOf, isBlank} from './parts/text.ts'

const SIGN = /^#[ \t]+\S/m

/** `# header` and a body, cards parted by `---`: definitions, choices `*`/`-` and `[*]`/`[ ]`, `_gaps_`, `2. order`. */
export const hascard: Reader = {
  name: 'hascard',
  read: source => {
    if (!SIGN.test(source.text) || !/^---[ \t]*$/m.test(source.text)) return undefined
    const chunks = chunksOf(source.lines, isDashes)
    if (chunks.length < 2 || !chunks.every(chunk => /^#\s+\S/.test(chunk.lines[0] as string)))
      return undefined
    const cards = chunks.map(chunk => ({chunk, ...contentOf(chunk)}))
    const notes = cards.flatMap(({chunk, content}): DraftNote[] =>
      content === undefined
        ? []
        : [{content, line: chunk.line, endLine: chunk.endLine, section: []}],
    )
    if (notes.length === 0) return undefined
    const unanswered = cards
      .filter(card => card.content === undefined)
      .map(({chunk}) => ({line: chunk.line, endLine: chunk.endLine}))
    const typed = cards.filter(card => card.isTyped).length
    // Slides are written with `#` and `---` too.
    const isPlain = chunks.some(chunk =>
      chunk.lines.some((line, i) => i > 0 && /^#{1,6}\s/.test(line)),
    )
    const isText = /\.txt$/i.test(source.path)
    const confidence = isPlain ? 0.3 : typed > 0 ? (isText ? 0.95 : 0.8) : isText ? 0.85 : 0.45
    return readingOf('hascard', source, {confidence, notes, unanswered})
  },
}

function contentOf(chunk: Chunk): {content: NoteContent | undefined; isTyped: boolean} {
  const [head = '', ...rest] = chunk.lines
  const header = head.replace(/^#\s+/, '').trim()
  const lines = rest.filter(line => !isBlank(line))
  const image = lines[0]?.startsWith('![') === true ? (lines[0] as string) : undefined
  const body = image === undefined ? lines : lines.slice(1)
  const question = image === undefined ? header : `${header}\n\n${image}`
  const typed =
    choices(question, body) ??
    severalChoices(question, body) ??
    order(question, body) ??
    gaps(question, blockOf(rest))
  if (typed !== undefined) return {content: typed, isTyped: true}
  const answer = blockOf(rest)
  return {
    content: answer === '' ? undefined : {kind: 'basic', question: header, answer},
    isTyped: false,
  }
}

/** `* right` once, `- wrong` else. */
function choices(question: string, body: readonly string[]): NoteContent | undefined {
  const options = body.map(line => /^([*-])\s+(.+)$/.exec(line))
  const right = options.filter(option => option?.[1] === '*')
  if (
    body.length < 2 ||
    options.includes(null) ||
    right.length !== 1 ||
    options.length === right.length
  )
    return undefined
  return chosen(
    question,
    options.map(option => option?.[2] as string),
    [right[0]?.[2] as string],
  )
}

/** `[*] right`, `[ ] wrong`. */
function severalChoices(question: string, body: readonly string[]): NoteContent | undefined {
  const options = body.map(line => /^\[([*xX ])\]\s+(.+)$/.exec(line))
  if (body.length === 0 || options.includes(null)) return undefined
  const right = options.filter(option => option?.[1] !== ' ').map(option => option?.[2] as string)
  return chosen(
    question,
    options.map(option => option?.[2] as string),
    right.length === 0 ? ['(none)'] : right,
  )
}

/** The options stay with the question. */
function chosen(
  question: string,
  options: readonly string[],
  right: readonly string[],
): NoteContent {
  const listed = options.map(option => `- ${option}`).join('\n')
  const answer =
    right.length === 1 ? (right[0] as string) : right.map(option => `- ${option}`).join('\n')
  return {kind: 'basic', question: `${question}\n\n${listed}`, answer}
}

/** `2. second`, `1. first`: numbers 1 to n in any order but the right one. */
function order(question: string, body: readonly string[]): NoteContent | undefined {
  const items = body.map(line => /^(\d{1,3})\.\s+(.+)$/.exec(line))
  if (body.length < 2 || items.includes(null)) return undefined
  const numbered = items.map(item => ({at: Number(item?.[1]), text: item?.[2] as string}))
  const sorted = numbered.toSorted((a, b) => a.at - b.at)
  if (
    !sorted.every((item, i) => item.at === i + 1) ||
    numbered.every((item, i) => item.at === i + 1)
  )
    return undefined
  const asked = numbered.map(item => `- ${item.text}`).join('\n')
  return {
    kind: 'basic',
    question: `${question}\n\n${asked}`,
    answer: sorted.map(item => `${item.at}. ${item.text}`).join('\n'),
  }
}

/** `_gap_`, alternatives `_a|b_`; all gaps of a text are asked together. */
function gaps(question: string, body: string): NoteContent | undefined {
  const spans = codeAndMathOf(body)
  const lead = `${question}\n\n`
  const alternatives: string[] = []
  const marks = [...body.matchAll(/(?<![\w\\_])_([^_\n]+)_(?![\w_])/g)].flatMap(
    (match): ClozeMark[] => {
      if (contains(spans, match.index)) return []
      const [first = '', ...others] = (match[1] as string).split('|')
      if (others.length > 0) alternatives.push(`${first}: also ${others.join(', ')}`)
      const start = lead.length + match.index
      return [
        {
          start,
          end: start + match[0].length,
          textStart: start + 1,
          textEnd: start + 1 + first.length,
          group: 1,
        },
      ]
    },
  )
  return clozeOf(lead + body, marks, alternatives.join('\n'))
}
