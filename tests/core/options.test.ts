import {describe, expect, test} from 'vitest'
import {
  canonicalOptions,
  DEFAULT_PARAMETERS,
  DEFAULT_SETTINGS,
  parametersProblems,
  type SchedulingOptions,
  type Settings,
  settingsProblems,
} from '../../src/core/options.ts'
import {optionsOf} from '../support/makers-schedule.ts'

describe('what is wrong with settings', () => {
  test('nothing with those that one begins with', () => {
    expect(settingsProblems(DEFAULT_SETTINGS)).toEqual([])
  })

  test.each<[Partial<SchedulingOptions>, string]>([
    [{desiredRetention: 1.2}, 'The desired retention must be from 0.7 to 0.99, not 1.2.'],
    [{desiredRetention: Number.NaN}, 'The desired retention must be from 0.7 to 0.99, not NaN.'],
    [
      {learningSteps: [1, 0]},
      'A learning step must be longer than 0 minutes and at most 365 days, not 0 minutes.',
    ],
    [
      {relearningSteps: [Number.POSITIVE_INFINITY]},
      'A relearning step must be longer than 0 minutes and at most 365 days, not Infinity minutes.',
    ],
    [
      {learningSteps: Array.from({length: 21}, () => 1)},
      'There can be at most 20 learning steps, not 21.',
    ],
    [
      {maximumInterval: 0},
      'The longest interval in days must be a whole number from 1 to 36500, not 0.',
    ],
    [
      {maximumInterval: 1.5},
      'The longest interval in days must be a whole number from 1 to 36500, not 1.5.',
    ],
    [{parameters: [1, 2, 3]}, 'FSRS-6 has 21 parameters, and these are 3.'],
  ])('%o', (changes, problem) => {
    const settings = {...DEFAULT_SETTINGS, scheduling: optionsOf(changes)}
    expect(settingsProblems(settings)).toEqual([problem])
  })

  test.each<[Partial<Settings>, string]>([
    [{rolloverHour: 24}, 'The rollover hour must be a whole number from 0 to 23, not 24.'],
    [
      {newPerDay: -1},
      'The number of new cards per day must be a whole number from 0 to 9999, not -1.',
    ],
    [
      {reviewsPerDay: 10_000},
      'The number of reviews per day must be a whole number from 0 to 9999, not 10000.',
    ],
    [{learnAheadMinutes: 1_441}, 'The minutes of learning ahead must be from 0 to 1440, not 1441.'],
  ])('%o', (changes, problem) => {
    expect(settingsProblems({...DEFAULT_SETTINGS, ...changes})).toEqual([problem])
  })

  test('several problems are told at once', () => {
    expect(settingsProblems({...DEFAULT_SETTINGS, rolloverHour: -1, newPerDay: 0.5})).toHaveLength(
      2,
    )
  })
})

describe('what is wrong with parameters', () => {
  test.each([
    [DEFAULT_PARAMETERS.with(20, Number.NaN), 'Parameter w20 must be from 0.1 to 0.8, not NaN.'],
    [DEFAULT_PARAMETERS.with(0, 0), 'Parameter w0 must be from 0.001 to 100, not 0.'],
    [DEFAULT_PARAMETERS.with(16, 0.9), 'Parameter w16 must be from 1 to 6, not 0.9.'],
  ])('a weight out of its range', (parameters, problem) => {
    expect(parametersProblems(parameters)).toEqual([problem])
  })

  test('nothing with a ceiling of 0.8 that was computed with 32 bits', () => {
    expect(parametersProblems(DEFAULT_PARAMETERS.with(20, Math.fround(0.8)))).toEqual([])
  })
})

describe('the text that names options', () => {
  test('is one for equal options, whatever the order of their fields', () => {
    const options = optionsOf()
    const reversed = Object.fromEntries(Object.entries(options).toReversed()) as unknown
    expect(canonicalOptions(reversed as SchedulingOptions)).toBe(canonicalOptions(options))
  })

  test.each<Partial<SchedulingOptions>>([
    {parameters: DEFAULT_PARAMETERS.with(3, 8)},
    {desiredRetention: 0.91},
    {learningSteps: []},
    {relearningSteps: [1, 10]},
    {maximumInterval: 365},
    {fuzz: true},
  ])('differs with %o', changes => {
    expect(canonicalOptions(optionsOf(changes))).not.toBe(canonicalOptions(optionsOf()))
  })

  test('never changes', () => {
    expect(canonicalOptions(DEFAULT_SETTINGS.scheduling)).toBe(
      '["fsrs-6",[0.212,1.2931,2.3065,8.2956,6.4133,0.8334,3.0194,0.001,1.8722,0.1666,0.796,1.4835,' +
        '0.0614,0.2629,1.6483,0.6014,1.8729,0.5425,0.0912,0.0658,0.1542],0.9,[1,10],[10],36500,true]',
    )
  })
})
