import {plural} from '../../core/plural.ts'
import type {Points} from '../../core/review-log.ts'
import {ANSWER_TIME_CAP_MS} from '../../core/session-effects.ts'
import {MS_PER_SECOND} from '../../core/time.ts'
import type {StyledLine} from '../../render/line.ts'
import {wrapSpans} from '../../render/wrap.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {pointsIn} from '../review/reveal.ts'
import type {Message, ReviewState} from '../review/review-state.ts'
import {fitLine, join, span, spread} from '../text/fit.ts'
import {positionOf, type Viewport} from '../text/viewport.ts'

/** The longest that a message may grow before it is cut off. */
const MESSAGE_LINES = 4

/** What went wrong, or could not be done. */
export function messageLines(
  {tone, text, hint}: Message,
  {width}: Layout,
  {glyphs}: Look,
): readonly StyledLine[] {
  const said = tone === 'bad' ? span(`! ${text}`, {bold: true, color: 'bad'}) : span(text)
  const wrapped = [
    ...wrapSpans([said], width),
    ...(hint === undefined ? [] : wrapSpans([span(hint, {dim: true})], width)),
  ]
  if (wrapped.length <= MESSAGE_LINES) return wrapped
  const last = wrapped[MESSAGE_LINES - 1] ?? []
  const cut = fitLine([...last, span(glyphs.ellipsis)], width, glyphs.ellipsis)
  return [...wrapped.slice(0, MESSAGE_LINES - 1), cut]
}

/** Where the text is scrolled to, how much of the answer was revealed or recalled, and the time; empty where there is nothing to say. */
export function statusLine(
  viewport: Viewport,
  state: ReviewState,
  {width}: Layout,
  look: Look,
): StyledLine {
  const dot = span(` ${look.glyphs.dot} `, {dim: true})
  const right = join(
    [revealWords(state), timerWords(state)]
      .filter(text => text !== '')
      .map((text): StyledLine => [span(text, {dim: true})]),
    dot,
  )
  const position = state.reveal.kind === 'outline' ? [] : positionLine(viewport, look)
  return position.length === 0 ? right : spread(position, right, width)
}

function revealWords({reveal, overlay}: ReviewState): string {
  if (overlay) return ''
  switch (reveal.kind) {
    case 'hidden':
      return ''
    case 'points':
      return `part ${reveal.shown} of ${reveal.total}`
    case 'outline':
      return recalledWords(pointsIn(reveal))
    case 'whole':
      return reveal.points ? recalledWords(reveal.points) : ''
  }
}

function recalledWords({recalled, total}: Points): string {
  return `${recalled} of ${plural(total, 'point')} recalled`
}

function timerWords({showTimer, session, overlay, moment, askedAt}: ReviewState): string {
  const isAsked = session.kind === 'asking' || session.kind === 'answering'
  if (!showTimer || !isAsked || (overlay && overlay.kind !== 'prompt')) return ''
  const ms = Math.max(0, moment.at - askedAt)
  const seconds = Math.floor(Math.min(ms, ANSWER_TIME_CAP_MS) / MS_PER_SECOND)
  return ms > ANSWER_TIME_CAP_MS ? `${seconds} s and more` : `${seconds} s`
}

/** Which lines are shown of how many, and that there are more; empty when all are shown. */
export function positionLine(viewport: Viewport, {glyphs}: Look): StyledLine {
  const position = positionOf(viewport)
  if (!position) return []
  const {first, last, total, percent, hasAbove, hasBelow} = position
  const arrows = [hasAbove ? glyphs.above : '', hasBelow ? `${glyphs.below} more` : '']
  return [
    span(`${first}${glyphs.range}${last} of ${total}  ${percent} %`, {dim: true}),
    span(`  ${arrows.filter(Boolean).join(' ')}`, {bold: true}),
  ]
}
