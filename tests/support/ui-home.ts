import {onTestFinished} from 'vitest'
import type {Moment, StudyDay} from '../../src/core/time.ts'
import type {HomeData} from '../../src/ui/home/home-state.ts'
import {layoutOf, type Size} from '../../src/ui/looks/layout.ts'
import type {LookOptions} from '../../src/ui/looks/look.ts'
import type {Page} from '../../src/ui/pages/page.ts'
import {runPage} from '../../src/ui/pages/run-page.ts'
import type {Timer} from '../../src/ui/review/ReviewApp.tsx'
import {holdTerminal} from '../../src/ui/terminal/held-terminal.ts'
import {PICKER_OFFER} from './ui-picker.ts'
import {openScreen} from './ui-terminal.ts'

/** A Thursday. */
const THURSDAY = 7 * 2857
const week = (...cards: readonly number[]) =>
  cards.map((count, index) => ({day: (THURSDAY + index) as StudyDay, cards: count}))

/** The morning of a learner who has studied the last three days. */
export const HOME_DATA: HomeData = {
  moment: {at: 0, studyDay: THURSDAY, utcOffsetMinutes: 0} as Moment,
  hasCards: true,
  counts: PICKER_OFFER.everything,
  durationMs: 9 * 60_000,
  done: {answers: 12, durationMs: 95_000},
  streakDays: 3,
  week: week(64, 8, 0, 32, 1, 16, 4),
  tree: PICKER_OFFER.tree,
  budget: PICKER_OFFER.budget,
  nextDue: undefined,
}

/** The evening of that day. */
export const ALL_DONE: HomeData = {
  ...HOME_DATA,
  counts: {total: 0, new: 0, learning: 0, review: 0},
  tree: [],
  week: week(0, 8, 0, 32, 1, 16, 4),
  nextDue: {kind: 'day', due: (THURSDAY + 1) as StudyDay, cards: 8},
}

/** Nothing was ever imported. */
export const NO_CARDS_YET: HomeData = {
  ...ALL_DONE,
  hasCards: false,
  done: {answers: 0, durationMs: 0},
  streakDays: 0,
  week: week(0, 0, 0, 0, 0, 0, 0),
  nextDue: {kind: 'nothing'},
}

/** A page on a terminal. It ends with the test at the latest. */
export function openPage<Exit>(
  page: Page<Exit>,
  {size, look = {}}: {readonly size?: Size; readonly look?: Partial<LookOptions>} = {},
) {
  const screen = openScreen(size)
  const abort = new AbortController()
  const waiting = new Set<() => void>()
  const timer: Timer = (_, run) => {
    waiting.add(run)
    return () => waiting.delete(run)
  }
  const held = holdTerminal({stdin: screen.stdin, stdout: screen.stdout})
  const ended = runPage({
    ...{page, held, timer, signal: abort.signal, layoutFor: layoutOf},
    look: {color: true, ascii: false, ...look},
  }).finally(() => held.release())
  // Whoever is interested in the error awaits `ended`.
  ended.catch(() => {})
  onTestFinished(async () => {
    abort.abort()
    await ended.catch(() => {})
  })
  return {
    screen,
    ended,
    abort: () => abort.abort(),
    /** The minute is over. */
    passMinute: () => {
      const due = [...waiting]
      waiting.clear()
      for (const run of due) run()
    },
  }
}
