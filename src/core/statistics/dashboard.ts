import type {DeckName} from '../note.ts'
import type {Rating} from '../rating.ts'
import type {Moment, StudyDay} from '../time.ts'
import type {AnswerKind} from './answers.ts'
import type {Calibration} from './calibration.ts'
import type {CardCounts} from './decks.ts'
import type {HistogramBin} from './distribution.ts'
import type {Forecast} from './forecast.ts'
import type {HeatMap} from './heat-map.ts'
import type {Hour} from './hours.ts'
import type {Knowledge} from './knowledge.ts'
import type {Leech} from './leeches.ts'
import type {Pace} from './pace.ts'
import type {Period} from './periods.ts'
import type {TrueRetention} from './retention.ts'
import type {Streaks} from './streaks.ts'

/**
 * Everything that is shown of progress, as data: what the terminal draws, the page shows and `--json` prints. docs/statistics.md
 * says in plain words what each figure means.
 *
 * What is told of cards leaves absent ones aside, but for their number. What is told of answers counts every answer
 * that was not taken back, those to absent cards too.
 */
export interface Dashboard {
  /** When the figures were taken; its study day is today. */
  readonly moment: Moment
  readonly scope: DashboardScope
  /** The retrievability aimed at on the due day, 0.7–0.99. */
  readonly desiredRetention: number
  readonly today: Today
  /** Whatever `since` says, as the heat map. */
  readonly streaks: Streaks
  /** The week of today and the 52 before it. */
  readonly heatMap: HeatMap
  /** 30 days, from today on. */
  readonly forecast: Forecast
  /** Every day of the period that `answers` tells of, ascending; days without an answer too. */
  readonly activity: readonly ActivityDay[]
  /** Over growing periods that end today, none of them from before `since`: always five, in this order. */
  readonly retention: readonly RetentionRow[]
  readonly cards: Cards
  /** Days until retrievability falls to 90 %, of cards reviewed before. */
  readonly stability: Histogram
  /** 1–10, of the same cards. */
  readonly difficulty: Histogram
  /** Chance of recall today, 0–1, of the same cards. */
  readonly retrievability: Histogram
  /** Days from the last review to the due day, of cards in review. */
  readonly intervals: Histogram
  /** All 24 hours of the learner’s day, from midnight; answers since `since`. */
  readonly hours: readonly Hour[]
  /** Answers since `since`. */
  readonly ratings: readonly RatingRow[]
  /** Answers since `since`. */
  readonly time: Time
  /** At most 60 days at equal distances, ascending, the last one today; from `since` or the first answer on. Empty without an answer. */
  readonly knowledge: readonly Knowledge[]
  /** Each deck right before the decks below it. */
  readonly decks: readonly DeckSummary[]
  /** The worst first; all of them. */
  readonly leeches: readonly LeechRow[]
  /** Of the present parameters, over reviews since `since`. */
  readonly calibration: Calibration
}

/** What the figures are about. */
export interface DashboardScope {
  /** The decks that were named, each with those below it; none: all. */
  readonly decks: readonly DeckName[]
  /** Cards with at least one of these tags; none: all. */
  readonly tags: readonly string[]
  /** The first study day whose answers count; nothing: all of them. */
  readonly since: StudyDay | undefined
  /** From `since`, or from the first answer, to today; today alone where there is none. */
  readonly period: Period
}

/** What was answered today. */
export interface Today {
  readonly answers: number
  /** Answers to cards that were new. */
  readonly introduced: number
  /** Answers to cards that were in review. */
  readonly reviewed: number
  readonly durationMs: number
  readonly ratings: Readonly<Record<Rating, number>>
  /** Cards that are due today or before, new ones left aside and without daily limits. */
  readonly due: number
}

/** Answers of one study day, by the kind of card that was asked. */
export interface ActivityDay {
  readonly day: StudyDay
  readonly answers: Readonly<Record<AnswerKind, number>>
  readonly durationMs: number
}

/** The last 1, 7, 30 and 365 days, today included, and all of the scope’s period. */
export const RETENTION_SPANS = ['day', 'week', 'month', 'year', 'all'] as const

export type RetentionSpan = (typeof RETENTION_SPANS)[number]

export interface RetentionRow extends TrueRetention {
  readonly span: RetentionSpan
  readonly period: Period
}

/** The cards as they stand today. */
export interface Cards {
  /** Present ones: all but those that are absent. */
  readonly total: number
  /** Each card in one state. */
  readonly counts: CardCounts
  /** Cards reviewed before. */
  readonly studied: number
  /** Sum of their retrievability today: how many would be recalled. */
  readonly known: number
}

/** How the values of cards are spread. */
export interface Histogram {
  /** Cards that have the value. */
  readonly cards: number
  /** Nothing without cards, as the median. */
  readonly mean: number | undefined
  readonly median: number | undefined
  /** Ascending, without a gap, empty ones too; the end of the last one may be Infinity. */
  readonly bins: readonly HistogramBin[]
}

/** How often each rating was given to cards of a kind. Learning: those that were new, in learning or relearning. */
export interface RatingRow {
  readonly kind: 'learning' | 'young' | 'mature'
  readonly ratings: Readonly<Record<Rating, number>>
}

/** Time spent. */
export interface Time extends Pace {
  /** Study days with an answer. */
  readonly studyDays: number
}

/** A deck together with the decks below it. */
export interface DeckSummary {
  readonly deck: DeckName
  /** 0 for a deck that is below no other. */
  readonly depth: number
  /** The last part of its name. */
  readonly name: string
  readonly counts: CardCounts
  /** Cards due today or before, new ones left aside. */
  readonly due: number
  /** Cards reviewed before, absent ones left aside. */
  readonly studied: number
  /** Sum of their retrievability today. */
  readonly known: number
  /** Answers since `since`, as below; by the deck that a card is in today. */
  readonly answers: number
  readonly durationMs: number
  readonly retention: TrueRetention
}

export interface LeechRow extends Leech {
  /** The question as the author wrote it, or the text of a cloze; nothing where it was not asked for: the first fifty at most. */
  readonly question: string | undefined
}
