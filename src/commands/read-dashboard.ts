import {buildDashboard} from '../core/statistics/build-dashboard.ts'
import type {Dashboard} from '../core/statistics/dashboard.ts'
import {type Since, sinceDay} from '../core/statistics/since.ts'
import {studyDayToIso} from '../core/time.ts'
import {UserError} from '../core/user-error.ts'
import type {StyledLine} from '../render/line.ts'
import {dashboardLines} from '../report/dashboard/dashboard-lines.ts'
import {ALL_DUE, chosenCards} from './chosen-cards.ts'
import {namedDecks} from './chosen-decks.ts'
import type {Context} from './context.ts'
import {openDay} from './session.ts'

/** Of what progress is asked for. Decks and tags as they were typed; none: all. */
export interface DashboardRequest {
  readonly decks: readonly string[]
  readonly tags: readonly string[]
  readonly since: Since | undefined
}

/** Of everything. */
const WHOLE: DashboardRequest = {decks: [], tags: [], since: undefined}

/**
 * All figures of the chosen cards as they are now.
 * @throws UserError where there is no such deck or tag, or the day has not come yet.
 */
export function readDashboard(context: Context, request: DashboardRequest): Dashboard {
  const {store, settings, moment} = openDay(context)
  const {decks, tags} = request
  const choice = chosenCards(store, {...ALL_DUE, decks, tags})
  const since = request.since && sinceDay(request.since, moment.studyDay)
  if (since !== undefined && since > moment.studyDay) {
    throw new UserError(
      `${studyDayToIso(since)} has not come yet`,
      'Name a day that has passed, or today.',
    )
  }
  const scope = {decks: namedDecks(store, decks), tags, since}
  return store.withDashboardRows(choice, rows =>
    buildDashboard({...rows, moment, scope, scheduling: settings.scheduling}),
  )
}

/** Draws the progress of everything for so many columns; reads it anew where something was recorded since. */
export function progressDrawer(
  context: Context,
  ascii: boolean,
): (width: number) => readonly StyledLine[] {
  let drawn: {readonly state: string; readonly lines: readonly StyledLine[]} | undefined
  return width => {
    const {store, moment} = openDay(context)
    const state = [width, moment.studyDay, store.lastEntryId()].join()
    if (drawn?.state !== state) {
      drawn = {state, lines: dashboardLines(readDashboard(context, WHOLE), {width, ascii})}
    }
    return drawn.lines
  }
}
