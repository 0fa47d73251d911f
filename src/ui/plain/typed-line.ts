import {FLAGS, type Flag} from '../../core/marks.ts'
import {RATINGS, type Rating} from '../../core/rating.ts'

/** What the learner typed, whatever may be done with it at that point. */
export type TypedLine =
  /** Nothing but the key enter. */
  | {readonly kind: 'enter'}
  /** Numbers and ranges, `1 3-5`, each once, as they were typed; whether they name a rating or points depends. */
  | {readonly kind: 'numbers'; readonly numbers: readonly number[]}
  | {readonly kind: 'rating'; readonly rating: Rating}
  | {readonly kind: 'word'; readonly word: Word}
  /** Nothing: no flag any more. */
  | {readonly kind: 'flag'; readonly flag: Flag | undefined}
  /** All tags that the note is to have of the learner’s own; none where they are to be taken away. */
  | {readonly kind: 'tag'; readonly tags: readonly string[]}
  | {readonly kind: 'search'; readonly text: string}
  /** The word is known, but what has to follow it is missing, or is none. */
  | {readonly kind: 'unfinished'; readonly word: 'flag' | 'tag' | 'search'}
  | {readonly kind: 'unknown'}

/** The words that are typed on their own, each with the letter that stands for it and what it does. */
export const WORDS = {
  all: {letter: 'a', does: 'show the whole answer at once'},
  repeat: {letter: 'r', does: 'print the question, or the answer, again'},
  type: {letter: 'y', does: 'type the answer before it is shown'},
  hint: {letter: 'h', does: 'first letters of the answer'},
  undo: {letter: 'u', does: 'take back what was done last'},
  suspend: {letter: 's', does: 'do not ask the card any more'},
  bury: {letter: 'b', does: 'bury the card until tomorrow'},
  'bury-note': {letter: 'B', does: 'bury all cards of the note until tomorrow'},
  fix: {letter: 'n', does: 'mark as needing to be fixed, or not'},
  info: {letter: 'i', does: 'about the card, and its history'},
  why: {letter: 'w', does: 'why the card comes when it comes'},
  previous: {letter: 'p', does: 'the previous answer'},
  edit: {letter: 'e', does: 'edit the card in your editor'},
  open: {letter: 'o', does: 'open the image'},
  mode: {letter: 'm', does: 'reveal at once, by points, by outline'},
  go: {letter: 'g', does: 'go on after the goal'},
  help: {letter: '?', does: 'these words'},
  quit: {letter: 'q', does: 'leave; every rating is saved'},
} as const satisfies Readonly<Record<string, {readonly letter: string; readonly does: string}>>

export type Word = keyof typeof WORDS

/** What a script may say instead of an empty line. */
const ENTER_WORDS: readonly string[] = ['enter', 'reveal', 'next', 'confirm']

/** Far more points than an answer makes. */
const MOST = 1000

/**
 * Reads a line as it was typed. Words in any case of letters; of letters only `b` and `B` differ. A colon before it means nothing: it
 * tells a command from an answer where answers are typed.
 */
export function parseTypedLine(line: string): TypedLine {
  const text = line.trim().replace(/^:\s*/, '')
  if (text === '') return {kind: 'enter'}
  return (
    numbersIn(text) ?? searchIn(text) ?? wordIn(text) ?? withArgument(text) ?? {kind: 'unknown'}
  )
}

function numbersIn(text: string): TypedLine | undefined {
  if (!/^\d[\d\s,-]*$/.test(text)) return undefined
  const numbers: number[] = []
  for (const part of text
    .replace(/\s*-\s*/g, '-')
    .split(/[\s,]+/)
    .filter(Boolean)) {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? []
    if (first === undefined || Number(last) > MOST) return {kind: 'unknown'}
    for (let each = Number(first); each <= Number(last); each += 1) numbers.push(each)
  }
  return {kind: 'numbers', numbers: [...new Set(numbers)]}
}

function searchIn(text: string): TypedLine | undefined {
  if (!text.startsWith('/')) return undefined
  const wanted = text.slice(1).trim()
  return wanted === '' ? {kind: 'unfinished', word: 'search'} : {kind: 'search', text: wanted}
}

function wordIn(text: string): TypedLine | undefined {
  const lower = text.toLowerCase().replace(/\s+/g, '-')
  const rating = RATINGS.find(each => each === lower)
  if (rating) return {kind: 'rating', rating}
  if (text === 'B') return {kind: 'word', word: 'bury-note'}
  if (ENTER_WORDS.includes(lower)) return {kind: 'enter'}
  if (lower === 'leave') return {kind: 'word', word: 'quit'}
  const known = Object.entries(WORDS).find(([word, {letter}]) => word === lower || letter === lower)
  return known && {kind: 'word', word: known[0] as Word}
}

function withArgument(text: string): TypedLine | undefined {
  const [, name = '', rest = ''] = /^(\S+)(?:\s+(.*))?$/.exec(text) ?? []
  switch (name.toLowerCase()) {
    case 'f':
    case 'flag':
      return flagIn(rest.trim())
    case 't':
    case 'tag':
    case 'tags':
      return tagsIn(rest)
    default:
      return undefined
  }
}

function flagIn(text: string): TypedLine {
  if (text === '0') return {kind: 'flag', flag: undefined}
  const flag = FLAGS.find(each => String(each) === text)
  return flag ? {kind: 'flag', flag} : {kind: 'unfinished', word: 'flag'}
}

/** `-` alone stands for no tags. */
function tagsIn(text: string): TypedLine {
  const tags = text
    .split(/[\s,]+/)
    .map(tag => tag.replace(/^#+/, ''))
    .filter(tag => tag !== '')
  if (tags.length === 0) return {kind: 'unfinished', word: 'tag'}
  return {kind: 'tag', tags: tags.length === 1 && tags[0] === '-' ? [] : [...new Set(tags)]}
}
