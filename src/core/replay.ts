import type {OptionsId, SchedulingOptions} from './options.ts'
import type {EntryId, LogEntry, Review, Undo} from './review-log.ts'
import {NEW, type Schedule} from './schedule.ts'
import {answer, createScheduler, type Standing} from './scheduler.ts'

/** The log holds what this version cannot read: nothing that a learner did, and no bug of the replay. */
export class LogError extends Error {
  override readonly name = 'LogError'
}

/**
 * Computes a card’s schedule from its log.
 *
 * Phase, step, counts and times follow from each entry’s own options and moment. The due day is the one that the last
 * review led to, under that review’s options throughout: new parameters never move it. The memory is that
 * of the whole history under the parameters given.
 *
 * @param entries Of one card, in any order; an entry that occurs twice counts once.
 * @param context.optionsOf The options by their id; expected to know every id in the log.
 * @param context.parameters The 21 weights now in force.
 */
export function replay(
  entries: readonly LogEntry[],
  {optionsOf, parameters}: ReplayContext,
): Schedule {
  const reviews = reviewsInForce(entries)
  const last = reviews.at(-1)
  if (last === undefined) return NEW
  const options = optionsOf(last.optionsId)
  const before = fold(reviews.slice(0, -1), optionsOf, options.parameters)
  const schedule = createScheduler(options).review(last.cardId, before, last.rating, last)
  if (areEqual(parameters, options.parameters)) return schedule
  const now = fold(reviews, optionsOf, parameters)
  return now.phase === 'new' ? NEW : {...schedule, memory: now.memory}
}

export interface ReplayContext {
  readonly optionsOf: (id: OptionsId) => SchedulingOptions
  readonly parameters: readonly number[]
}

function fold(
  reviews: readonly Review[],
  optionsOf: ReplayContext['optionsOf'],
  parameters: readonly number[],
): Standing {
  return reviews.reduce<Standing>(
    (standing, review) =>
      answer(standing, review.rating, review, optionsOf(review.optionsId), parameters),
    NEW,
  )
}

function areEqual(a: readonly number[], b: readonly number[]): boolean {
  return a === b || (a.length === b.length && a.every((weight, index) => weight === b[index]))
}

/** The reviews that count, each once, in the order in which they happened: by instant, then by id. */
export function reviewsInForce(entries: readonly LogEntry[]): readonly Review[] {
  const voided = voidedIds(entries)
  const reviews = new Map<EntryId, Review>()
  for (const entry of entries) {
    if (entry.kind === 'review' && !voided.has(entry.id)) reviews.set(entry.id, entry)
  }
  return [...reviews.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

/**
 * The ids of all entries that an undo in force takes back. An undo of an undo puts the first entry in force again.
 * Undos that name one another in a circle, which no program writes, void nothing.
 *
 * @param entries In any order; an entry that occurs twice counts once.
 */
export function voidedIds(entries: readonly LogEntry[]): ReadonlySet<EntryId> {
  const undos = new Map<EntryId, Undo>()
  for (const entry of entries) if (entry.kind === 'undo') undos.set(entry.id, entry)
  /** How many undos of an entry are not yet known to be in force or not. */
  const open = new Map<EntryId, number>()
  for (const {voids} of undos.values()) open.set(voids, (open.get(voids) ?? 0) + 1)

  const voided = new Set<EntryId>()
  const settled = [...undos.values()].filter(undo => !open.has(undo.id))
  // Grows while it is walked: an undo is settled once all undos of it are.
  for (const {id, voids} of settled) {
    if (!voided.has(id)) voided.add(voids)
    const left = (open.get(voids) ?? 0) - 1
    open.set(voids, left)
    const named = undos.get(voids)
    if (left === 0 && named) settled.push(named)
  }
  return voided
}
