import type {Deletion, NoteContent} from './note.ts'

type Cloze = Extract<NoteContent, {kind: 'cloze'}>

/** Opening, between hidden piece and hint, closing. The first are Anki’s; the others are for texts that hold those. */
const MARKS: readonly (readonly [open: string, hint: string, close: string])[] = [
  ['{{', '::', '}}'],
  ['⟦', '¦', '⟧'],
]

/** A cloze text with its deletions marked in it. */
interface MarkedCloze {
  readonly text: string
  /** The three marks in one, where they are not the usual ones. */
  readonly marks?: string
}

/**
 * The text with `{{c1::hidden::hint}}` for its deletions, or with other marks where the text holds such signs itself; nothing where
 * none would be read back as the same.
 */
export function markedCloze(content: Cloze): MarkedCloze | undefined {
  for (const [index, marks] of MARKS.entries()) {
    const text = marked(content, marks)
    const joined = index === 0 ? undefined : marks.join('')
    if (isSame(readMarkedCloze(text, joined, content.extra), content)) {
      return {text, ...(joined !== undefined && {marks: joined})}
    }
  }
  return undefined
}

function marked({text, deletions}: Cloze, [open, hintMark, close]: (typeof MARKS)[number]): string {
  let result = ''
  let from = 0
  for (const {group, start, end, hint} of deletions) {
    const cue = hint === undefined ? '' : hintMark + hint
    result += `${text.slice(from, start)}${open}c${group}::${text.slice(start, end)}${cue}${close}`
    from = end
  }
  return result + text.slice(from)
}

/** The note of a text with marked deletions; nothing where it has none, or the marks are unknown. */
export function readMarkedCloze(
  raw: string,
  joined: string | undefined,
  extra: string,
): Cloze | undefined {
  const marks = MARKS.find((known, index) => (index === 0 ? undefined : known.join('')) === joined)
  if (!marks) return undefined
  const [open, hintMark, close] = marks
  const deletions: Deletion[] = []
  let text = ''
  let from = 0
  for (let at = raw.indexOf(`${open}c`); at >= 0; at = raw.indexOf(`${open}c`, at + 1)) {
    if (at < from) continue
    const group = /^c([1-9]\d{0,8})::/.exec(raw.slice(at + open.length, at + open.length + 12))
    if (!group) continue
    const inner = at + open.length + group[0].length
    const end = raw.indexOf(close, inner)
    if (end < 0) break
    const hintAt = raw.slice(inner, end).indexOf(hintMark)
    const hidden = hintAt < 0 ? raw.slice(inner, end) : raw.slice(inner, inner + hintAt)
    text += raw.slice(from, at)
    const start = text.length
    text += hidden
    deletions.push({
      group: Number(group[1]),
      start,
      end: text.length,
      ...(hintAt >= 0 && {hint: raw.slice(inner + hintAt + hintMark.length, end)}),
    })
    from = end + close.length
  }
  if (deletions.length === 0) return undefined
  return {kind: 'cloze', text: text + raw.slice(from), deletions, extra}
}

function isSame(a: Cloze | undefined, b: Cloze): boolean {
  return a !== undefined && a.text === b.text && keyOf(a) === keyOf(b)
}

function keyOf({deletions}: Cloze): string {
  return JSON.stringify(
    deletions.map(({group, start, end, hint}) => [group, start, end, hint ?? null]),
  )
}
