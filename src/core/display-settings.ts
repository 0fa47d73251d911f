import {parseKeyBindings} from './key-bindings.ts'
import {MINUTES_PER_DAY} from './time.ts'

/** How a review looks and is worked, as the learner set it. */
export interface DisplaySettings {
  /** How an answer is uncovered: at once, point by point, or as an outline to tick off. */
  readonly revealMode: 'all' | 'points' | 'outline'
  /** Ratings to choose from; 2: again and good. */
  readonly buttons: 4 | 2
  readonly keyPreset: 'standard' | 'vi' | 'arrows'
  /** Keys of the learner’s own, on top of the preset; `parseKeyBindings` reads them. */
  readonly keyBindings: string
  readonly theme: 'standard' | 'high-contrast' | 'colour-blind' | 'monochrome'
  /** Of the terminal; `auto`: it is asked. */
  readonly background: 'auto' | 'light' | 'dark'
  readonly align: 'left' | 'centre'
  /** Whether lines and signs are drawn with ASCII alone. */
  readonly ascii: boolean
  /** Whether the time of the present card is shown. */
  readonly showTimer: boolean
  /** Minutes that the learner wants to study a day; 0: no goal. */
  readonly goalMinutes: number
  /** Whether answers are typed and compared. */
  readonly typeAnswers: boolean
  readonly images: 'auto' | 'off'
  readonly links: 'auto' | 'on' | 'off'
}

export const DEFAULT_DISPLAY: DisplaySettings = {
  revealMode: 'all',
  buttons: 4,
  keyPreset: 'standard',
  keyBindings: '',
  theme: 'standard',
  background: 'auto',
  align: 'centre',
  ascii: false,
  showTimer: false,
  goalMinutes: 0,
  typeAnswers: false,
  images: 'auto',
  links: 'auto',
}

/** The values that a setting of few values can have. */
export const DISPLAY_CHOICES = {
  revealMode: ['all', 'points', 'outline'],
  buttons: [4, 2],
  keyPreset: ['standard', 'vi', 'arrows'],
  theme: ['standard', 'high-contrast', 'colour-blind', 'monochrome'],
  background: ['auto', 'light', 'dark'],
  align: ['left', 'centre'],
  images: ['auto', 'off'],
  links: ['auto', 'on', 'off'],
} as const satisfies {
  readonly [Field in keyof DisplaySettings]?: readonly DisplaySettings[Field][]
}

const BINDINGS_MAX = 2_000

/** What keeps these settings from being used, as sentences for the learner. */
export function displayProblems(settings: DisplaySettings): readonly string[] {
  const {goalMinutes, keyBindings} = settings
  const choices = Object.entries(DISPLAY_CHOICES).flatMap(([field, values]) => {
    const value = settings[field as keyof typeof DISPLAY_CHOICES]
    return (values as readonly unknown[]).includes(value)
      ? []
      : [`The setting ${field} must be one of ${values.join(', ')}, not ${value}.`]
  })
  const goal =
    Number.isInteger(goalMinutes) && goalMinutes >= 0 && goalMinutes <= MINUTES_PER_DAY
      ? []
      : [
          `The goal in minutes must be a whole number from 0 to ${MINUTES_PER_DAY}, not ${goalMinutes}.`,
        ]
  const parsed = parseKeyBindings(keyBindings)
  const bindings =
    keyBindings.length <= BINDINGS_MAX
      ? parsed.outcome === 'refused'
        ? parsed.problems
        : []
      : [`Key bindings can have at most ${BINDINGS_MAX} characters, not ${keyBindings.length}.`]
  return [...choices, ...goal, ...bindings]
}
