import type {Database} from 'better-sqlite3'
import type {Rating} from '../core/rating.ts'
import type {Phase} from '../core/schedule.ts'
import {MATURE_DAYS} from '../core/statistics/answers.ts'
import type {ReviewRow} from '../core/statistics/review-tally.ts'
import {MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, type StudyDay} from '../core/time.ts'
import {lazily} from './statement.ts'

/** Before every study day that a clock can show, so that none is negative. */
const EARLIEST_DAY = -1_048_576
/** As many bits as one character carries: those from 0xd800 on are no characters by themselves. */
const BITS = 15
const LOW = 2 ** BITS - 1

const HOUR = `((at + utc_offset_minutes * ${MS_PER_MINUTE}) % ${MS_PER_DAY} + ${MS_PER_DAY}) / ${MS_PER_HOUR} % 24`

/**
 * What statistics need of an entry, as characters: hour, phase before, rating and whether the interval is that of a mature card in one;
 * day and duration in two parts each. Null becomes 0, so that an undo has no rating. One text for all entries of a card takes
 * a third of the time of reading them as rows. Durations of twelve days and more are cut off.
 */
const FIELDS = [
  `${HOUR} + length(before_phase) * 32 + (unicode(rating) - 96) * 512 + (ifnull(due_day - study_day, 0) >= ${MATURE_DAYS}) * 8192`,
  `(study_day - ${EARLIEST_DAY}) >> ${BITS}`,
  `(study_day - ${EARLIEST_DAY}) & ${LOW}`,
  `(duration_ms >> ${BITS}) & ${LOW}`,
  `duration_ms & ${LOW}`,
]

interface PackedCard {
  readonly card_id: string
  /** Of each of its entries, in the order of recording. */
  readonly fields: string
}

/** The log as statistics read it: shows the reviews of these cards that were not taken back, card by card, always in the same object. */
export function reviewRows(db: Database) {
  const selectCards = lazily<[], PackedCard>(
    db,
    `select card_id, group_concat(char(${FIELDS.join(', ')}), '') as fields
      from reviews indexed by reviews_of_card group by card_id`,
  )
  // Taken back are few; to look for an undo of each review would take as long as all else.
  const selectVoided = lazily<[], {card_id: string; place: number}>(
    db,
    `select undo.card_id, (
        select count(*) from reviews as earlier where earlier.card_id = undo.card_id and earlier.id < undo.voids) as place
      from reviews as undo where undo.voids is not null`,
  )

  /** By card: the places of the reviews that were taken back among all entries of the card. */
  function voidedPlaces(): ReadonlyMap<string, ReadonlySet<number>> {
    const places = new Map<string, Set<number>>()
    for (const {card_id, place} of selectVoided().all()) {
      places.set(card_id, (places.get(card_id) ?? new Set()).add(place))
    }
    return places
  }

  return function forEachReview(
    cardIds: readonly string[],
    visit: (review: ReviewRow) => void,
  ): void {
    const numbers = new Map(cardIds.map((id, index) => [id, index]))
    const voided = voidedPlaces()
    for (const {card_id, fields} of selectCards().iterate()) {
      const card = numbers.get(card_id)
      if (card !== undefined) showReviews(fields, card, voided.get(card_id), visit)
    }
  }
}

/** One for all: a million would be garbage. */
const row = {
  card: 0,
  studyDay: 0 as StudyDay,
  rating: 'good' as Rating,
  before: 'new' as Phase,
  hour: 0,
  durationMs: 0,
  leadsToMature: false,
}

function showReviews(
  fields: string,
  card: number,
  voided: ReadonlySet<number> | undefined,
  visit: (review: ReviewRow) => void,
): void {
  row.card = card
  for (let at = 0; at < fields.length; at += FIELDS.length) {
    const kind = fields.charCodeAt(at)
    if (kind === 0 || voided?.has(at / FIELDS.length) === true) continue
    row.hour = kind & 31
    row.before = phaseOf((kind >> 5) & 15)
    row.rating = ratingOf((kind >> 9) & 15)
    row.leadsToMature = kind >= 8192
    row.studyDay = ((fields.charCodeAt(at + 1) << BITS) +
      fields.charCodeAt(at + 2) +
      EARLIEST_DAY) as StudyDay
    row.durationMs = (fields.charCodeAt(at + 3) << BITS) + fields.charCodeAt(at + 4)
    visit(row)
  }
}

/** By the place of its first letter in the alphabet. */
function ratingOf(letter: number): Rating {
  if (letter === 7) return 'good'
  if (letter === 1) return 'again'
  return letter === 8 ? 'hard' : 'easy'
}

/** By its length. */
function phaseOf(length: number): Phase {
  if (length === 6) return 'review'
  if (length === 3) return 'new'
  return length === 8 ? 'learning' : 'relearning'
}
