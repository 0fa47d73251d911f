import type {Card} from '../../core/card.ts'
import type {StyledLine} from '../../render/line.ts'
import type {Step} from '../../render/steps.ts'
import type {FaceLines} from '../looks/faces.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {type Reveal, WHOLE} from '../review/reveal.ts'
import {span} from '../text/fit.ts'
import type {Landmark} from '../text/place.ts'

/** A card’s text on the screen: what stays in place, what scrolls below it, and where that begins. */
export interface CardText {
  readonly pinned: readonly StyledLine[]
  readonly body: readonly StyledLine[]
  /** First line of the body to show, unless the learner scrolled. */
  readonly top: number
  /** Lines of the body by which a place is found again; none unless given. */
  readonly landmarks?: readonly Landmark[]
}

/** The front alone, and below it a hint where one is wanted. */
export function questionText(
  card: Card,
  {width}: Layout,
  faceLines: FaceLines,
  hint: readonly StyledLine[] = [],
): CardText {
  const {lines, steps} = faceLines.steps(card, 'front', width)
  const body = hint.length > 0 ? [...lines, [], ...hint] : lines
  return {pinned: [], body, top: 0, landmarks: landmarksOf('front', steps, 0)}
}

/** How much of an answer is shown, and what above it. */
export interface AnswerShown {
  /** All of it unless given. */
  readonly reveal?: Reveal
  /** Between the question and the answer; scrolls with the answer. */
  readonly above?: readonly StyledLine[]
}

/**
 * The back, with the question above it: in place while the answer scrolls, as long as it takes no more than a third of
 * the room; a longer one scrolls away, and the answer’s beginning is what is shown first. The back of a cloze holds its
 * question already. Point by point, the end of what is shown is in sight, and all of the newest point where it fits.
 */
export function answerText(
  card: Card,
  room: number,
  layout: Layout,
  look: Look,
  faceLines: FaceLines,
  {reveal = WHOLE, above = []}: AnswerShown = {},
): CardText {
  const {width} = layout
  const {lines, steps} = faceLines.steps(card, 'back', width)
  const newest = newestStep(steps, reveal)
  const shown =
    newest && reveal.kind === 'points' && reveal.shown < reveal.total
      ? lines.slice(0, newest.endLine)
      : lines
  const answer = above.length > 0 ? [...above, ...shown] : shown
  const question = card.content.kind === 'cloze' ? [] : questionAbove(card, layout, look, faceLines)
  const third = Math.floor(room / 3)
  const isPinned = question.length <= third
  const pinned = isPinned ? question : []
  const scrolled = isPinned ? [] : question
  const body = isPinned ? answer : [...question, ...answer]
  const start = scrolled.length + above.length
  const first = isPinned ? 0 : question.length - third
  const height = room - pinned.length
  const top = newest
    ? Math.max(first, Math.min(start + newest.firstLine, body.length - height))
    : first
  const landmarks = [
    ...(isPinned ? [] : [{name: 'question', line: 0}]),
    ...(above.length > 0 ? [{name: 'above', line: scrolled.length}] : []),
    ...landmarksOf('back', steps, start),
  ]
  return {pinned, body, top, landmarks}
}

/** The question, and a rule below it. */
export function questionAbove(
  card: Card,
  {width, isRoomy}: Layout,
  {glyphs}: Look,
  faceLines: FaceLines,
): readonly StyledLine[] {
  const rule: StyledLine = [span(glyphs.rule.repeat(width), {dim: true, color: 'border'})]
  return [...faceLines(card, 'front', width), rule, ...(isRoomy ? [[]] : [])]
}

function newestStep(steps: readonly Step[], reveal: Reveal): Step | undefined {
  return reveal.kind === 'points' ? steps[Math.min(reveal.shown, steps.length) - 1] : undefined
}

function landmarksOf(
  side: 'front' | 'back',
  steps: readonly Step[],
  start: number,
): readonly Landmark[] {
  return steps.map(({firstLine}, index) => ({name: `${side} ${index}`, line: start + firstLine}))
}
