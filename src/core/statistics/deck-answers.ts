import type {AnswerGroup} from './answers.ts'
import {grown} from './number-list.ts'
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
  let counts: Float64Array = new Float64Array(FIELDS)
  let decks = 0

  return {
    /** @param deck The deck’s number: whole, from 0, small. */
    add(deck: number, {kind, rating, answers, durationMs}: AnswerGroup): void {
      if (deck >= decks) {
        decks = deck + 1
        counts = grown(counts, decks * FIELDS)
      }
      const at = deck * FIELDS
      counts[at] = (counts[at] as number) + answers
      counts[at + 1] = (counts[at + 1] as number) + durationMs
      if (kind !== 'young' && kind !== 'mature') return
      const reviewed = at + (kind === 'young' ? 2 : 4)
      counts[reviewed] = (counts[reviewed] as number) + answers
      if (rating !== 'again') counts[reviewed + 1] = (counts[reviewed + 1] as number) + answers
    },

    /** By the number of the deck; none for decks after the last one that was answered. */
    byDeck(): readonly DeckAnswers[] {
      return Array.from({length: decks}, (_, deck) => {
        const at = deck * FIELDS
        const recall = (field: number): Recall => ({
          reviewed: counts[at + field] as number,
          passed: counts[at + field + 1] as number,
        })
        const retention = retentionFrom(recall(2), recall(4))
        return {answers: counts[at] as number, durationMs: counts[at + 1] as number, retention}
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
