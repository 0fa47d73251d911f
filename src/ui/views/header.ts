import type {Phase} from '../../core/schedule.ts'
import {currentCard, type SessionState} from '../../core/session.ts'
import {countLeft, summaryOf} from '../../core/session-summary.ts'
import {type Role, type Span, type StyledLine, widthOf} from '../../render/line.ts'
import {fitLine, join, span, spread} from '../fit.ts'
import type {Layout} from '../layout.ts'
import type {Look} from '../look.ts'

/** Where the card comes from, what is left by phase, and how far the session is. */
export function headerLines(
  session: SessionState,
  {width, isRoomy}: Layout,
  {glyphs}: Look,
): readonly StyledLine[] {
  const right = countsOf(session, width, glyphs.dot)
  const title = titleOf(session, glyphs.level)
  const left = fitLine(title, Math.max(8, width - widthOf(right) - 2), glyphs.ellipsis)
  const line = spread(left, right, width)
  return isRoomy ? [line, progress(session, width, glyphs), []] : [line]
}

function titleOf(session: SessionState, level: string): StyledLine {
  const card = currentCard(session)
  if (!card) return [span('ebb', {bold: true})]
  const between = span(` ${level} `, {dim: true})
  const deck = card.deck.split('::').map((name): StyledLine => [span(name, {bold: true})])
  const section = card.section.map((heading): StyledLine => [span(heading, {dim: true})])
  return join([...deck, ...section], between)
}

const COUNTED: readonly (readonly [Exclude<Phase, 'relearning'>, Role])[] = [
  ['new', 'accent'],
  ['learning', 'warning'],
  ['review', 'good'],
]

function countsOf(session: SessionState, width: number, dot: string): readonly Span[] {
  if (session.kind === 'finished') return []
  return width >= 56 ? countsInFull(session, dot) : countsInShort(session)
}

function countsInFull(session: SessionState, dot: string): readonly Span[] {
  const left = countLeft(session)
  const phase = currentCard(session)?.schedule.phase
  const present = phase === 'relearning' ? 'learning' : phase
  const counts = COUNTED.map(([name, color]): StyledLine => {
    const style = {color, underline: name === present}
    return [span(`${left[name]} ${name}`, style)]
  })
  return join(counts, span(` ${dot} `, {dim: true}))
}

function countsInShort(session: SessionState): readonly Span[] {
  return [span(`${countLeft(session).total} left`, {dim: true})]
}

function progress(session: SessionState, width: number, glyphs: Look['glyphs']): StyledLine {
  const {reviews} = summaryOf(session)
  const {total} = countLeft(session)
  const share = reviews + total === 0 ? 1 : reviews / (reviews + total)
  const done = Math.floor(share * width)
  return [
    span(glyphs.done.repeat(done), {color: 'accent'}),
    span(glyphs.left.repeat(width - done), {color: 'border', dim: true}),
  ].filter(({text}) => text !== '')
}
