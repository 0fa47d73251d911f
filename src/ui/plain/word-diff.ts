import type {DiffSpan} from '../../core/typed-answer.ts'

/** What is missing and what is too much, in whole words; words that follow one another are one piece. */
export interface WordDiff {
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

/** Words that belong together: one that is in both, or a difference. */
interface Region {
  expected: string
  typed: string
  isChanged: boolean
}

/** Tells a difference in words: of a misspelled word both spellings, rather than the letters that differ. */
export function wordDiffOf(spans: readonly DiffSpan[]): WordDiff {
  const changed = regionsOf(spans).filter(({isChanged}) => isChanged)
  const words = (textOf: (region: Region) => string) =>
    changed.map(region => textOf(region).trim()).filter(text => text !== '')
  return {missing: words(({expected}) => expected), extra: words(({typed}) => typed)}
}

/** A difference goes on until a word begins that is in both. */
function regionsOf(spans: readonly DiffSpan[]): readonly Region[] {
  let region: Region = {expected: '', typed: '', isChanged: false}
  const regions = [region]
  for (const {kind, text} of spans) {
    for (const piece of text.split(/(?<!\s)(?=\s)/)) {
      const isWord = /^\s/.test(piece) || (isAtWord(region.expected) && isAtWord(region.typed))
      if (isWord && !(region.isChanged && kind !== 'equal')) {
        region = {expected: '', typed: '', isChanged: false}
        regions.push(region)
      }
      if (kind !== 'extra') region.expected += piece
      if (kind !== 'missing') region.typed += piece
      region.isChanged ||= kind !== 'equal'
    }
  }
  return regions
}

/** Whether what follows is a word of its own. */
function isAtWord(before: string): boolean {
  return /(?:^|\s)$/.test(before)
}
