import {cardCostsOf, timeLeftMs} from '../core/pace.ts'
import {streaksOf} from '../core/statistics/streaks.ts'
import {type StudyDay, studyDayOf} from '../core/time.ts'
import {daysAhead} from '../core/week.ts'
import type {Terminal} from '../platform/terminal.ts'
import {createHome} from '../ui/home/home.ts'
import type {HomeData, HomeTools, HomeWish} from '../ui/home/home-state.ts'
import {layoutOf} from '../ui/looks/layout.ts'
import type {Page} from '../ui/pages/page.ts'
import {createPager, type PagerExit, pagerLayout} from '../ui/pages/pager.ts'
import {keptHeld, runPage} from '../ui/pages/run-page.ts'
import {preferencesOf} from '../ui/review/preferences.ts'
import {type HeldTerminal, holdTerminal} from '../ui/terminal/held-terminal.ts'
import {chooseDecks} from './choose-decks.ts'
import {ALL_DUE, type ReviewRequest} from './chosen-cards.ts'
import type {Context, Outcome} from './context.ts'
import {gatherDecks} from './deck-offer.ts'
import {lookOn} from './look.ts'
import {readNextDue} from './next-due.ts'
import {progressDrawer} from './read-dashboard.ts'
import {openDay} from './session.ts'
import {undo} from './undo.ts'

/**
 * The home screen, and the reviews that are begun from it: after each, the learner is at home again. Says afterwards what was
 * recorded in them.
 */
export async function home(context: Context, terminal: Terminal): Promise<Outcome> {
  // Before the terminal is taken: what keeps the collection from being opened is said on the screen of the shell.
  let output = ''
  const tools = toolsOf(context, said => {
    output += said
  })
  const progress = progressOn(context, terminal)
  let page = createHome(tools)
  const held = holdTerminal(terminal)
  try {
    for (; ; page = createHome(tools)) {
      const wish = await show(context, terminal, held, page)
      if (wish === 'aborted') return {output, exitCode: 1}
      if (wish === 'quit' || wish === 'interrupted') return {output, exitCode: 0}
      if (wish === 'stats') {
        const exit = await progress(held)
        if (exit === 'left') continue
        return {output, exitCode: exit === 'aborted' ? 1 : 0}
      }
      const request = wish === 'start' ? ALL_DUE : await choose(context, terminal, held)
      if (request === 'back') continue
      if (request === 'interrupted') return {output, exitCode: 0}
      if (request === 'aborted') return {output, exitCode: 1}
      const {reviewOn} = await import('./review.ts')
      const ending = await reviewOn(context, terminal, request, keptHeld(held))
      output += ending.output
      if (ending.how === 'interrupted') return {output, exitCode: 0}
      if (ending.how === 'aborted') return {output, exitCode: 1}
    }
  } finally {
    held.release()
  }
}

function show(
  context: Context,
  terminal: Terminal,
  held: HeldTerminal,
  page: Page<HomeWish>,
): Promise<HomeWish | 'aborted'> {
  const {settings} = openDay(context)
  return runPage({
    page,
    held,
    look: lookOn(terminal, settings),
    layoutFor: size => layoutOf(size, settings.align),
    signal: context.ending,
  })
}

/** Shows progress as `ebb stats` does, on a terminal that stays held; what is drawn is kept from one time to the next. */
function progressOn(context: Context, terminal: Terminal) {
  const {settings} = openDay(context)
  const draw = progressDrawer(context, lookOn(terminal, settings).ascii)
  const {keymap} = preferencesOf(settings)
  return (held: HeldTerminal): Promise<PagerExit | 'aborted'> =>
    runPage({
      page: createPager(draw, keymap),
      held,
      look: lookOn(terminal, settings),
      layoutFor: pagerLayout,
      signal: context.ending,
    })
}

async function choose(
  context: Context,
  terminal: Terminal,
  held: HeldTerminal,
): Promise<ReviewRequest | 'back' | 'interrupted' | 'aborted'> {
  const picked = await chooseDecks(context, terminal, held, gatherDecks(context))
  if (picked === 'aborted') return picked
  switch (picked.kind) {
    case 'chosen':
      return {...ALL_DUE, decks: picked.decks}
    case 'left':
      return 'back'
    case 'interrupted':
      return picked.kind
  }
}

/** @param tell is told what stays to be read once the terminal is left */
function toolsOf(context: Context, tell: (said: string) => void): HomeTools {
  return {
    read: () => readHome(context),
    undo: () => takeBack(context, tell),
  }
}

const DAYS_SHOWN = 7

function readHome(context: Context): HomeData {
  const {offer, everything, tree, budget} = gatherDecks(context)
  const {store, moment, boundary, choice} = offer
  const today = moment.studyDay
  const {answers, durationMs} = store.dayActivity(today)
  const coming = {
    reviews: store.reviewsAhead(today, (today + DAYS_SHOWN - 1) as StudyDay),
    learning: store.upcoming({...choice, today}).learning,
  }
  return {
    moment,
    hasCards: store.decksWithCards().length > 0,
    counts: everything,
    durationMs: timeLeftMs(everything, cardCostsOf(store.recentAnswers())),
    done: {answers, durationMs},
    streakDays: streaksOf(store.studyDays(), today).current,
    week: daysAhead(coming, {today, now: everything.total, days: DAYS_SHOWN}, instant =>
      studyDayOf(instant, boundary),
    ),
    tree,
    budget,
    nextDue: everything.total === 0 ? readNextDue(offer, moment, choice) : undefined,
  }
}

/** One key must not take back an import of many documents. */
function takeBack(context: Context, tell: (said: string) => void): string {
  const newest = context.openStore().newestStep()
  if (newest?.kind === 'import') return 'The last was an import: `ebb undo` takes it back.'
  const {output} = undo(context, {json: false})
  if (newest) tell(output)
  return output.trimEnd()
}
