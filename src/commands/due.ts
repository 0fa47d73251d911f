import {countDue, type DueCounts} from '../core/queue.ts'
import type {NextDue} from '../core/session-summary.ts'
import {streaksOf} from '../core/statistics/streaks.ts'
import {type Moment, MS_PER_MINUTE} from '../core/time.ts'
import {formatWait} from '../core/wait.ts'
import {formatDue} from '../report/due.ts'
import {formatJson} from '../report/json.ts'
import {fillTemplate, parseTemplate, type TemplateValues} from '../report/template.ts'
import type {ReviewRequest} from './chosen-cards.ts'
import {done, type Outcome} from './context.ts'
import {readNextDue} from './next-due.ts'
import {nothingDue} from './nothing-due.ts'
import {gatherOffer, type Offer, type Outside} from './session.ts'

export interface DueFlags {
  readonly request: ReviewRequest
  readonly json: boolean
  /** A template to print instead of a sentence, see `DUE_VALUES`. */
  readonly format?: string | undefined
  /** Whether to end with 3 where nothing is due. */
  readonly exitCode?: boolean
}

/** What `--format` can name. */
export const DUE_VALUES = ['total', 'new', 'learning', 'review', 'done', 'streak', 'next'] as const

/**
 * How many cards a session would ask now.
 * @throws UserError where the format is none.
 */
export function due(
  context: Outside,
  {request, json, format, exitCode = false}: DueFlags,
): Outcome {
  const template = format === undefined ? undefined : parseTemplate(format, DUE_VALUES)
  const offer = gatherOffer(context, request)
  const counts = countDue(offer.candidates, offer.budget, offer.queueContext)
  const code = exitCode && counts.total === 0 ? 3 : 0
  if (template) {
    const line = fillTemplate(template, valuesOf(offer, counts))
    return {output: line === '' ? '' : `${line}\n`, exitCode: code}
  }
  if (json) return {...done(formatJson(counts)), exitCode: code}
  const output = counts.total === 0 ? nothingDue(offer, request, offer.choice) : formatDue(counts)
  return {output, exitCode: code}
}

function valuesOf(offer: Offer, {total, ...counts}: DueCounts): TemplateValues {
  const {store, moment, choice} = offer
  return {
    total: () => total,
    new: () => counts.new,
    learning: () => counts.learning,
    review: () => counts.review,
    done: () => store.dayActivity(moment.studyDay).answers,
    streak: () => streaksOf(store.studyDays(), moment.studyDay).current,
    next: () => (total > 0 ? 'now' : waitUntil(readNextDue(offer, moment, choice), moment)),
  } satisfies Record<(typeof DUE_VALUES)[number], TemplateValues[string]>
}

/** Short enough for a prompt; empty where nothing is scheduled. */
function waitUntil(next: NextDue, {at, studyDay}: Moment): string {
  switch (next.kind) {
    case 'nothing':
      return ''
    case 'today':
      return 'now'
    case 'instant':
      return formatWait({unit: 'minutes', amount: (next.due - at) / MS_PER_MINUTE})
    case 'day':
      return formatWait({unit: 'days', amount: next.due - studyDay})
  }
}
