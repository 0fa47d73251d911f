import {DISPLAY_CHOICES} from './display-settings.ts'
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
  /** All values that it can have; nothing where they are too many to name. */
  readonly choices?: readonly string[]
  readonly format: (settings: Settings) => string
  /** The settings with this one replaced; nothing where the text is no value of its kind. */
  readonly parse: (text: string, settings: Settings) => Settings | undefined
}

export type SettingChange =
  | {readonly outcome: 'changed'; readonly settings: Settings}
  | {readonly outcome: 'unreadable'}
  | {readonly outcome: 'refused'; readonly problems: readonly string[]}

const ON_OFF = ['on', 'off'] as const

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
    choices: ON_OFF,
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
  choice('reveal', 'revealMode', 'how an answer is uncovered', {
    all: 'at once',
    points: 'point by point',
    outline: 'as an outline to tick off',
  }),
  choice('buttons', 'buttons', 'how many ratings there are to choose from', {
    4: 'again, hard, good, easy',
    2: 'again, good',
  }),
  choice('keys', 'keyPreset', 'the keys of the review'),
  {
    key: 'bindings',
    description: 'keys of your own, in the place of those, or nothing',
    example: 'undo=z,backspace; flag=none',
    format: ({keyBindings}) => keyBindings,
    parse: (text, settings) => ({...settings, keyBindings: text}),
  },
  choice('theme', 'theme', 'colours of the review', {}, {'color-blind': 'colour-blind'}),
  choice('background', 'background', 'background of your terminal', {auto: 'found out'}),
  choice('align', 'align', 'where a card stands in a wide terminal', {}, {center: 'centre'}),
  onOrOff('ascii', 'ascii', 'whether lines and signs are drawn in ASCII alone'),
  onOrOff('timer', 'showTimer', 'whether the time of a card is shown'),
  plain('goal-minutes', 'goalMinutes', 'minutes that you want to study a day; 0 for no goal', '20'),
  onOrOff('type', 'typeAnswers', 'whether answers are typed and compared'),
  choice('images', 'images', 'whether pictures are shown', {auto: 'where the terminal can'}),
  choice('links', 'links', 'whether links can be clicked', {auto: 'where the terminal can'}),
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

type FieldOf<Value> = {
  [Field in keyof Settings]: Settings[Field] extends Value ? Field : never
}[keyof Settings]

type PlainField = Exclude<FieldOf<number>, 'buttons'>

/** @param meanings what values stand for, where their names do not say it. @param others further names of values. */
function choice(
  key: string,
  field: keyof typeof DISPLAY_CHOICES,
  description: string,
  meanings: Readonly<Record<string, string>> = {},
  others: Readonly<Record<string, string>> = {},
): SettingKey {
  const values: readonly (string | number)[] = DISPLAY_CHOICES[field]
  const names = values.map(value => {
    const meaning = meanings[value]
    return meaning === undefined ? value : `${value} (${meaning})`
  })
  return {
    key,
    description: `${description}: ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`,
    example: String(values.at(-1)),
    choices: values.map(String),
    format: settings => String(settings[field]),
    parse: (text, settings) => {
      const name = others[text.toLowerCase()] ?? text.toLowerCase()
      const value = values.find(value => String(value) === name)
      return value === undefined ? undefined : {...settings, [field]: value}
    },
  }
}

function onOrOff(key: string, field: FieldOf<boolean>, description: string): SettingKey {
  return {
    key,
    description: `${description}: on or off`,
    example: 'on',
    choices: ON_OFF,
    format: settings => (settings[field] ? 'on' : 'off'),
    parse: (text, settings) =>
      text === 'on' || text === 'off' ? {...settings, [field]: text === 'on'} : undefined,
  }
}

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
  readonly choices?: readonly string[]
  readonly format: (options: SchedulingOptions) => string
  readonly parse: (text: string) => Partial<SchedulingOptions> | undefined
}

function scheduling(key: string, {format, parse, ...rest}: SchedulingKey): SettingKey {
  return {
    key,
    ...rest,
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
