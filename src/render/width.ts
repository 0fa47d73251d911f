import {eastAsianWidth} from 'get-east-asian-width'

/**
 * Columns that a terminal gives to a text without control characters: 0 for what combines, 2 for CJK and emoji. The one
 * function for every layout in this program. It agrees with the package string-width, which Ink measures with, and never finds
 * less: it counts what terminals show and that package misses, as the vowel AM of Thai. It does without \p{RGI_Emoji}, a pattern
 * that takes 30 ms to compile, and meets no pattern at all in ordinary text.
 */
export function textWidth(text: string): number {
  let width = 0
  for (let index = 0; index < text.length; index++) {
    const columns = simpleWidth(text.charCodeAt(index))
    if (columns === 0) return graphemesWidth(text)
    width += columns
  }
  return width
}

/** What a reader sees as one character each: the units that a line may be broken between. */
export function graphemesOf(text: string): readonly string[] {
  for (let index = 0; index < text.length; index++) {
    if (simpleWidth(text.charCodeAt(index)) === 0) return segments(text)
  }
  return text.split('')
}

/** Whether the last character of one text and the first of the next could be parts of one grapheme. */
export function mayJoin(before: string, after: string): boolean {
  if (before === '' || after === '') return false
  return (
    simpleWidth(after.charCodeAt(0)) === 0 ||
    simpleWidth(before.charCodeAt(before.length - 1)) === 0
  )
}

/**
 * Columns of a UTF-16 unit that is a grapheme of its own beside any other such unit; 0 where only the whole text can tell.
 * Covers Latin, Greek, Cyrillic, common punctuation, arrows, operators, box drawing, check marks and stars, kana, Han and Hangul
 * syllables.
 */
function simpleWidth(unit: number): 0 | 1 | 2 {
  if (unit < 0x7f) return unit < 0x20 ? 0 : 1
  if (unit < 0x300) return unit < 0xa0 || unit === 0xad ? 0 : 1
  if (unit < 0x530) return unit >= 0x370 && (unit < 0x483 || unit > 0x489) ? 1 : 0
  if (unit < 0x2010) return 0
  if (unit < 0x2c00) {
    if (unit < 0x2028) return 1
    if (unit < 0x20c0) return (unit > 0x202f && unit < 0x205f) || unit > 0x206f ? 1 : 0
    if (unit < 0x2100) return 0
    return unit < 0x231a || (unit > 0x245f && unit < 0x25fd) ? 1 : eastAsianWidth(unit)
  }
  if (unit < 0x3041) return unit > 0x3000 && unit < 0x302a ? 2 : 0
  if (unit < 0x4e00) return unit < 0x3097 || (unit > 0x30a0 && unit < 0x3100) ? 2 : 0
  if (unit < 0xa000) return 2
  if (unit < 0xd7a4) return unit > 0xabff ? 2 : 0
  return unit > 0xff00 && unit < 0xff61 ? 2 : 0
}

let segmenter: Intl.Segmenter | undefined

function segments(text: string): string[] {
  segmenter ??= new Intl.Segmenter()
  const result: string[] = []
  for (const {segment} of segmenter.segment(text)) result.push(segment)
  return result
}

function graphemesWidth(text: string): number {
  let width = 0
  for (const grapheme of segments(text.replace(LONE_SURROGATE, '\ufffd')))
    width += graphemeWidth(grapheme)
  return width
}

const SIGNS = '\u0600-\u0605\u06dd\u0890\u0891\u08e2\u{110bd}\u{110cd}'
const SIGN_BEFORE_DIGITS = new RegExp(`^[${SIGNS}]+`, 'u')
const VISIBLE = new RegExp(
  `[^\\p{Default_Ignorable_Code_Point}\\p{Control}\\p{Enclosing_Mark}\\p{Nonspacing_Mark}\\p{Format}]|[${SIGNS}]`,
  'u',
)
const EMOJI =
  /^(?:\p{Emoji_Presentation}|[\d#*]\ufe0f?\u20e3|\p{Emoji}\ufe0f|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|\p{Regional_Indicator})/u
const JOINED_PICTURES = /\u200d\p{Extended_Pictographic}/u
const SWATCH = /(?<![\p{Emoji_Modifier_Base}\u200d])\p{Emoji_Modifier}/gu
/** Leading, vowel and trailing parts of one syllable, which are written as one character; or any single character. */
const SYLLABLES =
  /[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6][\u11a8-\u11ff\ud7cb-\ud7fb]?|./gsu
const JAMO = /^[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/
const KIRAT_RAI_VOWELS = /(?<=[\u{16d63}-\u{16d6a}])[\u{16d63}-\u{16d6a}]+/gu
const TRAILING = /\p{Spacing_Mark}|[\uff00-\uffef]/gu
const LONE_SURROGATE = /\p{Surrogate}/gu

function graphemeWidth(grapheme: string): number {
  if (grapheme.length === 1) {
    const columns = simpleWidth(grapheme.charCodeAt(0))
    if (columns > 0) return columns
  }
  // Signs such as the Arabic number sign are shown around the digits that follow, at a column each.
  const signs = SIGN_BEFORE_DIGITS.exec(grapheme)?.[0]
  if (signs !== undefined) return [...signs].length + graphemeWidth(grapheme.slice(signs.length))
  const start = grapheme.search(VISIBLE)
  if (start === -1) return 0
  const visible = grapheme.slice(start)
  if (JAMO.test(visible)) return syllablesWidth(visible)
  const picture = EMOJI.exec(visible) ?? JOINED_PICTURES.exec(visible)
  if (picture === null) return sumOfCodePoints(visible)
  const rest = picture.index + picture[0].length
  return 2 + swatchesWidth(visible, rest) + sumOf(visible.slice(rest).match(TRAILING) ?? [])
}

function syllablesWidth(text: string): number {
  let width = 0
  for (const [syllable] of text.matchAll(SYLLABLES)) {
    if (VISIBLE.test(syllable)) width += codePointWidth(syllable)
  }
  return width
}

/** A skin tone after anything but a person or a hand is shown as a square of its own. */
function swatchesWidth(text: string, from: number): number {
  return [...text.matchAll(SWATCH)].filter(({index}) => index >= from).length * 2
}

/**
 * Spacing marks and the consonants of a conjunct take columns beside their base; of what a joiner adds, the marks alone do.
 */
function sumOfCodePoints(text: string): number {
  const joiner = text.indexOf('\u200d')
  const joined = joiner === -1 ? '' : text.slice(joiner)
  const alone = text.slice(0, text.length - joined.length).replaceAll(KIRAT_RAI_VOWELS, '')
  const visible = [...alone].filter(character => VISIBLE.test(character))
  return sumOf(visible) + sumOf(joined.match(TRAILING) ?? [])
}

function sumOf(characters: readonly string[]): number {
  return characters.reduce((width, character) => width + codePointWidth(character), 0)
}

function codePointWidth(text: string): number {
  return eastAsianWidth(text.codePointAt(0) ?? 0)
}
