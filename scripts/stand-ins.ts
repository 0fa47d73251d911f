/**
 * Characters that may be part of a longer grapheme: carriage returns, what combines or joins, halves of pairs. Not among them are Latin
 * without marks, common punctuation, currency, arrows, operators, box drawing, kana, Han and Hangul syllables.
 */
const JOINING =
  /[\u0300-\u200f\u2028-\u202f\u205f-\u209f\u20c0-\u20ff\u2c00-\u3040\u3097-\u30a0\u3100-\u4dff\ua000-\uabff\ud7a4-\uffff\r]/

let segmenter

/**
 * Stands in for `Intl.Segmenter` (graphemes) in Ink and what it measures with: the first real one costs 8 ms, and most screens never
 * need it.
 */
export function PlainSegmenter() {
  return {
    segment: text => {
      if (!JOINING.test(text)) return plainSegments(text)
      segmenter ??= new Intl.Segmenter()
      return segmenter.segment(text)
    },
  }
}

function plainSegments(input) {
  const at = index => (index < input.length ? {segment: input[index], index, input} : undefined)
  return {
    containing: (index = 0) => at(index),
    *[Symbol.iterator]() {
      for (let index = 0; index < input.length; index++) yield at(index)
    },
  }
}
