import {ANSWER_KINDS} from '../../core/statistics/answers.ts'
import {CARD_STATES} from '../../core/statistics/card-row.ts'
import type {ActivityDay, DeckSummary} from '../../core/statistics/dashboard.ts'
import {studyDayToIso} from '../../core/time.ts'
import {columnsOf} from './columns.ts'

/** Days with what was answered on them. */
export const DAY_COLUMNS = columnsOf<ActivityDay>({
  day: ({day}) => studyDayToIso(day),
  answers: ({answers}) => ANSWER_KINDS.reduce((sum, kind) => sum + answers[kind], 0),
  ...Object.fromEntries(
    ANSWER_KINDS.map(kind => [kind, ({answers}: ActivityDay) => answers[kind]]),
  ),
  durationMs: ({durationMs}) => durationMs,
})

/** Decks, each together with those below it. */
export const DECK_COLUMNS = columnsOf<DeckSummary>({
  deck: ({deck}) => deck,
  ...Object.fromEntries(
    CARD_STATES.map(state => [state, ({counts}: DeckSummary) => counts[state]]),
  ),
  due: ({due}) => due,
  studied: ({studied}) => studied,
  known: ({known}) => known,
  answers: ({answers}) => answers,
  durationMs: ({durationMs}) => durationMs,
  reviewed: ({retention}) => retention.all.reviewed,
  passed: ({retention}) => retention.all.passed,
})
