import type {Card} from '../../core/card.ts'
import {plural} from '../../core/plural.ts'
import type {Moment} from '../../core/time.ts'
import {formatWait, waitOf} from '../../core/wait.ts'
import {type StyledLine, widthOf} from '../../render/line.ts'
import {wrapSpans} from '../../render/wrap.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {fitLine, join, span, spread} from '../text/fit.ts'
import type {CardText} from '../views/card.ts'
import {questionLine} from './card-words.ts'
import {markWords} from './mark-words.ts'
import {entryLine, type TextEntry} from './text-entry.ts'

/** A search for cards. */
export interface Search {
  readonly entry: TextEntry
  /** The cards found, best first. */
  readonly results: readonly Card[]
  /** How many were found, where that is more than are listed. */
  readonly total: number
  /** Index of the chosen result; of no matter where there is none. */
  readonly selected: number
}

/** The chosen card. */
export function selectedResult({results, selected}: Search): Card | undefined {
  return results[Math.max(0, Math.min(selected, results.length - 1))]
}

/** The search with another result chosen: `by` rows further down, not beyond the first and the last. */
export function moveSelection(search: Search, by: number): Search {
  const last = Math.max(0, search.results.length - 1)
  return {...search, selected: Math.max(0, Math.min(last, search.selected + by))}
}

/** What is being typed, above the cards found: their questions with deck and due time, the chosen one marked. */
export function searchText(
  search: Search,
  moment: Moment,
  room: number,
  layout: Layout,
  look: Look,
): CardText {
  const {entry, results, selected} = search
  const {width, isRoomy} = layout
  const pinned = [
    entryLine(entry, 'Search:', width, look),
    fitLine([span(foundInWords(search), {dim: true})], width, look.glyphs.ellipsis),
    ...(isRoomy ? [[]] : []),
  ]
  const chosen = selectedResult(search)
  const rows = results.map(card => resultRows(card, card === chosen, moment, width, look))
  const height = Math.max(1, room - pinned.length)
  const above = rows.slice(0, Math.max(0, selected)).flat().length
  const shown = rows[Math.min(selected, rows.length - 1)]?.length ?? 0
  return {
    pinned,
    body: results.length === 0 ? hintLines(entry, width) : rows.flat(),
    // The chosen one in the middle, or as near to it as the ends allow.
    top: Math.max(0, above - Math.floor((height - shown) / 2)),
  }
}

function foundInWords({entry, results, total}: Search): string {
  if (entry.value.trim() === '') return ''
  if (total > results.length) return `${plural(total, 'card')}, the first ${results.length} listed`
  return total === 0 ? 'no card' : plural(total, 'card')
}

function hintLines({value}: TextEntry, width: number): readonly StyledLine[] {
  const text =
    value.trim() === ''
      ? 'Type words of a question or an answer.'
      : 'No card has all of these words.'
  return wrapSpans([span(text, {dim: true})], width)
}

/** A wide row has all on one line, a narrow one its deck and due time below. */
function resultRows(
  card: Card,
  isChosen: boolean,
  moment: Moment,
  width: number,
  {glyphs}: Look,
): readonly StyledLine[] {
  const dot = span(` ${glyphs.dot} `, {dim: true})
  const mark = span(isChosen ? '> ' : '  ', {bold: true, color: 'accent'})
  const question = span(questionLine(card), isChosen ? {bold: true} : undefined)
  const marks = markWords(card.marks, moment.studyDay).map(
    (text): StyledLine => [span(text, {color: 'warning'})],
  )
  const deck = card.deck.split('::').join(` ${glyphs.level} `)
  const place = join(
    [[span(dueOf(card, moment), {dim: true})], ...marks, [span(deck, {dim: true})]],
    dot,
  )
  if (width >= 70) {
    const right = fitLine(place, Math.floor(width / 2), glyphs.ellipsis)
    const left = fitLine([mark, question], width - widthOf(right) - 2, glyphs.ellipsis)
    return [spread(left, right, width)]
  }
  return [
    fitLine([mark, question], width, glyphs.ellipsis),
    fitLine([span('    '), ...place], width, glyphs.ellipsis),
  ]
}

function dueOf({schedule, isAbsent}: Card, moment: Moment): string {
  if (isAbsent) return 'in no document'
  if (schedule.phase === 'new') return 'new'
  const wait = waitOf(schedule, moment)
  return wait.amount <= 0 ? 'due' : `due in ${formatWait(wait)}`
}
