import {
  DEFAULT_SETTINGS,
  type SchedulingOptions,
  type Settings,
  settingsProblems,
} from './options.ts'

/** One thing that `ebb config` reads and sets. */
export interface SettingKey {
  readonly key: string
  /** What it is, with unit and range. */
  readonly description: string
  /** What a value looks like. */
  readonly example: string
  readonly format: (settings: Settings) => string
  /** The settings with this one replaced; nothing where the text is no value of its kind. */
  readonly parse: (text: string, settings: Settings) => Settings | undefined
}

export type SettingChange =
  | {readonly outcome: 'changed'; readonly settings: Settings}
  | {readonly outcome: 'unreadable'}
  | {readonly outcome: 'refused'; readonly problems: readonly string[]}

/** Every setting, in the order in which they are listed. */
export const SETTING_KEYS: readonly SettingKey[] = [
  scheduling('retention', {
    description: 'share of reviews that you want to pass: 0.7 to 0.99, or 70 % to 99 %',
    example: '0.9',
    format: ({desiredRetention}) => String(desiredRetention),
    parse: text => readable({desiredRetention: share(text)}),
  }),
  plain('new-per-day', 'newPerDay', 'new cards introduced per study day, over all sessions', '20'),
  plain(
    'reviews-per-day',
    'reviewsPerDay',
    'reviews asked per study day, over all sessions',
    '200',
  ),
  scheduling('learning-steps', {
    description: 'waits of a card that you are learning: minutes, hours or days, or none',
    example: '1m 10m',
    format: ({learningSteps}) => formatSteps(learningSteps),
    parse: text => readable({learningSteps: steps(text)}),
  }),
  scheduling('relearning-steps', {
    description: 'waits of a card that you forgot: minutes, hours or days, or none',
    example: '10m',
    format: ({relearningSteps}) => formatSteps(relearningSteps),
    parse: text => readable({relearningSteps: steps(text)}),
  }),
  plain('rollover', 'rolloverHour', 'hour of the day at which a study day begins: 0 to 23', '4'),
  plain(
    'learn-ahead',
    'learnAheadMinutes',
    'minutes before its time that a card in learning may be asked when nothing else is left',
    '20',
  ),
  scheduling('maximum-interval', {
    description: 'longest interval in days',
    example: '36500',
    format: ({maximumInterval}) => String(maximumInterval),
    parse: text => readable({maximumInterval: number(text)}),
  }),
  scheduling('fuzz', {
    description: 'whether intervals are spread a little: on or off',
    example: 'on',
    format: ({fuzz}) => (fuzz ? 'on' : 'off'),
    parse: text => (text === 'on' || text === 'off' ? {fuzz: text === 'on'} : undefined),
  }),
  scheduling('parameters', {
    description: 'the 21 FSRS-6 weights, with blanks or commas between them',
    example: '0.212 1.2931 …',
    format: ({parameters}) => parameters.join(' '),
    parse: text => {
      const parameters = text
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(Number)
      return parameters.some(Number.isNaN) ? undefined : {parameters}
    },
  }),
]

/** The settings with one of them set from what the learner typed. */
export function changeSetting(key: SettingKey, text: string, settings: Settings): SettingChange {
  const changed = key.parse(text.trim(), settings)
  if (!changed) return {outcome: 'unreadable'}
  const problems = settingsProblems(changed)
  return problems.length > 0
    ? {outcome: 'refused', problems}
    : {outcome: 'changed', settings: changed}
}

/** The settings with one of them as it is by default. */
export function resetSetting(key: SettingKey, settings: Settings): Settings {
  return key.parse(key.format(DEFAULT_SETTINGS), settings) ?? settings
}

type PlainField = Exclude<keyof Settings, 'scheduling'>

function plain(key: string, field: PlainField, description: string, example: string): SettingKey {
  return {
    key,
    description,
    example,
    format: settings => String(settings[field]),
    parse: (text, settings) => {
      const value = number(text)
      return value === undefined ? undefined : {...settings, [field]: value}
    },
  }
}

interface SchedulingKey {
  readonly description: string
  readonly example: string
  readonly format: (options: SchedulingOptions) => string
  readonly parse: (text: string) => Partial<SchedulingOptions> | undefined
}

function scheduling(key: string, {description, example, format, parse}: SchedulingKey): SettingKey {
  return {
    key,
    description,
    example,
    format: settings => format(settings.scheduling),
    parse: (text, settings) => {
      const change = parse(text)
      return change && {...settings, scheduling: {...settings.scheduling, ...change}}
    },
  }
}

/** The change, unless its one value could not be read. */
function readable<T extends object>(change: {[K in keyof T]: T[K] | undefined}): T | undefined {
  return Object.values(change).includes(undefined) ? undefined : (change as T)
}

function number(text: string): number | undefined {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}

function share(text: string): number | undefined {
  const percent = /^(.*\S)\s*%$/.exec(text)
  if (!percent) return number(text)
  const value = number(percent[1] ?? '')
  return value === undefined ? undefined : Number((value / 100).toFixed(6))
}

const MINUTES = {s: 1 / 60, m: 1, h: 60, d: 24 * 60} as const

function steps(text: string): readonly number[] | undefined {
  if (text === '' || text === 'none') return []
  const minutes = text.split(/[\s,]+/).map(step => {
    const match = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(step)
    return match
      ? Number(match[1]) * MINUTES[(match[2] || 'm') as keyof typeof MINUTES]
      : Number.NaN
  })
  return minutes.some(Number.isNaN) ? undefined : minutes
}

function formatSteps(minutes: readonly number[]): string {
  return minutes.length === 0 ? 'none' : minutes.map(formatStep).join(' ')
}

function formatStep(minutes: number): string {
  if (minutes % MINUTES.d === 0) return `${minutes / MINUTES.d}d`
  if (minutes % MINUTES.h === 0) return `${minutes / MINUTES.h}h`
  if (Number.isInteger(minutes)) return `${minutes}m`
  return `${Number((minutes * 60).toFixed(3))}s`
}
