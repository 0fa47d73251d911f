/** Which differences between two texts are none. */
export interface TextFolding {
  /** Whether `http` is as good as `HTTP`; it is unless told otherwise. */
  readonly ignoreCase?: boolean
  /** Whether `naive` is as good as `naïve`; it is not unless told so. */
  readonly ignoreDiacritics?: boolean
}

/** A word, a character of a script that puts no spaces between words, or a sign. */
export interface TypedWord {
  /** The white space before it; none before the first word. */
  readonly gap: string
  readonly text: string
  /** What it is compared by. */
  readonly key: string
}

const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]'
const LETTER = `(?!${UNSPACED})[\\p{L}\\p{N}]`
/** Made when a text is first compared: its sets of characters take a millisecond, which every start would wait for. */
let tokens: RegExp | undefined

function tokensOf(text: string): Iterable<RegExpExecArray> {
  tokens ??= new RegExp(
    `(\\s+)|${UNSPACED}\\p{M}*|(?:${LETTER}\\p{M}*)+(?:['’](?:${LETTER}\\p{M}*)+)*|\\P{M}\\p{M}*|\\p{M}+`,
    'gu',
  )
  return text.matchAll(tokens)
}

/** The text in words. All of it but the white space at both ends is in one of them. */
export function wordsOf(text: string, folding: TextFolding): readonly TypedWord[] {
  const words: TypedWord[] = []
  let gap = ''
  for (const [token, space] of tokensOf(text.trim())) {
    if (space !== undefined) gap = space
    else {
      words.push({gap, text: token, key: foldedOf(token, folding)})
      gap = ''
    }
  }
  return words
}

/** What two texts have in common where they differ only in what is to be ignored, in how they are encoded, or in typography. */
export function foldedOf(text: string, {ignoreCase = true, ignoreDiacritics}: TextFolding): string {
  const straight = text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑–—−]/g, '-')
  const bare = ignoreDiacritics ? straight.normalize('NFD').replace(/\p{M}/gu, '') : straight
  // By way of capitals, so that ß is as good as ss.
  return (ignoreCase ? bare.toUpperCase().toLowerCase() : bare).normalize('NFC')
}

/** The characters of a word, each with its marks. */
export function lettersOf(word: string): readonly string[] {
  return word.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
}

const PUNCTUATION = /^[.,;:!?…'"“”‘’()¿¡、。，：；？！「」『』（）]\p{M}*$/u

/** How much a word counts: its letters; signs as letters do, the punctuation of sentences nothing. */
export function weightOf(word: string): number {
  return PUNCTUATION.test(word) ? 0 : lettersOf(word).length
}

const ENDS_IN_WORD = new RegExp(`${LETTER}\\p{M}*$`, 'u')
const STARTS_AS_WORD = new RegExp(`^${LETTER}`, 'u')

/** Whether two texts would run into one word without a space between. */
export function wouldJoin(before: string, after: string): boolean {
  return STARTS_AS_WORD.test(after) && ENDS_IN_WORD.test(before)
}
