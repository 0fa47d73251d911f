import type {Card, CardId} from '../core/card.ts'
import {replay} from '../core/replay.ts'
import type {EntryId, Review} from '../core/review-log.ts'
import type {Earlier, NewestStep, OutOfReach} from '../core/step.ts'
import type {CardsTable} from './cards.ts'
import type {PracticeTable} from './practice.ts'
import type {ReviewsTable} from './reviews.ts'
import type {SettingsTable} from './settings.ts'
import type {StepsTable} from './steps.ts'
import type {StepUndoer} from './undo-steps.ts'

interface Tables {
  readonly cards: CardsTable
  readonly reviews: ReviewsTable
  readonly practice: PracticeTable
  readonly settings: SettingsTable
  readonly steps: StepsTable
  readonly undoer: StepUndoer
}

/** What was done last, over reviews, practice, actions and imports. */
export function newestView({cards, reviews, practice, settings, steps, undoer}: Tables) {
  /** The card as it was before its last review. */
  function cardBefore({id, cardId, at, studyDay, utcOffsetMinutes}: Review): readonly Card[] {
    const card = cards.cardById(cardId)
    if (!card) return []
    const undo = {kind: 'undo', id: `${id}~` as EntryId, cardId, voids: id} as const
    const {optionsOf, readSettings} = settings
    const {parameters} = readSettings().scheduling
    const entries = [...reviews.entriesOf(cardId), {...undo, at, studyDay, utcOffsetMinutes}]
    return [{...card, schedule: replay(entries, {optionsOf, parameters})}]
  }

  /** Cards as they are once a step is taken back; those that it had added are absent then. */
  function cardsBefore(step: number, ids: readonly CardId[]): readonly Card[] {
    const present = cards.cardsByIds(ids)
    const before = undoer.asIfTakenBack(
      step,
      () => new Map(cards.cardsByIds(ids).map(card => [card.id, card])),
    )
    return present.map(card => before.get(card.id) ?? {...card, isAbsent: true})
  }

  return {
    /** The last thing that was done and not taken back: what `ebb undo` takes back. */
    newestStep(): NewestStep | undefined {
      const review = reviews.newestReview()
      const practised = practice.newestPractice()
      const newest = steps.newest()
      const done: readonly (readonly [EntryId, NewestStep])[] = [
        ...(review ? [[review.id, {kind: 'review', review}] as const] : []),
        ...(practised ? [[practised.id, {kind: 'practice', practice: practised}] as const] : []),
        ...(newest ? [[newest.step.step.id, newest.step] as const] : []),
      ]
      return done.toSorted(([a], [b]) => (a < b ? -1 : 1)).at(-1)?.[1]
    },

    /**
     * The same for a session that has nothing left of its own to take back, with the cards as they will be then. An import is none of its
     * business, nor is practice of another session: nothing before it can be taken back in a session.
     * A step may have touched all cards of the collection; a session needs to know of its own, and of the one that it asks next.
     * Steps are taken back and restored to find out, which takes the write lock for a moment: ask when undo is asked for, not before.
     * @param asked the cards that the session may still ask
     */
    newestDone(asked: readonly CardId[]): Earlier | OutOfReach | undefined {
      const review = reviews.newestReview()
      const practised = practice.newestPractice()
      const newest = steps.newest()
      const isAfter = (id: EntryId | undefined) =>
        practised !== undefined && (id === undefined || practised.id > id)
      if (isAfter(review?.id) && isAfter(newest?.step.step.id)) return {kind: 'practice'}
      if (!newest || (review && review.id > newest.step.step.id)) {
        return review && {kind: 'review', review, cards: cardBefore(review), askNext: review.cardId}
      }
      const {step, number, cardIds} = newest
      if (step.kind === 'import') return {kind: 'import'}
      const isAsked = new Set(asked)
      const askNext = cardIds.length === 1 ? cardIds[0] : undefined
      const touched = new Set([...undoer.cardsTouchedBy(number), ...cardIds])
      const concerned = [...touched].filter(id => id === askNext || isAsked.has(id))
      return {...step, cards: cardsBefore(number, concerned), askNext}
    },
  }
}
