import type {StyledLine} from '../../render/line.ts'
import {wrapSpans} from '../../render/wrap.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {fitLine, span} from '../text/fit.ts'
import type {CardText} from '../views/card.ts'
import {entryLine, entryOf, insertText, type TextEntry} from './text-entry.ts'

/** The learner’s own tags of a note, being typed. */
export interface TagPrompt {
  /** Tags with spaces or commas between them. */
  readonly entry: TextEntry
  /** All tags of the collection, the usual ones first. */
  readonly known: readonly string[]
  /** The tags that the document gives, which stay. */
  readonly fromDocument?: readonly string[]
  /** Index of the chosen completion; nothing while none is chosen. */
  readonly selected?: number | undefined
}

/** A prompt for the tags that a note has of the learner’s own. */
export function tagPromptOf(
  ownTags: readonly string[],
  fromDocument: readonly string[],
  known: readonly string[],
): TagPrompt {
  const text = ownTags.map(tag => `${tag} `).join('')
  return {entry: entryOf(text), known, fromDocument, selected: undefined}
}

/** The prompt after something was typed: what was chosen among other completions is so no more. */
export function withEntry(prompt: TagPrompt, entry: TextEntry): TagPrompt {
  return {...prompt, entry, selected: undefined}
}

/** The tags that are typed, each once, without `#`. */
export function tagsOf({entry}: Pick<TagPrompt, 'entry'>): readonly string[] {
  const tags = entry.value.split(SEPARATORS).map(withoutHash)
  return [...new Set(tags.filter(tag => tag !== ''))]
}

const SEPARATORS = /[\s,]+/
const COMPLETIONS = 8

/** Known tags that the word before the cursor may become: those that begin with it first, then those that hold it. */
export function completionsOf({entry, known, fromDocument = []}: TagPrompt): readonly string[] {
  const word = wordBefore(entry)
  const wanted = withoutHash(word).toLowerCase()
  const others = {value: entry.value.slice(0, entry.cursor - word.length), cursor: 0}
  const taken = new Set([...tagsOf({entry: others}), ...fromDocument])
  const open = known.filter(tag => !taken.has(tag) && tag.toLowerCase() !== wanted)
  const begins = open.filter(tag => tag.toLowerCase().startsWith(wanted))
  const holds =
    wanted === ''
      ? []
      : open.filter(tag => !begins.includes(tag) && tag.toLowerCase().includes(wanted))
  return [...begins, ...holds].slice(0, COMPLETIONS)
}

/** The next completion (`by` 1) or the one before (−1) chosen, round and round. */
export function chooseCompletion(prompt: TagPrompt, by: 1 | -1): TagPrompt {
  const {length} = completionsOf(prompt)
  if (length === 0) return prompt
  const from = prompt.selected ?? (by === 1 ? -1 : length)
  return {...prompt, selected: (from + by + length) % length}
}

/** The word before the cursor completed: by the chosen completion, or by the first. */
export function completed(prompt: TagPrompt): TagPrompt {
  const tag = completionsOf(prompt)[prompt.selected ?? 0]
  if (tag === undefined) return prompt
  const {value, cursor} = prompt.entry
  const start = cursor - wordBefore(prompt.entry).length
  const rest = value.slice(cursor).trimStart()
  const before = insertText({value: value.slice(0, start), cursor: start}, `${tag} `)
  return withEntry(prompt, {value: before.value + rest, cursor: before.cursor})
}

/** What is being typed, the tags that it may become, and those that the document gives. */
export function tagPromptText(prompt: TagPrompt, {width, isRoomy}: Layout, look: Look): CardText {
  const {entry, fromDocument = [], selected} = prompt
  const completions = completionsOf(prompt)
  const blank: readonly StyledLine[] = isRoomy ? [[]] : []
  const sentence = (text: string) => wrapSpans([span(text, {dim: true})], width)
  const list = completions.map((tag, index): StyledLine => {
    const isChosen = index === selected
    const mark = span(isChosen ? '> ' : '  ', {bold: true, color: 'accent'})
    return fitLine(
      [mark, span(tag, isChosen ? {bold: true} : undefined)],
      width,
      look.glyphs.ellipsis,
    )
  })
  return {
    pinned: [entryLine(entry, 'Tags:', width, look), ...blank],
    body: [
      ...list,
      ...(list.length > 0 ? blank : []),
      ...(fromDocument.length > 0
        ? sentence(`From the document, and kept: ${fromDocument.join(', ')}.`)
        : []),
      ...sentence('Tags are for all cards of the note, with spaces between them.'),
    ],
    top: 0,
  }
}

/** What stands between the cursor and the separator before it. */
function wordBefore({value, cursor}: TextEntry): string {
  return value.slice(0, cursor).split(SEPARATORS).at(-1) ?? ''
}

function withoutHash(word: string): string {
  return word.replace(/^#+/, '')
}
