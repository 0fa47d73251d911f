import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {CardId} from '../../src/core/card.ts'
import {DEFAULT_PARAMETERS, type SchedulingOptions} from '../../src/core/options.ts'
import {RATINGS, type Rating} from '../../src/core/rating.ts'
import {NEW, type Schedule} from '../../src/core/schedule.ts'
import {
  createScheduler,
  elapsedDays,
  type ReviewedSchedule,
  reviewMoment,
} from '../../src/core/scheduler.ts'
import {
  type Instant,
  MS_PER_DAY,
  MS_PER_MINUTE,
  momentAt,
  parseInstant,
  type StudyDay,
  startOfStudyDay,
} from '../../src/core/time.ts'
import {dueDayOf, formatWait, waitOf} from '../../src/core/wait.ts'
import {CARD, inReview, momentOf, optionsOf, TODAY} from '../support/makers-schedule.ts'
import {ZONES, zoneOffsets} from '../support/zones.ts'

const MEMORY = {stability: 10, difficulty: 5}

/** `learning 0 in 10m`, `review 0 in 4d`: phase, lapses and the wait from the moment of the rating. */
function brief(schedule: ReviewedSchedule): string {
  const {lastReview: at, lastDay: studyDay, lapses} = schedule
  const wait = formatWait(waitOf(schedule, {at, studyDay, utcOffsetMinutes: 0}))
  return `${schedule.phase} ${lapses} in ${wait}`
}

function buttons(schedule: Schedule, options: SchedulingOptions, day: number = TODAY): string[] {
  const preview = createScheduler(options).preview(CARD, schedule, momentOf(day))
  return RATINGS.map(rating => brief(preview[rating]))
}

describe('the buttons', () => {
  const learning = createScheduler(optionsOf()).review(CARD, NEW, 'good', momentOf(TODAY))
  const review = inReview(MEMORY, TODAY - 10)
  const relearning = createScheduler(optionsOf()).review(CARD, review, 'again', momentOf(TODAY))

  test('of a new card go through the learning steps', () => {
    expect(buttons(NEW, optionsOf())).toEqual([
      'learning 0 in 1m',
      'learning 0 in 6m',
      'learning 0 in 10m',
      'review 0 in 8d',
    ])
  })

  test('of a card at the last learning step', () => {
    expect(buttons(learning, optionsOf())).toEqual([
      'learning 0 in 1m',
      'learning 0 in 10m',
      'review 0 in 2d',
      'review 0 in 4d',
    ])
  })

  test('of a card in review: again is a lapse', () => {
    expect(buttons(review, optionsOf())).toEqual([
      'relearning 1 in 10m',
      'review 0 in 23d',
      'review 0 in 1.1mo',
      'review 0 in 1.7mo',
    ])
  })

  test('of a card in relearning: no second lapse', () => {
    expect(buttons(relearning, optionsOf())).toEqual([
      'relearning 1 in 10m',
      'relearning 1 in 15m',
      'review 1 in 1d',
      'review 1 in 2d',
    ])
  })

  test('without steps lead to days at once', () => {
    const none = optionsOf({learningSteps: [], relearningSteps: []})
    expect(buttons(NEW, none)).toEqual([
      'review 0 in 1d',
      'review 0 in 2d',
      'review 0 in 2d',
      'review 0 in 8d',
    ])
    expect(buttons(review, none)[0]).toBe('review 1 in 1d')
  })

  test('after steps of days stay in order', () => {
    const days = optionsOf({learningSteps: [1_440, 30 * 1_440]})
    expect(buttons(NEW, days)).toEqual([
      'learning 0 in 1d',
      'learning 0 in 16d',
      'learning 0 in 1mo',
      'review 0 in 1mo',
    ])
  })
})

test('steps, counts and times follow a card through its first days', () => {
  const scheduler = createScheduler(optionsOf())
  const first = scheduler.review(CARD, NEW, 'good', momentOf(TODAY, 600))
  expect(first).toEqual({
    phase: 'learning',
    step: 1,
    memory: {stability: 2.3065, difficulty: expect.closeTo(2.11810397, 8)},
    lastReview: momentOf(TODAY, 600).at,
    lastDay: TODAY,
    reps: 1,
    lapses: 0,
    due: momentOf(TODAY, 610).at,
  })
  const second = scheduler.review(CARD, first, 'good', momentOf(TODAY, 611))
  expect(second).toMatchObject({phase: 'review', reps: 2, lapses: 0, due: TODAY + 2})
  const third = scheduler.review(CARD, second, 'again', momentOf(TODAY + 2))
  expect(third).toMatchObject({phase: 'relearning', step: 0, reps: 3, lapses: 1})
  const fourth = scheduler.review(CARD, third, 'good', momentOf(TODAY + 2, 800))
  expect(fourth).toMatchObject({phase: 'review', reps: 4, lapses: 1, lastDay: TODAY + 2})
})

describe('the day is the learner’s', () => {
  // ts-fsrs, which counts UTC days, takes the first for a day and the second for none.
  test.each([
    {from: '2026-09-14T09:00+10:00', to: '2026-09-14T11:00+10:00', again: 3.05, good: 10},
    {from: '2026-09-14T23:00+10:00', to: '2026-09-15T07:00+10:00', again: 1.21, good: 13.05},
  ])('in Sydney, $from to $to', ({from, to, again, good}) => {
    const boundary = {rolloverHour: 4, utcOffsetMinutes: zoneOffsets('Australia/Sydney')}
    const earlier = momentAt(parseInstant(from) as Instant, boundary)
    const later = momentAt(parseInstant(to) as Instant, boundary)
    const before = {...inReview(MEMORY), lastReview: earlier.at, lastDay: earlier.studyDay}
    const preview = createScheduler(optionsOf()).preview(CARD, before, later)
    expect(preview.again.memory.stability).toBeCloseTo(again, 1)
    expect(preview.good.memory.stability).toBeCloseTo(good, 1)
  })
})

describe('a clock that was set back', () => {
  const before = inReview(MEMORY, TODAY)

  test('counts no elapsed days and never goes behind the last review', () => {
    const moment = momentOf(TODAY - 100)
    const after = createScheduler(optionsOf()).review(CARD, before, 'good', moment)
    expect(elapsedDays(before, moment)).toBe(0)
    expect(after.lastReview).toBe(before.lastReview + 1)
    expect(after.lastDay).toBe(TODAY)
    expect(after.due).toBe(TODAY + 10)
  })

  test('has no effect after the moment of the review was corrected', () => {
    const corrected = reviewMoment(before, momentOf(TODAY - 100))
    expect(reviewMoment(before, corrected)).toEqual(corrected)
  })

  test('differs from a journey back over the date line, whose day is kept as lived', () => {
    const landed = {...momentOf(TODAY, 900), studyDay: (TODAY - 1) as StudyDay}
    expect(reviewMoment(before, landed)).toEqual(landed)
    const after = createScheduler(optionsOf()).review(CARD, before, 'good', landed)
    expect(after.due).toBe(TODAY - 1 + 10)
  })
})

test('fuzz never takes back the growth of an interval', () => {
  // 3 days unfuzzed, a range of 2–4 days, 2 days elapsed: 2 would be no growth.
  const scheduler = createScheduler(optionsOf({fuzz: true}))
  const before = inReview({stability: 2.2, difficulty: 9.5}, TODAY)
  const dues = Array.from({length: 100}, (_, note) => {
    const {due} = scheduler.review(`n${note}.1` as CardId, before, 'hard', momentOf(TODAY + 2))
    return Number(due) - (TODAY + 2)
  })
  expect(new Set(dues)).toEqual(new Set([3, 4]))
})

test('fuzz draws anew for every review of a card', () => {
  const scheduler = createScheduler(optionsOf({fuzz: true}))
  const dues = Array.from({length: 50}, (_, reps) => {
    const before = {...inReview({stability: 100, difficulty: 5}), reps}
    return scheduler.review(CARD, before, 'good', momentOf(TODAY + 100)).due
  })
  expect(new Set(dues).size).toBeGreaterThan(10)
})

test('a first stability below a tenth of a day is taken as it is', () => {
  const parameters = DEFAULT_PARAMETERS.with(0, 0.02)
  const after = createScheduler(optionsOf({parameters})).review(CARD, NEW, 'again', momentOf(TODAY))
  expect(after.memory.stability).toBe(0.02)
})

test('learning steps have no effect on the memory', () => {
  const parameters = DEFAULT_PARAMETERS.with(17, 2).with(18, 2).with(14, 4)
  const memories = [[], [10], [1, 10, 100]].map(relearningSteps => {
    const scheduler = createScheduler(optionsOf({parameters: [...parameters], relearningSteps}))
    return scheduler.review(CARD, inReview(MEMORY), 'again', momentOf(TODAY + 5)).memory
  })
  expect(memories[1]).toEqual(memories[0])
  expect(memories[2]).toEqual(memories[0])
})

test.each([
  {what: '20 weights', parameters: DEFAULT_PARAMETERS.slice(1)},
  {what: 'none', parameters: []},
  {what: 'a weight that is no number', parameters: DEFAULT_PARAMETERS.with(8, Number.NaN)},
])('parameters with $what are refused', ({parameters}) => {
  expect(() => createScheduler(optionsOf({parameters}))).toThrow(RangeError)
})

describe('for any card, history and options', () => {
  const step = fc.oneof(
    fc.double({min: 0.5, max: 2_000, noNaN: true}),
    fc.constantFrom(1_440, 4_320),
  )
  const steps = fc.array(step, {maxLength: 4}).map(minutes => minutes.toSorted((a, b) => a - b))
  const someOptions = fc
    .record({
      desiredRetention: fc.double({min: 0.7, max: 0.99, noNaN: true}),
      learningSteps: steps,
      relearningSteps: steps,
      maximumInterval: fc.oneof(fc.integer({min: 1, max: 30}), fc.constant(36_500)),
      fuzz: fc.boolean(),
    })
    .map(optionsOf)
  const someRating = fc.constantFrom<Rating>(...RATINGS)
  /** Minutes since the review before; negative: the clock was set back. */
  const someWait = fc.oneof(
    fc.integer({min: 0, max: 60}),
    fc.integer({min: 0, max: 90 * 1_440}),
    fc.integer({min: -3 * 1_440, max: 0}),
  )
  const someHistory = fc.array(fc.tuple(someRating, someWait), {maxLength: 12})
  const someCard = fc.integer({min: 0, max: 10_000}).map(n => `card${n}.1` as CardId)

  function afterHistory(
    cardId: CardId,
    history: readonly (readonly [Rating, number])[],
    options: SchedulingOptions,
  ) {
    const scheduler = createScheduler(options)
    let minutes = 600
    let schedule: Schedule = NEW
    for (const [rating, wait] of history) {
      schedule = scheduler.review(cardId, schedule, rating, momentOf(TODAY, minutes))
      minutes += wait
    }
    return {scheduler, schedule, moment: momentOf(TODAY, minutes)}
  }

  test('the schedule on a button is the schedule that results', () => {
    fc.assert(
      fc.property(someCard, someHistory, someOptions, (cardId, history, options) => {
        const {scheduler, schedule, moment} = afterHistory(cardId, history, options)
        const preview = scheduler.preview(cardId, schedule, moment)
        for (const rating of RATINGS) {
          // A scheduler of its own, so that nothing can be carried over from the preview.
          const fresh = createScheduler({...options, parameters: [...options.parameters]})
          expect(fresh.review(cardId, schedule, rating, moment)).toEqual(preview[rating])
        }
      }),
      {seed: 1, numRuns: 500},
    )
  })

  test('a better rating is never due sooner, and easy later than good', () => {
    fc.assert(
      fc.property(someCard, someHistory, someOptions, (cardId, history, options) => {
        const {scheduler, schedule, moment} = afterHistory(cardId, history, options)
        const preview = scheduler.preview(cardId, schedule, moment)
        const {at, studyDay} = reviewMoment(schedule, moment)
        const waits = RATINGS.map(rating => {
          const {unit, amount} = waitOf(preview[rating], {at, studyDay, utcOffsetMinutes: 0})
          // Any number of days is longer than a step within the day.
          return unit === 'days' ? amount * 1_440 : Math.min(amount, 1_439)
        })
        const maximum = options.maximumInterval * 1_440
        for (const [index, wait] of waits.entries()) {
          const worse = waits[index - 1] ?? 0
          expect(wait).toBeGreaterThanOrEqual(Math.min(worse, maximum))
        }
        const [, , good = 0, easy = 0] = waits
        if (good < maximum) expect(easy).toBeGreaterThan(good)
      }),
      {seed: 2, numRuns: 2_000},
    )
  })

  test('an interval is a whole number of days from 1 to the maximum', () => {
    fc.assert(
      fc.property(someCard, someHistory, someOptions, (cardId, history, options) => {
        const {scheduler, schedule, moment} = afterHistory(cardId, history, options)
        for (const after of Object.values(scheduler.preview(cardId, schedule, moment))) {
          if (after.phase !== 'review') {
            expect(after.due).toBeGreaterThan(after.lastReview)
            continue
          }
          const days = after.due - after.lastDay
          expect(Number.isInteger(days)).toBe(true)
          expect(days).toBeGreaterThanOrEqual(1)
          expect(days).toBeLessThanOrEqual(options.maximumInterval)
        }
      }),
      {seed: 3, numRuns: 2_000},
    )
  })

  test('a pass that grows without fuzz grows with it', () => {
    const days = ({due, lastDay}: ReviewedSchedule): number => Number(due) - lastDay
    const stability = fc.double({min: 0.5, max: 400, noNaN: true})
    const elapsed = fc.integer({min: 0, max: 400})
    fc.assert(
      fc.property(someCard, stability, elapsed, (cardId, s, gap) => {
        const before = inReview({stability: s, difficulty: 5})
        const at = momentOf(TODAY + gap)
        const plain = createScheduler(optionsOf()).preview(cardId, before, at)
        const fuzzed = createScheduler(optionsOf({fuzz: true})).preview(cardId, before, at)
        for (const rating of ['hard', 'good', 'easy'] as const) {
          if (days(plain[rating]) > gap) expect(days(fuzzed[rating])).toBeGreaterThan(gap)
        }
      }),
      {seed: 4, numRuns: 2_000},
    )
  })

  test('only the difference in study days counts, in any zone, season and rollover hour', () => {
    const offsets = new Map(ZONES.map(zone => [zone, zoneOffsets(zone)]))
    const somewhere = fc
      .record({zone: fc.constantFrom(...ZONES), rolloverHour: fc.integer({min: 0, max: 23})})
      .map(({zone, rolloverHour}) => ({
        rolloverHour,
        utcOffsetMinutes: offsets.get(zone) as (instant: Instant) => number,
      }))
    const someDay = fc.integer({min: 18_000, max: 22_000})
    const part = fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true})
    fc.assert(
      fc.property(
        fc.tuple(somewhere, somewhere, someDay, fc.integer({min: 0, max: 400}), part, part),
        someRating,
        ([home, away, day, gap, early, late], rating) => {
          /** Some instant of a study day, as its learner lives it. */
          const within = (boundary: typeof home, studyDay: number, share: number) => {
            const start = startOfStudyDay(studyDay as StudyDay, boundary)
            const end = startOfStudyDay((studyDay + 1) as StudyDay, boundary)
            const moment = momentAt(Math.floor(start + share * (end - start)) as Instant, boundary)
            // A zone with an overlap of two hours can fall back into the day before.
            return {...moment, studyDay: studyDay as StudyDay}
          }
          const [from, to] = [within(home, day, early), within(away, day + gap, late)]
          fc.pre(to.at > from.at)
          const scheduler = createScheduler(optionsOf())
          const before = {...inReview(MEMORY), lastReview: from.at, lastDay: from.studyDay}
          const after = scheduler.review(CARD, before, rating, to)
          const plain = scheduler.review(CARD, inReview(MEMORY), rating, momentOf(TODAY + gap, 721))
          expect(after.memory).toEqual(plain.memory)
          if (after.phase === 'review') {
            expect(after.due - after.lastDay).toBe(Number(plain.due) - plain.lastDay)
          } else {
            expect(dueDayOf(after)).toBeUndefined()
            expect(after.due - after.lastReview).toBe(10 * MS_PER_MINUTE)
          }
        },
      ),
      {seed: 5, numRuns: 1_000},
    )
  })

  test('days are counted over a change of the clocks as over any other night', () => {
    const boundary = {rolloverHour: 4, utcOffsetMinutes: zoneOffsets('Europe/Berlin')}
    const scheduler = createScheduler(optionsOf())
    // 23 hours in spring, 24 in summer, 25 in autumn.
    const memories = ['2026-03-28T12:00+01:00', '2026-07-01T12:00+02:00', '2026-10-24T12:00+02:00']
      .map(iso => momentAt(parseInstant(iso) as Instant, boundary))
      .map(from => {
        const start = startOfStudyDay((from.studyDay + 1) as StudyDay, boundary)
        const to = momentAt((start + MS_PER_DAY / 3) as Instant, boundary)
        const before = {...inReview(MEMORY), lastReview: from.at, lastDay: from.studyDay}
        return scheduler.review(CARD, before, 'good', to).memory
      })
    expect(memories[0]).toEqual(memories[1])
    expect(memories[2]).toEqual(memories[1])
  })
})
