import type {StudyDay} from '../time.ts'
import {type CardRow, cardFactsOf} from './card-row.ts'
import {type DeckRow, deckTally} from './decks.ts'
import {type Distribution, distributionOf} from './distribution.ts'
import {type Forecast, forecastTally} from './forecast.ts'
import {forgettingCurve} from './forgetting-curve.ts'
import {LEECH_LAPSES, type Leech, leechTally} from './leeches.ts'
import {type NumberList, numberList} from './number-list.ts'

/** All that statistics take from the cards and their schedules. */
export interface CardStatistics {
  readonly decks: readonly DeckRow[]
  readonly forecast: Forecast
  /** Worst first. */
  readonly leeches: readonly Leech[]
  /** Days, of every card reviewed before and not absent. */
  readonly stability: Distribution
  /** 1–10, of the same cards. */
  readonly difficulty: Distribution
  /** Chance of recall today, 0–1, of the same cards. */
  readonly retrievability: Distribution
  /** Days, of cards in review, suspended ones among them, absent ones not. */
  readonly intervals: Distribution
}

export interface CardTallyContext {
  readonly today: StudyDay
  /** The 21 weights that retrievability is computed with. */
  readonly parameters: readonly number[]
  /** Study days to look ahead, today included; 30 if left out. */
  readonly forecastDays?: number
  readonly leechLapses?: number
}

/** Everything at once from cards, in one pass, in any order. 32 bytes for a card, and the leeches. */
export function cardTally(context: CardTallyContext) {
  const {today, parameters, forecastDays = 30, leechLapses = LEECH_LAPSES} = context
  const curve = forgettingCurve(parameters)
  const decks = deckTally(today)
  const forecast = forecastTally(today, forecastDays)
  const leeches = leechTally(leechLapses)
  const stability = numberList()
  const difficulty = numberList()
  const retrievability = numberList()
  const intervals = numberList()

  return {
    add(card: CardRow): void {
      const facts = cardFactsOf(card, today, curve)
      decks.add(facts)
      forecast.add(facts)
      leeches.add(facts)
      if (facts.state === 'absent') return
      append(stability, facts.memory?.stability)
      append(difficulty, facts.memory?.difficulty)
      append(retrievability, facts.retrievability)
      append(intervals, facts.intervalDays)
    },

    statistics(): CardStatistics {
      return {
        decks: decks.decks(),
        forecast: forecast.forecast(),
        leeches: leeches.leeches(),
        stability: distributionOf(stability.toArray()),
        difficulty: distributionOf(difficulty.toArray()),
        retrievability: distributionOf(retrievability.toArray()),
        intervals: distributionOf(intervals.toArray()),
      }
    },
  }
}

function append(list: NumberList, value: number | undefined): void {
  if (value !== undefined) list.set(list.length(), value)
}
