import {parseKeyBindings} from '../../core/key-bindings.ts'
import type {KeyPreset} from '../../core/key-presets.ts'
import {type Keymap, keymapOf} from '../../core/keymap.ts'
import type {Align} from '../looks/layout.ts'
import type {RevealMode} from './reveal.ts'

/** How the learner wants to be asked. */
export interface Preferences {
  readonly keymap: Keymap
  /** Ratings to choose from; 2: again and good. */
  readonly buttons: 2 | 4
  readonly align: Align
  /** How answers are uncovered at first; a key changes it for the session. */
  readonly revealMode: RevealMode
  /** Whether the time of the card is shown at first; a key changes it for the session. */
  readonly showTimer: boolean
  /** Whether every answer is typed before it is shown. */
  readonly typeAnswers: boolean
}

/** What the preferences are made from; the learner’s settings are one. */
export interface PreferenceSettings extends Omit<Preferences, 'keymap'> {
  readonly keyPreset: KeyPreset
  readonly keyBindings: string
}

/** The preferences of a learner. Keys of their own that cannot be read are left out: `ebb config` refuses them. */
export function preferencesOf(settings: PreferenceSettings): Preferences {
  const {buttons, align, revealMode, showTimer, typeAnswers, keyPreset, keyBindings} = settings
  const parsed = parseKeyBindings(keyBindings)
  const bindings = parsed.outcome === 'read' ? parsed.bindings : []
  const keymap = keymapOf({preset: keyPreset, buttons, bindings})
  return {keymap, buttons, align, revealMode, showTimer, typeAnswers}
}

/** Of a learner who has set nothing. */
export const DEFAULT_PREFERENCES: Preferences = preferencesOf({
  keyPreset: 'standard',
  keyBindings: '',
  buttons: 4,
  align: 'centre',
  revealMode: 'all',
  showTimer: false,
  typeAnswers: false,
})
