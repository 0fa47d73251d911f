import type {Card} from '../../core/card.ts'
import type {Rating} from '../../core/rating.ts'
import type {Moment} from '../../core/time.ts'
import type {StyledLine} from '../../render/line.ts'
import {wrapSpans} from '../../render/wrap.ts'
import type {FaceLines} from '../looks/faces.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {span} from '../text/fit.ts'
import {answerText, type CardText} from '../views/card.ts'
import {RATING_COLORS} from '../views/ratings.ts'
import {dueInWords} from './card-words.ts'

/** The card that was answered before the present one. */
export interface PreviousAnswer {
  /** As it is since the answer; one that was answered outside the schedule is as it was. */
  readonly card: Card
  readonly rating: Rating
}

/** How the card before was answered and when it comes back; its question and its answer. */
export function previousAnswerText(
  {card, rating}: PreviousAnswer,
  moment: Moment,
  room: number,
  layout: Layout,
  look: Look,
  faceLines: FaceLines,
): CardText {
  const due = card.schedule.phase === 'new' ? '' : `; next: ${dueInWords(card.schedule, moment)}`
  const title: readonly StyledLine[] = [
    ...wrapSpans(
      [
        span('The card before: ', {bold: true}),
        span(rating, {color: RATING_COLORS[rating], bold: true}),
        span(due),
      ],
      layout.width,
    ),
    ...(layout.isRoomy ? [[]] : []),
  ]
  const text = answerText(card, room - title.length, layout, look, faceLines)
  // Where the room is low, everything scrolls together.
  if (title.length > room / 3) {
    const lines = [...title, ...text.pinned]
    return {pinned: [], body: [...lines, ...text.body], top: 0}
  }
  return {...text, pinned: [...title, ...text.pinned]}
}
