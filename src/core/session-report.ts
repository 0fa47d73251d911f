import type {Card, CardId} from './card.ts'
import type {CardAction} from './marks.ts'
import type {Points} from './review-log.ts'
import type {Done, SessionState} from './session-state.ts'
import {doneIn, reviewsOf, type SessionSummary, summaryOf} from './session-summary.ts'
import type {Recall} from './statistics/retention.ts'

/** All that a session came to. What was taken back is not in it. */
export interface SessionReport extends SessionSummary {
  /** Answers outside the schedule; `reviews` counts them, too. */
  readonly practised: number
  /** Cards that had never been answered before. */
  readonly introduced: number
  /** Answers to cards in review, which are what true retention is about. */
  readonly recall: Recall
  /** Over all answers in which points were ticked off; nothing where none were. */
  readonly points: Points | undefined
  /** The hardest first, at most `HARDEST`. A card that was never rated again or hard is not among them. */
  readonly hardest: readonly HardCard[]
  readonly actions: ActionCounts
}

/** How many of the hardest cards are named. */
const HARDEST = 3

/** A card that was hard, with how it went in the session. */
export interface HardCard {
  /** As it was when it was asked last. */
  readonly card: Card
  /** How often it was rated again. */
  readonly agains: number
  /** The longest time for an answer. */
  readonly longestMs: number
}

/** Cards on which something was done besides answering, as they were left. */
export interface ActionCounts {
  readonly suspended: number
  readonly buried: number
  readonly flagged: number
  readonly toFix: number
  readonly tagged: number
  /** Edits of documents. */
  readonly edited: number
}

export function sessionReportOf(state: SessionState): SessionReport {
  const done = doneIn(state)
  const reviews = reviewsOf(state)
  const asked = reviews.filter(({before}) => before === 'review')
  const points = reviews.flatMap(review => review.points ?? [])
  const sum = (of: (points: Points) => number) => points.reduce((all, each) => all + of(each), 0)
  return {
    ...summaryOf(state),
    practised: done.filter(({kind}) => kind === 'practice').length,
    introduced: reviews.filter(({before}) => before === 'new').length,
    recall: {
      reviewed: asked.length,
      passed: asked.filter(({rating}) => rating !== 'again').length,
    },
    points:
      points.length === 0
        ? undefined
        : {recalled: sum(({recalled}) => recalled), total: sum(({total}) => total)},
    hardest: hardestOf(done),
    actions: actionsIn(done),
  }
}

/** By how often they were rated again, then by the longest time for an answer. */
function hardestOf(done: readonly Done[]): readonly HardCard[] {
  const cards = new Map<CardId, HardCard & {readonly isHard: boolean}>()
  for (const each of done) {
    if (each.kind !== 'answer' && each.kind !== 'practice') continue
    const {card} = each.before
    const {rating, durationMs} = each.kind === 'answer' ? each.review : each.practice
    const known = cards.get(card.id)
    cards.set(card.id, {
      card,
      agains: (known?.agains ?? 0) + (rating === 'again' ? 1 : 0),
      longestMs: Math.max(known?.longestMs ?? 0, durationMs),
      isHard: known?.isHard === true || rating === 'again' || rating === 'hard',
    })
  }
  return [...cards.values()]
    .filter(({isHard}) => isHard)
    .sort((a, b) => b.agains - a.agains || b.longestMs - a.longestMs)
    .slice(0, HARDEST)
    .map(({card, agains, longestMs}) => ({card, agains, longestMs}))
}

function actionsIn(done: readonly Done[]): ActionCounts {
  const last: Record<CardAction['kind'], Map<CardId, boolean>> = {
    suspend: new Map(),
    bury: new Map(),
    flag: new Map(),
    fix: new Map(),
    tag: new Map(),
  }
  for (const each of done) {
    if (each.kind !== 'action') continue
    const {action, cardIds} = each.step
    for (const id of cardIds) last[action.kind].set(id, isSetBy(action))
  }
  const count = (kind: CardAction['kind']) => [...last[kind].values()].filter(Boolean).length
  return {
    suspended: count('suspend'),
    buried: count('bury'),
    flagged: count('flag'),
    toFix: count('fix'),
    tagged: count('tag'),
    edited: done.filter(({kind}) => kind === 'edit').length,
  }
}

/** Whether an action sets a mark, and does not take one away. */
function isSetBy(action: CardAction): boolean {
  switch (action.kind) {
    case 'suspend':
      return action.isSuspended
    case 'bury':
      return true
    case 'flag':
      return action.flag !== undefined
    case 'fix':
      return action.needsFixing
    case 'tag':
      return action.ownTags.length > 0
  }
}
