import type {Database} from 'better-sqlite3'
import {idsBetween} from '../core/id.ts'
import type {Rating} from '../core/rating.ts'
import type {Phase} from '../core/schedule.ts'
import type {ReviewRow} from '../core/statistics/review-tally.ts'
import {MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, type StudyDay} from '../core/time.ts'
import {cardNumbers} from './card-numbers.ts'
import {lazily} from './statement.ts'

/** The log as statistics read it. */
export type ReviewRows = ReturnType<typeof reviewRows>

/** Into how many stretches of time the log is cut: each is read at once. */
const PARTS = 64
/** Before every study day that a clock can show, so that none is negative. */
const EARLIEST_DAY = -1_048_576
/** As many bits as one character carries: those from 0xd800 on are no characters by themselves. */
const BITS = 15
const LOW = 2 ** BITS - 1

/**
 * What statistics need of an entry, as characters: rating and phase before, day and duration in two parts each, hour, and days until
 * due; what is null becomes 0, so that an undo has no rating. One text for thousands of entries takes half the time of reading
 * them as rows. Durations of twelve days and more are cut off.
 */
const FIELDS = [
  'unicode(rating) * 16 + length(before_phase)',
  `(study_day - ${EARLIEST_DAY}) >> ${BITS}`,
  `(study_day - ${EARLIEST_DAY}) & ${LOW}`,
  `((at + utc_offset_minutes * ${MS_PER_MINUTE}) % ${MS_PER_DAY} + ${MS_PER_DAY}) / ${MS_PER_HOUR} % 24`,
  `(duration_ms >> ${BITS}) & ${LOW}`,
  `duration_ms & ${LOW}`,
  `(due_day - study_day) & ${LOW}`,
]

interface Part {
  /** Separated by commas. */
  readonly cards: string | null
  readonly fields: string | null
}

/**
 * The reviews of a collection that count, many at once.
 *
 * @param parts Into how many stretches of time the log is cut, each of which is read at once.
 */
export function reviewRows(db: Database, parts = PARTS) {
  const selectEnds = lazily<[], {first: string | null; last: string | null}>(
    db,
    'select (select min(id) from reviews) as first, (select max(id) from reviews) as last',
  )
  const selectPart = lazily<[after: string, last: string], Part>(
    db,
    `select group_concat(card_id) as cards, group_concat(char(${FIELDS.join(', ')}), '') as fields
      from reviews where id > ? and id <= ?`,
  )
  // Taken back are few; to look for an undo of each review would take as long as all else.
  const selectVoided = lazily<[], {card_id: string; place: number}>(
    db,
    `select review.card_id, (
        select count(*) from reviews as earlier where earlier.card_id = review.card_id and earlier.id < review.id) as place
      from reviews as undo join reviews as review on review.id = undo.voids where undo.voids is not null`,
  )

  /** By a card’s number: the places of the reviews that were taken back among all entries of the card. */
  function voidedPlaces(numberOf: ReturnType<typeof cardNumbers>) {
    const places = new Map<number, Set<number>>()
    for (const {card_id, place} of selectVoided().all()) {
      const card = numberOf(card_id, 0, card_id.length)
      const ofCard = places.get(card) ?? new Set()
      places.set(card, ofCard.add(place))
    }
    return places
  }

  /** Shows the reviews of these cards that were not taken back, in the order of recording, always in the same object. */
  return function forEachReview(
    cardIds: readonly string[],
    visit: (review: ReviewRow) => void,
  ): void {
    const numberOf = cardNumbers(cardIds)
    const voided = voidedPlaces(numberOf)
    const hasVoided = Uint8Array.from(cardIds, (_, card) => (voided.has(card) ? 1 : 0))
    const entries = new Int32Array(cardIds.length)
    const isVoided = (card: number, place: number) =>
      hasVoided[card] === 1 && voided.get(card)?.has(place) === true

    const {first, last} = selectEnds().get() as {first: string | null; last: string | null}
    if (first === null || last === null) return
    let after = ''
    for (const end of [...idsBetween(first, last, parts), last]) {
      const packed = selectPart().get(after, end) as Part
      showPart(packed, numberOf, (card, review) => {
        const place = entries[card] as number
        entries[card] = place + 1
        if (review !== undefined && !isVoided(card, place)) visit(review)
      })
      after = end
    }
  }
}

/** @param show Is shown each entry; undos as nothing. */
function showPart(
  {cards, fields}: Part,
  numberOf: ReturnType<typeof cardNumbers>,
  show: (card: number, review: ReviewRow | undefined) => void,
): void {
  if (cards === null || fields === null) return
  const row = {
    card: 0,
    studyDay: 0 as StudyDay,
    rating: 'good' as Rating,
    before: 'new' as Phase,
    hour: 0,
    durationMs: 0,
    intervalDays: 0,
  }
  let at = 0
  for (let from = 0; from < cards.length; at += FIELDS.length) {
    const comma = cards.indexOf(',', from)
    const to = comma === -1 ? cards.length : comma
    const card = numberOf(cards, from, to)
    from = to + 1
    if (card === -1) continue
    const field = (index: number) => fields.charCodeAt(at + index)
    const kind = field(0)
    if (kind === 0) {
      show(card, undefined)
      continue
    }
    row.card = card
    row.rating = ratingOf(kind >> 4)
    row.before = phaseOf(kind & 15)
    row.studyDay = ((field(1) << BITS) + field(2) + EARLIEST_DAY) as StudyDay
    row.hour = field(3)
    row.durationMs = (field(4) << BITS) + field(5)
    row.intervalDays = field(6)
    show(card, row)
  }
}

/** By its first letter. */
function ratingOf(letter: number): Rating {
  if (letter === 103) return 'good'
  if (letter === 97) return 'again'
  return letter === 104 ? 'hard' : 'easy'
}

/** By its length. */
function phaseOf(length: number): Phase {
  if (length === 6) return 'review'
  if (length === 3) return 'new'
  return length === 8 ? 'learning' : 'relearning'
}
