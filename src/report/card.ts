import type {Card} from '../core/card.ts'
import {facesOf} from '../core/faces.ts'
import type {Marks} from '../core/marks.ts'
import {RATINGS, type Rating} from '../core/rating.ts'
import type {Schedule} from '../core/schedule.ts'
import {formatInstant, type Instant, type Moment, studyDayToIso} from '../core/time.ts'
import {formatWait, waitOf} from '../core/wait.ts'
import {sanitizeText} from '../render/sanitize.ts'

/** How instants are shown: in the learner’s zone. */
export type Zone = (instant: Instant) => number

/** A card as JSON. The shape is documented in docs/json.md and stays stable. */
export function cardToJson(card: Card, zone: Zone) {
  const {front, back} = facesOf(card.content, card.variant)
  return {
    id: card.id,
    note: card.noteId,
    deck: card.deck,
    section: card.section,
    tags: card.tags,
    kind: card.content.kind,
    question: front,
    answer: back,
    source: card.source,
    schedule: scheduleToJson(card.schedule, zone),
    marks: marksToJson(card.marks),
  }
}

/** What the learner set on a card and its note, as JSON; `tags` are the learner’s own, which are among those of the card, too. */
function marksToJson({isSuspended, buriedUntil, flag, needsFixing, ownTags}: Marks) {
  return {
    suspended: isSuspended,
    buriedUntil: buriedUntil === undefined ? null : studyDayToIso(buriedUntil),
    flag: flag ?? null,
    needsFixing,
    tags: ownTags,
  }
}

/** A schedule as JSON: `due` is an instant for learning cards and a date for cards in review. */
export function scheduleToJson(schedule: Schedule, zone: Zone) {
  if (schedule.phase === 'new') return {phase: schedule.phase}
  const {phase, memory, lastReview, reps, lapses} = schedule
  return {
    phase,
    due:
      schedule.phase === 'review'
        ? studyDayToIso(schedule.due)
        : formatInstant(schedule.due, zone(schedule.due)),
    stabilityDays: memory.stability,
    difficulty: memory.difficulty,
    lastReview: formatInstant(lastReview, zone(lastReview)),
    reps,
    lapses,
  }
}

/** What each rating would lead to, as JSON. */
export function previewToJson(
  preview: Readonly<Record<Rating, Schedule>>,
  moment: Moment,
  zone: Zone,
) {
  return Object.fromEntries(
    RATINGS.map(rating => [
      rating,
      {wait: formatWait(waitOf(preview[rating], moment)), ...scheduleToJson(preview[rating], zone)},
    ]),
  )
}

/** The question as plain Markdown below its place, for a reader without a full screen. */
export function formatQuestion(card: Card): string {
  const {front} = facesOf(card.content, card.variant)
  return sanitizeText(`${placeOf(card)}\n\n${front}\n`)
}

/** Question and answer as plain Markdown, and what each rating would lead to. */
export function formatAnswer(
  card: Card,
  preview: Readonly<Record<Rating, Schedule>>,
  moment: Moment,
): string {
  const {front, back} = facesOf(card.content, card.variant)
  const waits = RATINGS.map(rating => `${rating} ${formatWait(waitOf(preview[rating], moment))}`)
  return sanitizeText(
    `${placeOf(card)}\n\n${front}\n\n────\n\n${back}\n\n${waits.join(' · ')}\nebb rate ${card.id} ${RATINGS.join('|')}\n`,
  )
}

function placeOf({deck, section}: Card): string {
  return [deck, ...section].join(' › ')
}
