import type {NoteContent} from '../../core/note.ts'
import type {Reader} from '../reading.ts'
import {clozeOf} from './parts/cloze.ts'
import {doubleBraces} from './parts/cloze-marks.ts'
import {codeAndMathOf, contains} from './parts/inline.ts'
import {type Block, childrenText, outlineOf} from './parts/outline.ts'
import {type DraftNote, readingOf} from './parts/reading.ts'

const SIGN = /^[ \t]*[-*+][ \t].*(?:>>|<<|<>|>-|::|:>|:<|;;|;<|==|\{\{)/m
/** Longer ones first: a mark is not the beginning of another. */
const DELIMITERS = [
  '>>>',
  ':::',
  ';;;',
  '>>1.',
  '>>A)',
  ';<>',
  '::',
  '>>',
  '<<',
  '<>',
  ':>',
  ':<',
  ';;',
  ';<',
  '==',
]
const REVERSED = new Set(['<>', '::', ':::', ';<>'])
const BACKWARD = new Set(['<<', ':<', ';<'])
/** Marks that no other notation writes in bullets. */
const OWN = new Set(['>>>', ';;;', '>>1.', '>>A)', ';<>', '>>', '<>', ':>', ';;', ';<', ':<'])

/** Bullets with `>>`, `::`, `;;` between their sides, `>>>` above nested answers, and `{{deletions}}`. */
export const remnote: Reader = {
  name: 'remnote',
  read: source => {
    if (!SIGN.test(source.text)) return undefined
    const blocks = outlineOf(source.lines)
    const notes: DraftNote[] = []
    const kinds = new Map<string, number>()
    for (const block of blocks) {
      const found = noteOf(blocks, block)
      if (found === undefined) continue
      notes.push(found.note)
      kinds.set(found.mark, (kinds.get(found.mark) ?? 0) + 1)
    }
    if (notes.length === 0) return undefined
    return readingOf('remnote', source, {
      confidence: likelihood(source.text, kinds, notes.length / blocks.length),
      notes,
    })
  },
}

/** Marks of several kinds are RemNote’s; `>>` alone may be a path of menus, `{{}}` alone a template. */
function likelihood(text: string, kinds: ReadonlyMap<string, number>, share: number): number {
  if (/#card\b|#flashcard|<!--\s?SR:|\{\{cloze\s|^[ \t]*[\w-]{1,40}::\s/m.test(text)) return 0.3
  const own = [...kinds].filter(([mark]) => OWN.has(mark))
  const count = own.reduce((sum, [, notes]) => sum + notes, 0)
  if (share > 0.2 && (own.length > 1 || own.some(([mark]) => mark.length > 2))) return 0.9
  if (share > 0.2 && (count > 2 || (count > 0 && kinds.size > 1))) return 0.8
  return share > 0.2 && (kinds.get('{{') ?? 0) > 1 ? 0.6 : 0.3
}

interface Found {
  readonly mark: string
  readonly note: DraftNote
}

function noteOf(blocks: readonly Block[], block: Block): Found | undefined {
  const text = block.text
    .filter(line => !/#\[\[Extra Card Detail\]\]/i.test(line))
    .join('\n')
    .trim()
  const delimiter = text.includes('\n') && /```|~~~/.test(text) ? undefined : delimiterOf(text)
  const detail = detailOf(blocks, block)
  const marks = doubleBraces(text).filter(mark =>
    isHidden(text.slice(mark.textStart, mark.textEnd)),
  )
  const cloze = clozeOf(text, marks, detail)
  if (cloze !== undefined)
    return {mark: '{{', note: {content: cloze, line: block.line, endLine: block.ownEnd}}
  if (delimiter === undefined) return undefined
  const {at, mark} = delimiter
  const left = text.slice(0, at).trim()
  const right = text.slice(at + mark.length).trim()
  const isLong = right === '' && block.children.length > 0
  const below = isLong ? childrenText(blocks, block, child => child.text) : detail
  const options =
    mark === '>>A)' && isLong
      ? block.children.map(child => (blocks[child] as Block).text.join('\n').trim())
      : undefined
  const content = contentOf(
    left,
    options === undefined ? (right === '' ? below : right) : (options[0] ?? ''),
    mark,
    options,
  )
  if (content === undefined) return undefined
  return {mark, note: {content, line: block.line, endLine: isLong ? block.endLine : block.ownEnd}}
}

function contentOf(
  left: string,
  right: string,
  mark: string,
  options: readonly string[] | undefined,
): NoteContent | undefined {
  if (left === '' || right === '') return undefined
  // Options in another order than the author’s, in which the first is right.
  const listed =
    options === undefined
      ? ''
      : `\n\n${options
          .toSorted()
          .map(option => `- ${option}`)
          .join('\n')}`
  if (BACKWARD.has(mark)) return {kind: 'basic', question: right, answer: left}
  return {kind: REVERSED.has(mark) ? 'reversed' : 'basic', question: left + listed, answer: right}
}

/** The first delimiter outside code and math that has blanks around it, or stands at the end. */
function delimiterOf(text: string): {at: number; mark: string} | undefined {
  const spans = codeAndMathOf(text)
  let best: {at: number; mark: string} | undefined
  for (const mark of DELIMITERS) {
    for (let at = text.indexOf(mark); at > 0; at = text.indexOf(mark, at + mark.length)) {
      if (best !== undefined && at >= best.at) break
      const after = text[at + mark.length] ?? '\n'
      if (contains(spans, at) || !/\s/.test(text[at - 1] as string) || !/\s/.test(after)) continue
      best = {at, mark}
      break
    }
  }
  return best
}

/** Words, not a macro or a placeholder of a template. */
const isHidden = (text: string): boolean =>
  /[\p{L}\p{N}]/u.test(text) &&
  !/^\s*(?:[#/>!$%&]|cards?\b|query\b|embed\b|cloze\b|renderer\b|video\b|\w+\.\w+)/i.test(text)

/** Children tagged as a detail are shown with the answer. */
function detailOf(blocks: readonly Block[], block: Block): string {
  return block.children
    .map(child => (blocks[child] as Block).text.join('\n'))
    .filter(text => /#\[\[Extra Card Detail\]\]/i.test(text))
    .map(text => text.replace(/\s*#\[\[Extra Card Detail\]\]/gi, '').trim())
    .join('\n\n')
}
