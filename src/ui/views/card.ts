import type {Card} from '../../core/card.ts'
import type {StyledLine} from '../../render/line.ts'
import type {FaceLines} from '../faces.ts'
import {span} from '../fit.ts'
import type {Layout} from '../layout.ts'
import type {Look} from '../look.ts'

/** A card’s text on the screen: what stays in place, what scrolls below it, and where that begins. */
export interface CardText {
  readonly pinned: readonly StyledLine[]
  readonly body: readonly StyledLine[]
  /** First line of the body to show, unless the learner scrolled. */
  readonly top: number
}

/** The front alone. */
export function questionText(card: Card, {width}: Layout, faceLines: FaceLines): CardText {
  return {pinned: [], body: faceLines(card, 'front', width), top: 0}
}

/**
 * The back, with the question above it: in place while the answer scrolls, as long as it takes no more than a third of
 * the room; a longer one scrolls away, and the answer’s beginning is what is shown first. The back of a cloze holds its
 * question already.
 */
export function answerText(
  card: Card,
  room: number,
  {width, isRoomy}: Layout,
  {glyphs}: Look,
  faceLines: FaceLines,
): CardText {
  const back = faceLines(card, 'back', width)
  if (card.content.kind === 'cloze') return {pinned: [], body: back, top: 0}
  const rule: StyledLine = [span(glyphs.rule.repeat(width), {dim: true, color: 'border'})]
  const question = [...faceLines(card, 'front', width), rule, ...(isRoomy ? [[]] : [])]
  const third = Math.floor(room / 3)
  if (question.length <= third) return {pinned: question, body: back, top: 0}
  return {pinned: [], body: [...question, ...back], top: question.length - third}
}
