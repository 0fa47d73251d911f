// What the build puts in the place of costly things in Ink and what Ink measures with. Same answers, asked for less.

/**
 * Characters that may be part of a longer grapheme: carriage returns, what combines or joins, halves of pairs. Not among them are Latin
 * without marks, common punctuation, currency, arrows, operators, box drawing, kana, Han and Hangul syllables.
 */
const JOINING =
  /[\u0300-\u200f\u2028-\u202f\u205f-\u209f\u20c0-\u20ff\u2c00-\u3040\u3097-\u30a0\u3100-\u4dff\ua000-\uabff\ud7a4-\uffff\r]/

let segmenter: Intl.Segmenter | undefined

/** `Intl.Segmenter` for graphemes. The first real one costs 8 ms, and most screens never need it. */
export function PlainSegmenter() {
  return {
    segment(text: string) {
      if (!JOINING.test(text)) return plainSegments(text)
      segmenter ??= new Intl.Segmenter()
      return segmenter.segment(text)
    },
  }
}

function plainSegments(input: string) {
  const at = (index: number): Intl.SegmentData => ({segment: input.charAt(index), index, input})
  return {
    containing: (index = 0) => (index < input.length ? at(index) : undefined),
    *[Symbol.iterator]() {
      for (let index = 0; index < input.length; index++) yield at(index)
    },
  }
}

/** In every emoji, by whatever sequence it is written. */
const EMOJI_PART = /\p{Emoji_Presentation}|\u{FE0F}/u

/** To be read with the flag `v`. */
export const ALL_EMOJI = String.raw`^\p{RGI_Emoji}$`

let emoji: RegExp | undefined

/**
 * Whether a grapheme is an emoji that is recommended for interchange: the pattern of all emoji takes 14–30 ms to compile and would be
 * asked about every box-drawing character.
 */
export function isEmoji(grapheme: string): boolean {
  if (!EMOJI_PART.test(grapheme)) return false
  emoji ??= new RegExp(ALL_EMOJI, 'v')
  return emoji.test(grapheme)
}
