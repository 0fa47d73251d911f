import type {Rating} from './rating.ts'
import {diffSequences, type Edit} from './sequence-diff.ts'
import {
  foldedOf,
  lettersOf,
  type TextFolding,
  type TypedWord,
  weightOf,
  wordsOf,
  wouldJoin,
} from './typed-words.ts'

/** A piece of the comparison; the white space before a word belongs to it. */
export interface DiffSpan {
  /** In both, only in the expected answer, or only in the typed one. */
  readonly kind: 'equal' | 'missing' | 'extra'
  readonly text: string
}

export interface AnswerDiff {
  /**
   * In reading order, neighbours of different kinds. What is equal or missing is together the expected answer; what is equal
   * or extra is the typed one, but for white space and what `folding` ignores.
   */
  readonly spans: readonly DiffSpan[]
  /** 0 (nothing in common) to 1 (the same). */
  readonly likeness: number
}

/**
 * Compares what was typed with what was expected, word by word, and letter by letter within a misspelled word. Both are plain text.
 *
 * The likeness is Dice’s coefficient over letters, digits and signs: twice what both have, by what each has. White space and the
 * punctuation of sentences show as differences but count for nothing.
 */
export function diffWords(expected: string, typed: string, folding: TextFolding = {}): AnswerDiff {
  const a = wordsOf(expected, folding)
  const b = wordsOf(typed, folding)
  const edits = diffSequences(
    a.map(word => word.key),
    b.map(word => word.key),
  )
  const writer = startWriting(folding)
  let missing: TypedWord[] = []
  let extra: TypedWord[] = []
  const endChange = () => {
    if (missing.length > 0 || extra.length > 0) writer.replace(missing, extra)
    missing = []
    extra = []
  }
  for (const edit of edits) {
    const word = wordAt(edit, a, b)
    if (word === undefined) continue
    if (edit.kind === 'missing') missing.push(word)
    else if (edit.kind === 'extra') extra.push(word)
    else {
      endChange()
      writer.keep(word)
    }
  }
  endChange()
  const {spans, shared} = writer.finish()
  return {spans, likeness: likenessFrom(shared, sumOf(a), sumOf(b), a, b)}
}

/** From this likeness on nothing but a slip of the finger in a long answer is wrong. */
const RIGHT = 0.97
/** From this likeness on the answer was there, with words missing or misspelled. */
const NEARLY_RIGHT = 0.8

/** The rating to suggest for a typed answer; the learner has the last word. Never `easy`: what was typed cannot show it. */
export function suggestedRating(likeness: number): Rating {
  if (likeness >= RIGHT) return 'good'
  return likeness >= NEARLY_RIGHT ? 'hard' : 'again'
}

function wordAt(
  edit: Edit,
  a: readonly TypedWord[],
  b: readonly TypedWord[],
): TypedWord | undefined {
  return edit.kind === 'extra' ? b[edit.b] : a[edit.a]
}

function sumOf(words: readonly TypedWord[]): number {
  return words.reduce((sum, {key}) => sum + weightOf(key), 0)
}

function likenessFrom(
  shared: number,
  expected: number,
  typed: number,
  a: readonly TypedWord[],
  b: readonly TypedWord[],
): number {
  if (expected + typed > 0) return Math.min(1, (2 * shared) / (expected + typed))
  // Nothing but punctuation, or nothing at all.
  const keys = (words: readonly TypedWord[]) => words.map(word => word.key).join('')
  return keys(a) === keys(b) ? 1 : 0
}

function startWriting(folding: TextFolding) {
  const spans: DiffSpan[] = []
  let lastAdded = ''
  let shared = 0

  function add(kind: DiffSpan['kind'], text: string): void {
    if (text === '') return
    const last = spans.at(-1)
    if (last?.kind === kind) spans[spans.length - 1] = {kind, text: last.text + text}
    else spans.push({kind, text})
    lastAdded = text
  }

  /** Words that stand side by side only here get a space, as part of what was typed. */
  function addWord(kind: DiffSpan['kind'], {gap, text}: TypedWord): void {
    addGap(kind, gap, text)
    add(kind, text)
  }

  function addGap(kind: DiffSpan['kind'], gap: string, text: string): void {
    const isJoined = gap === '' && wouldJoin(lastAdded, text)
    if (isJoined && (kind === 'extra' || spans.at(-1)?.kind === 'extra')) add('extra', ' ')
    else add(kind, gap)
  }

  function replace(missing: readonly TypedWord[], extra: readonly TypedWord[]): void {
    const pairs = pairsOf(missing, extra, folding)
    let nextMissing = 0
    let nextExtra = 0
    const addUpTo = (untilMissing: number, untilExtra: number) => {
      for (const word of missing.slice(nextMissing, untilMissing)) addWord('missing', word)
      for (const word of extra.slice(nextExtra, untilExtra)) addWord('extra', word)
    }
    for (const pair of pairs) {
      addUpTo(pair.missing, pair.extra)
      const {gap = '', text = ''} = missing[pair.missing] ?? {}
      addGap('equal', gap, text)
      for (const {kind, text: letter} of pair.letters) add(kind, letter)
      shared += pair.shared
      nextMissing = pair.missing + 1
      nextExtra = pair.extra + 1
    }
    addUpTo(missing.length, extra.length)
  }

  return {
    keep(word: TypedWord): void {
      addWord('equal', word)
      shared += weightOf(word.key)
    },
    replace,
    finish: () => ({spans, shared}),
  }
}

/** How far ahead the word is looked for that a typed one is a misspelling of, … */
const LOOKAHEAD = 10
/** … and how many typed words in a row may be misspelled: a different answer is no misspelling. */
const MISSPELLED_IN_ROW = 100

interface Misspelling {
  readonly missing: number
  readonly extra: number
  readonly letters: readonly DiffSpan[]
  readonly shared: number
}

/** Typed words with the expected ones that they are misspellings of, both in order. */
function pairsOf(
  missing: readonly TypedWord[],
  extra: readonly TypedWord[],
  folding: TextFolding,
): readonly Misspelling[] {
  const pairs: Misspelling[] = []
  let from = 0
  for (const [index, word] of extra.slice(0, MISSPELLED_IN_ROW).entries()) {
    for (let at = from; at < Math.min(missing.length, from + LOOKAHEAD); at += 1) {
      const letters = misspellingOf(missing[at]?.text ?? '', word.text, folding)
      if (letters === undefined) continue
      pairs.push({missing: at, extra: index, ...letters})
      from = at + 1
      break
    }
  }
  return pairs
}

/** Words that share less than this (Dice’s coefficient of their letters) are different words. */
const LEAST_SHARED = 0.6
const LONGEST_WORD = 100

/** The letters of a misspelled word. A number is right or wrong: digits are never misspelled. */
function misspellingOf(expected: string, typed: string, folding: TextFolding) {
  if (Math.max(expected.length, typed.length) > LONGEST_WORD) return undefined
  if (!/\p{L}/u.test(expected) || digitsOf(expected) !== digitsOf(typed)) return undefined
  const a = lettersOf(expected)
  const b = lettersOf(typed)
  const fold = (letter: string) => foldedOf(letter, folding)
  const edits = diffSequences(a.map(fold), b.map(fold))
  const shared = edits.filter(edit => edit.kind === 'equal').length
  if ((2 * shared) / (a.length + b.length) < LEAST_SHARED) return undefined
  const letters = edits.map(
    (edit): DiffSpan => ({
      kind: edit.kind,
      text: (edit.kind === 'extra' ? b[edit.b] : a[edit.a]) ?? '',
    }),
  )
  return {letters, shared}
}

function digitsOf(word: string): string {
  return word.replace(/\P{N}/gu, '')
}
