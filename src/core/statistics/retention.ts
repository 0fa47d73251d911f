import type {Rating} from '../rating.ts'
import type {AnswerSum} from './answers.ts'

/** Answers to cards in review, and those of them that were not rated again. */
export interface Recall {
  readonly reviewed: number
  readonly passed: number
}

/** True retention: recall of cards in review. Learning and relearning do not count. */
export interface TrueRetention {
  /** After an interval of less than 21 days. */
  readonly young: Recall
  readonly mature: Recall
  readonly all: Recall
}

export function retentionOf({answers}: AnswerSum): TrueRetention {
  const young = recallOf(answers.young)
  const mature = recallOf(answers.mature)
  return {
    young,
    mature,
    all: {reviewed: young.reviewed + mature.reviewed, passed: young.passed + mature.passed},
  }
}

/** The share that was recalled, 0–1; nothing where nothing was reviewed. */
export function recallRate({reviewed, passed}: Recall): number | undefined {
  return reviewed === 0 ? undefined : passed / reviewed
}

function recallOf({again, hard, good, easy}: Readonly<Record<Rating, number>>): Recall {
  const passed = hard + good + easy
  return {reviewed: again + passed, passed}
}
