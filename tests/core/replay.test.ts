import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {DEFAULT_PARAMETERS, type OptionsId, type SchedulingOptions} from '../../src/core/options.ts'
import {RATINGS, type Rating} from '../../src/core/rating.ts'
import {replay, reviewsInForce, voidedIds} from '../../src/core/replay.ts'
import type {EntryId, LogEntry, Undo} from '../../src/core/review-log.ts'
import {NEW, type Schedule} from '../../src/core/schedule.ts'
import {createScheduler} from '../../src/core/scheduler.ts'
import {CARD, logBuilder, momentOf, optionsOf, TODAY} from '../support/makers-schedule.ts'

const FITTED = DEFAULT_PARAMETERS.map((weight, index) => (index < 4 ? weight * 2 : weight))

const OPTIONS: Readonly<Record<string, SchedulingOptions>> = {
  default: optionsOf({fuzz: true}),
  strict: optionsOf({fuzz: true, desiredRetention: 0.97, learningSteps: [1, 10, 60]}),
  noSteps: optionsOf({learningSteps: [], relearningSteps: []}),
  fitted: optionsOf({parameters: FITTED, fuzz: true}),
}

function replayed(log: ReturnType<typeof logBuilder>, parameters = DEFAULT_PARAMETERS): Schedule {
  return replay(log.entries, {optionsOf: log.optionsOf, parameters})
}

test('a card without reviews is new', () => {
  expect(replayed(logBuilder(OPTIONS))).toEqual(NEW)
})

test('a log gives the schedule that its reviews led to', () => {
  const log = logBuilder(OPTIONS)
  const first = log.rate(NEW, 'good', momentOf(TODAY, 600))
  const second = log.rate(first, 'good', momentOf(TODAY, 610))
  const third = log.rate(second, 'again', momentOf(TODAY + 3))
  expect(third).toMatchObject({phase: 'relearning', reps: 3, lapses: 1})
  expect(replayed(log)).toEqual(third)
})

test('reviews of one instant keep the order in which they were given', () => {
  // A clock that stands still, or was set back between two answers.
  for (const minutes of [600, 0]) {
    const log = logBuilder(OPTIONS)
    const first = log.rate(NEW, 'again', momentOf(TODAY, 600))
    const second = log.rate(first, 'easy', momentOf(TODAY, minutes))
    const third = log.rate(second, 'hard', momentOf(TODAY, minutes))
    expect(reviewsInForce(log.entries).map(({rating}) => rating)).toEqual(['again', 'easy', 'hard'])
    expect(replayed(log)).toEqual(third)
  }
})

describe('an undo', () => {
  test('takes back the review that it names', () => {
    const log = logBuilder(OPTIONS)
    const first = log.rate(NEW, 'good', momentOf(TODAY, 600))
    log.rate(first, 'again', momentOf(TODAY, 610))
    log.undo(log.entries[1]?.id as EntryId, momentOf(TODAY, 611))
    expect(replayed(log)).toEqual(first)
    log.undo(log.entries[0]?.id as EntryId, momentOf(TODAY, 612))
    expect(replayed(log)).toEqual(NEW)
  })

  test('taken back itself, puts the review in force again', () => {
    const log = logBuilder(OPTIONS)
    const first = log.rate(NEW, 'good', momentOf(TODAY, 600))
    const undo = log.undo(log.entries[0]?.id as EntryId, momentOf(TODAY, 611))
    const redo = log.undo(undo, momentOf(TODAY, 612))
    expect(replayed(log)).toEqual(first)
    log.undo(redo, momentOf(TODAY, 613))
    expect(replayed(log)).toEqual(NEW)
  })

  test('of a review in the middle leaves those that followed', () => {
    const log = logBuilder(OPTIONS)
    const first = log.rate(NEW, 'easy', momentOf(TODAY))
    log.rate(first, 'again', momentOf(TODAY + 5))
    const other = logBuilder(OPTIONS)
    const again = other.rate(NEW, 'easy', momentOf(TODAY))
    const expected = other.rate(again, 'good', momentOf(TODAY + 9))
    log.rate(first, 'good', momentOf(TODAY + 9))
    log.undo(log.entries[1]?.id as EntryId, momentOf(TODAY + 10))
    expect(replayed(log)).toEqual(expected)
  })
})

describe('voided ids', () => {
  const undo = (id: string, voids: string): Undo => ({
    kind: 'undo',
    id: id as EntryId,
    voids: voids as EntryId,
    cardId: CARD,
    ...momentOf(TODAY),
  })

  test.each<{undos: readonly (readonly [string, string])[]; voided: string}>([
    {undos: [], voided: ''},
    {undos: [['u', 'r']], voided: 'r'},
    {
      undos: [
        ['u', 'r'],
        ['v', 'u'],
      ],
      voided: 'u',
    },
    {
      undos: [
        ['u', 'r'],
        ['v', 'u'],
        ['w', 'v'],
      ],
      voided: 'r v',
    },
    // Undone on two machines: taking back one undo does not take back the other.
    {
      undos: [
        ['u', 'r'],
        ['v', 'r'],
        ['w', 'v'],
      ],
      voided: 'r v',
    },
    {
      undos: [
        ['u', 'r'],
        ['u', 'r'],
      ],
      voided: 'r',
    },
    {undos: [['u', 'u']], voided: ''},
    {
      undos: [
        ['u', 'v'],
        ['v', 'u'],
        ['w', 'r'],
      ],
      voided: 'r',
    },
  ])('$undos void “$voided”', ({undos, voided}) => {
    const entries = undos.map(([id, voids]) => undo(id, voids))
    expect([...voidedIds(entries)].sort().join(' ')).toBe(voided)
    expect([...voidedIds(entries.toReversed())].sort().join(' ')).toBe(voided)
  })

  test('are found in a chain of any length', () => {
    const chain = Array.from({length: 20_001}, (_, n) => undo(`e${n + 1}`, `e${n}`))
    expect(voidedIds(chain).has('e0' as EntryId)).toBe(true)
    expect(voidedIds(chain.slice(1)).has('e0' as EntryId)).toBe(false)
  })
})

describe('new parameters', () => {
  const log = logBuilder(OPTIONS)
  const first = log.rate(NEW, 'easy', momentOf(TODAY))
  const second = log.rate(first, 'good', momentOf(TODAY + 8))

  test('change the memory of the whole history, and not the due day', () => {
    const schedule = replayed(log, FITTED)
    const fitted = createScheduler(optionsOf({parameters: FITTED}))
    const memory = [
      {rating: 'easy', moment: momentOf(TODAY)},
      {rating: 'good', moment: momentOf(TODAY + 8)},
    ] as const
    const expected = memory.reduce<Schedule>(
      (before, {rating, moment}) => fitted.review(CARD, before, rating, moment),
      NEW,
    )
    expect(schedule).toEqual({
      ...second,
      memory: (expected as typeof first & {memory: object}).memory,
    })
    expect((schedule as {memory: object}).memory).not.toEqual((second as {memory: object}).memory)
  })

  test('decide the next due day over the whole history, as after a replay under them', () => {
    const later = logBuilder(OPTIONS)
    later.entries.push(...log.entries)
    const standing = replayed(later, FITTED)
    const third = later.rate(standing, 'good', momentOf(TODAY + 30), 'fitted')
    expect(replayed(later, FITTED)).toEqual(third)
  })
})

describe('for any log', () => {
  const action = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        rating: fc.constantFrom<Rating>(...RATINGS),
        // Minutes since the entry before; below 0 the clock was set back.
        wait: fc.oneof(fc.integer({min: -2_000, max: 60}), fc.integer({min: 0, max: 60 * 1_440})),
        options: fc.constantFrom('default', 'strict', 'noSteps'),
      }),
    },
    {weight: 2, arbitrary: fc.constant('undo' as const)},
  )

  interface Told {
    readonly log: ReturnType<typeof logBuilder>
    readonly schedule: Schedule
  }

  /** Tells a story of answers and undos as a session would: an undo goes back to the schedule before. */
  function tell(
    actions: readonly (typeof action extends fc.Arbitrary<infer A> ? A : never)[],
  ): Told {
    const log = logBuilder(OPTIONS)
    const done: {readonly id: EntryId; readonly before: Schedule}[] = []
    let schedule: Schedule = NEW
    let minutes = 600
    for (const step of actions) {
      if (step === 'undo') {
        const last = done.pop()
        if (last === undefined) continue
        log.undo(last.id, momentOf(TODAY, minutes))
        schedule = last.before
      } else {
        minutes += step.wait
        const before = schedule
        schedule = log.rate(before, step.rating, momentOf(TODAY, minutes), step.options)
        done.push({id: log.entries.at(-1)?.id as EntryId, before})
      }
    }
    return {log, schedule}
  }

  const story = fc.array(action, {maxLength: 20}).map(tell)

  test('the replay is the schedule that stood at the end', () => {
    fc.assert(
      fc.property(story, ({log, schedule}) => {
        expect(replayed(log)).toEqual(schedule)
      }),
      {seed: 1, numRuns: 1_000},
    )
  })

  test('order and repetition of entries make no difference: logs merge as unions', () => {
    const shuffled = story.chain(told =>
      fc.record({
        told: fc.constant(told),
        entries: fc.shuffledSubarray([...told.log.entries, ...told.log.entries], {
          minLength: told.log.entries.length * 2,
        }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({told: {log, schedule}, entries}) => {
        const merged = replay(entries, {optionsOf: log.optionsOf, parameters: DEFAULT_PARAMETERS})
        expect(merged).toEqual(schedule)
      }),
      {seed: 2, numRuns: 500},
    )
  })

  test('a review and its undo leave nothing behind', () => {
    fc.assert(
      fc.property(story, fc.constantFrom<Rating>(...RATINGS), ({log, schedule}, rating) => {
        log.rate(schedule, rating, momentOf(TODAY + 90))
        const review = log.entries.at(-1) as LogEntry
        log.undo(review.id, momentOf(TODAY + 90, 721))
        expect(replayed(log)).toEqual(schedule)
      }),
      {seed: 3, numRuns: 500},
    )
  })

  test('parameters change nothing but the memory', () => {
    fc.assert(
      fc.property(story, ({log, schedule}) => {
        const fitted = replayed(log, FITTED)
        expect({...fitted, memory: undefined}).toEqual({...schedule, memory: undefined})
      }),
      {seed: 4, numRuns: 500},
    )
  })

  test('an unknown options id is the caller’s mistake, and told', () => {
    const log = logBuilder(OPTIONS)
    log.rate(NEW, 'good', momentOf(TODAY))
    const optionsOfNone = (id: OptionsId): SchedulingOptions => {
      throw new Error(`no options ${id}`)
    }
    expect(() =>
      replay(log.entries, {optionsOf: optionsOfNone, parameters: DEFAULT_PARAMETERS}),
    ).toThrow('no options default')
  })
})
