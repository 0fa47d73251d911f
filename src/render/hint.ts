import type {RenderOptions} from './context.ts'
import type {Place} from './layout.ts'
import {plainText} from './line.ts'
import {layOutMarkdown} from './markdown.ts'
import {graphemesOf} from './width.ts'

/** How much of an answer a hint gives away. */
export interface HintOptions extends Partial<RenderOptions> {
  /** Lines at most; 6 unless given. */
  readonly lines?: number
}

const LINES = 6
const WIDTH = 80

/**
 * The first lines of an answer with every word cut down to its first letter: `T·· a······`, or `T__ a______` in ASCII. Lists,
 * tables and code keep their shape, punctuation stays; what is left out at the end is shown by an ellipsis on a line of its own.
 * Plain text of at most `width` columns (80 unless given); empty for an empty answer.
 */
export function hintOf(source: string, options: HintOptions = {}): string {
  const {lines: limit = LINES, width = WIDTH, ascii = false} = options
  const {lines, places, context} = layOutMarkdown(source, {...options, width})
  const hidden = new Set(places.flatMap(labelLines))
  const shown = lines.flatMap((line, index) => {
    const text = plainText(line)
    return hidden.has(index) || !/[\p{L}\p{N}]/u.test(text)
      ? []
      : [cutWords(text, ascii ? '_' : '·')]
  })
  const cut = shown.slice(0, limit)
  return (shown.length > limit ? [...cut, context.glyphs.ellipsis] : cut).join('\n')
}

/** The names of languages above code are no part of an answer. */
function labelLines({node, firstLine, children}: Place): readonly number[] {
  if (node.type === 'code' && node.lang) return [firstLine]
  return children.flatMap(labelLines)
}

/** Made for the first hint: the sets of characters take a millisecond, which every start would wait for. */
const patterns = () => ({
  /** Letters and digits with their marks; an apostrophe between letters is part of the word. */
  words: /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200d]*(?:['’](?=\p{L})[\p{L}\p{M}]+)*/gu,
  /** Scripts that put no spaces between words: each character would else stand for a whole sentence. */
  unspaced:
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u,
})
let known: ReturnType<typeof patterns> | undefined
let segmenter: Intl.Segmenter | undefined

function cutWords(text: string, filler: string): string {
  known ??= patterns()
  const {words, unspaced} = known
  return text.replace(words, run => {
    if (!unspaced.test(run)) return cutWord(run, filler)
    segmenter ??= new Intl.Segmenter('en', {granularity: 'word'})
    return [...segmenter.segment(run)].map(({segment}) => cutWord(segment, filler)).join('')
  })
}

function cutWord(word: string, filler: string): string {
  const [first = '', ...rest] = graphemesOf(word)
  return first + filler.repeat(rest.length)
}
