import type {Card} from '../../core/card.ts'
import type {StyledLine} from '../../render/line.ts'
import type {OutlinePoint} from '../../render/outline.ts'
import {hang, wrapSpans} from '../../render/wrap.ts'
import type {FaceLines} from '../looks/faces.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import type {Outline} from '../review/reveal.ts'
import {span} from '../text/fit.ts'
import {type CardText, questionAbove} from './card.ts'

/** Deeper points are not set in any further. */
const DEEPEST = 3
const MARKER_WIDTH = 6

/** The points that the answer makes, each with a box to tick, below the question; the one at the cursor in sight. */
export function outlineText(
  card: Card,
  outline: Outline,
  room: number,
  layout: Layout,
  look: Look,
  faceLines: FaceLines,
): CardText {
  const points = pointsOf(card, layout.width, faceLines)
  const rows = points.map(({text, depth}, index) => {
    const isHere = index === outline.cursor
    const isTicked = outline.ticked.includes(index)
    const indent = ' '.repeat(2 * Math.min(depth, DEEPEST))
    const marker: StyledLine = [
      span(indent),
      span(isHere ? `${look.glyphs.level} ` : '  ', {bold: true, color: 'accent'}),
      span(isTicked ? '[x] ' : '[ ] ', isTicked ? {bold: true, color: 'good'} : {}),
    ]
    const width = Math.max(2, layout.width - indent.length - MARKER_WIDTH)
    const words = wrapSpans([span(text, isHere ? {bold: true} : {})], width)
    return hang(words, marker, [span(' '.repeat(indent.length + MARKER_WIDTH))])
  })
  const question = questionAbove(card, layout, look, faceLines)
  const isPinned = question.length <= Math.floor(room / 3)
  const lines = isPinned ? rows.flat() : [...question, ...rows.flat()]
  const height = isPinned ? room - question.length : room
  const before = rows.slice(0, outline.cursor).flat().length + (isPinned ? 0 : question.length)
  const here = rows[outline.cursor]?.length ?? 1
  return {
    pinned: isPinned ? question : [],
    body: lines,
    // The cursor in the middle, or as near to it as the ends allow.
    top: Math.max(0, before - Math.floor((height - here) / 2)),
  }
}

const known = new WeakMap<readonly StyledLine[], readonly OutlinePoint[]>()

/** Found once for lines that are the same: a key must cost no more than the lines that it changes. */
function pointsOf(card: Card, width: number, faceLines: FaceLines): readonly OutlinePoint[] {
  const lines = faceLines(card, 'back', width)
  const points = known.get(lines) ?? faceLines.outline(card, 'back', width)
  known.set(lines, points)
  return points
}
