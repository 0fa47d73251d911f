import type {Counts} from '../../core/queue.ts'
import type {Phase} from '../../core/schedule.ts'
import type {Role, StyledLine} from '../../render/line.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {join, span} from '../text/fit.ts'

/** The kinds of cards that are counted, in the order and the colours in which they are shown everywhere. */
const COUNTED: readonly (readonly [Exclude<Phase, 'relearning'>, Role])[] = [
  ['new', 'accent'],
  ['learning', 'warning'],
  ['review', 'good'],
]

/** `12 new · 3 learning · 19 review`. */
export function countsInWords(counts: Counts, {glyphs}: Look): StyledLine {
  const words = COUNTED.map(
    ([name, color]): StyledLine => [span(`${counts[name]} ${name}`, {color})],
  )
  return join(words, span(` ${glyphs.dot} `, {dim: true}))
}

const FULL_COLUMN = 10
const SHORT_COLUMN = 7
const WIDE_ENOUGH = 56

/** The width of the columns of numbers beside the names of decks. */
export function countColumns({width}: Layout): number {
  return width >= WIDE_ENOUGH ? COUNTED.length * FULL_COLUMN : SHORT_COLUMN
}

/** What the columns hold. */
export function countTitles({width}: Layout): StyledLine {
  const titles =
    width >= WIDE_ENOUGH
      ? COUNTED.map(([name]) => name.padStart(FULL_COLUMN))
      : ['cards'.padStart(SHORT_COLUMN)]
  return [span(titles.join(''), {dim: true})]
}

/** The numbers of a deck, one below the other from line to line; all together where there is no room for each. */
export function countCells(counts: Counts, {width}: Layout): StyledLine {
  if (width < WIDE_ENOUGH) return [span(String(counts.total).padStart(SHORT_COLUMN))]
  return COUNTED.map(([name, color]) => {
    const text = String(counts[name]).padStart(FULL_COLUMN)
    return counts[name] === 0 ? span(text, {dim: true}) : span(text, {color})
  })
}
