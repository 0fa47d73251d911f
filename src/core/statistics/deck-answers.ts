import type {AnswerGroup} from './answers.ts'
import {numberList} from './number-list.ts'
import type {Recall, TrueRetention} from './retention.ts'

/** What was answered of a deck’s cards. */
export interface DeckAnswers {
  readonly answers: number
  readonly durationMs: number
  readonly retention: TrueRetention
}

/** Side by side for each deck: answers, milliseconds, young reviewed, young passed, mature reviewed, mature passed. */
const FIELDS = 6

/** Counts answers by deck, in one pass, in any order. */
export function deckAnswerTally() {
  const counts = numberList()
  const count = (at: number, more: number) => counts.set(at, counts.get(at) + more)

  return {
    /** @param deck The deck’s number: whole, from 0, small. */
    add(deck: number, {kind, rating, answers, durationMs}: AnswerGroup): void {
      const at = deck * FIELDS
      // Up to the last field, so that every deck that is there has them all.
      count(at + FIELDS - 1, kind === 'mature' && rating !== 'again' ? answers : 0)
      count(at, answers)
      count(at + 1, durationMs)
      if (kind === 'mature') count(at + 4, answers)
      if (kind !== 'young') return
      count(at + 2, answers)
      if (rating !== 'again') count(at + 3, answers)
    },

    /** By the number of the deck; none for decks after the last one that was answered. */
    byDeck(): readonly DeckAnswers[] {
      return Array.from({length: counts.length() / FIELDS}, (_, deck) => {
        const at = deck * FIELDS
        const recall = (field: number): Recall => ({
          reviewed: counts.get(at + field),
          passed: counts.get(at + field + 1),
        })
        const retention = retentionFrom(recall(2), recall(4))
        return {answers: counts.get(at), durationMs: counts.get(at + 1), retention}
      })
    },
  }
}

export const NO_ANSWERS: DeckAnswers = {
  answers: 0,
  durationMs: 0,
  retention: retentionFrom({reviewed: 0, passed: 0}, {reviewed: 0, passed: 0}),
}

/** What was answered of several decks together. */
export function addAnswers(a: DeckAnswers, b: DeckAnswers): DeckAnswers {
  return {
    answers: a.answers + b.answers,
    durationMs: a.durationMs + b.durationMs,
    retention: retentionFrom(
      addRecall(a.retention.young, b.retention.young),
      addRecall(a.retention.mature, b.retention.mature),
    ),
  }
}

function retentionFrom(young: Recall, mature: Recall): TrueRetention {
  return {young, mature, all: addRecall(young, mature)}
}

function addRecall(a: Recall, b: Recall): Recall {
  return {reviewed: a.reviewed + b.reviewed, passed: a.passed + b.passed}
}
