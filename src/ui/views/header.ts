import {formatTimeLeft, timeLeftMs} from '../../core/pace.ts'
import type {Phase} from '../../core/schedule.ts'
import {currentCard, type SessionState} from '../../core/session.ts'
import {countLeft, summaryOf} from '../../core/session-summary.ts'
import {type Role, type Span, type StyledLine, widthOf} from '../../render/line.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {markWords} from '../panels/mark-words.ts'
import type {ReviewState} from '../review/review-state.ts'
import {fitLine, join, span, spread} from '../text/fit.ts'

const NARROWEST_TITLE = 8

/** Where the card comes from, its marks, what is left by phase, and how far the session is. */
export function headerLines(
  state: ReviewState,
  {width, isRoomy}: Layout,
  look: Look,
): readonly StyledLine[] {
  const {session} = state
  const {dot, ellipsis, level} = look.glyphs
  const shown = rightOf(state, width, span(` ${dot} `, {dim: true}))
  const left = fitLine(
    titleOf(session, level),
    Math.max(NARROWEST_TITLE, width - widthOf(shown) - 2),
    ellipsis,
  )
  const line = spread(left, shown, width)
  return isRoomy ? [line, progress(state, width, look), []] : [line]
}

/** Marks and counts, in words as far as they leave room for the title. Marks matter more than how many cards are left. */
function rightOf({session, moment}: ReviewState, width: number, between: Span): StyledLine {
  const card = currentCard(session)
  const words = card ? markWords(card.marks, moment.studyDay) : []
  const marked = (text: string): StyledLine => [span(text, {bold: true, color: 'warning'})]
  const marks = words.map(marked)
  const full = countsInFull(session, between)
  const short = countsInShort(session)
  if (session.kind === 'finished') return []
  const candidates: readonly (readonly StyledLine[])[] = [
    ...(width >= 56 ? [[...marks, full]] : []),
    [...marks, short],
    marks,
  ]
  const lines = candidates.map(parts => join(parts, between))
  if (marks.length === 0) return lines[0] ?? []
  const room = Math.min((3 * width) / 4, width - NARROWEST_TITLE - 2)
  return lines.find(line => widthOf(line) <= room) ?? marked(initialsOf(words))
}

function titleOf(session: SessionState, level: string): StyledLine {
  const card = currentCard(session)
  if (!card) return [span('ebb', {bold: true})]
  const between = span(` ${level} `, {dim: true})
  const deck = card.deck.split('::').map((name): StyledLine => [span(name, {bold: true})])
  const section = card.section.map((heading): StyledLine => [span(heading, {dim: true})])
  return join([...deck, ...section], between)
}

/** `flag 3` as `F3`, `needs fixing` as `!`: for where there is no room for words. */
function initialsOf(marks: readonly string[]): string {
  return marks
    .map(mark => {
      if (mark.startsWith('flag ')) return `F${mark.slice('flag '.length)}`
      return mark === 'needs fixing' ? '!' : mark.slice(0, 4)
    })
    .join(' ')
}

const COUNTED: readonly (readonly [Exclude<Phase, 'relearning'>, Role])[] = [
  ['new', 'accent'],
  ['learning', 'warning'],
  ['review', 'good'],
]

function countsInFull(session: SessionState, between: Span): readonly Span[] {
  const left = countLeft(session)
  const phase = currentCard(session)?.schedule.phase
  const present = phase === 'relearning' ? 'learning' : phase
  const counts = COUNTED.map(([name, color]): StyledLine => {
    const style = {color, underline: name === present}
    return [span(`${left[name]} ${name}`, style)]
  })
  return join(counts, between)
}

function countsInShort(session: SessionState): readonly Span[] {
  return [span(`${countLeft(session).total} left`, {dim: true})]
}

/** Shorter bars say nothing. */
const SHORTEST_BAR = 10

/** How much of the session is done: a bar, and beside it in figures, with the time that is left. */
function progress(state: ReviewState, width: number, {glyphs}: Look): StyledLine {
  const {session, costs} = state
  const {reviews} = summaryOf(session)
  const left = countLeft(session)
  const all = reviews + left.total
  const time = costs && left.total > 0 ? formatTimeLeft(timeLeftMs(left, costs)) : ''
  const words = [
    ...(all > 0 ? [`${reviews} of ${all}`] : []),
    ...(time === '' ? [] : [`${time} left`]),
  ].join(` ${glyphs.dot} `)
  const text = words === '' || session.kind === 'finished' ? [] : [span(`  ${words}`, {dim: true})]
  const room = width - widthOf(text)
  const end = room >= SHORTEST_BAR ? text : []
  const length = width - widthOf(end)
  const done = Math.floor((all === 0 ? 1 : reviews / all) * length)
  const bar = [
    span(glyphs.done.repeat(done), {color: 'accent'}),
    span(glyphs.left.repeat(length - done), {color: 'border', dim: true}),
  ].filter(({text}) => text !== '')
  return [...bar, ...end]
}
