import type {ActionName, Scene} from './key-actions.ts'

/** Ways of using the keyboard, to choose from. */
export type KeyPreset = 'standard' | 'vi' | 'arrows'

export const KEY_PRESETS: readonly KeyPreset[] = ['standard', 'vi', 'arrows']

/** Keys of an action, by their names: a printed character, or `space`, `enter`, `up`, `ctrl-d`, … */
export interface PresetRow {
  readonly action: ActionName
  readonly keys: readonly string[]
  /** Where the keys mean this; everywhere that the action can be asked for unless given. */
  readonly scenes?: readonly Scene[]
}

type Row = readonly [action: ActionName, keys: string, scenes?: readonly Scene[]]

const COMMON: readonly Row[] = [
  ['reveal', 'space enter', ['question', 'points']],
  ['reveal', 'enter', ['outline']],
  ['show-all', 'a'],
  ['tick-off', 'space x'],
  ['confirm', 'space enter'],
  ['again', '1'],
  ['hard', '2'],
  ['good', '3'],
  ['easy', '4'],
  ['undo', 'u'],
  ['hint', 'h'],
  ['type', 'w'],
  ['mode', 'm'],
  ['edit', 'e'],
  ['fix', 'n'],
  ['flag', 'f'],
  ['tag', 't'],
  ['bury-card', 'b'],
  ['bury-note', 'B'],
  ['suspend', 's'],
  ['info', 'i'],
  ['previous', 'p'],
  ['search', '/'],
  ['open-image', 'o'],
  ['timer', 'T'],
  ['pause', 'z'],
  ['scroll-down', 'down j'],
  ['scroll-up', 'up k'],
  ['scroll-half-down', 'ctrl-d'],
  ['scroll-half-up', 'ctrl-u'],
  ['scroll-page-down', 'pagedown'],
  ['scroll-page-up', 'pageup'],
  ['scroll-top', 'g home'],
  ['scroll-bottom', 'G end'],
  ['go-on', 'space'],
  ['help', '?'],
  ['close', 'escape q enter space', ['help', 'panel']],
  ['close', 'escape enter space', ['paused']],
  ['leave', 'enter', ['summary', 'goal']],
  ['leave', 'q'],
]

/** Beside the common keys: the hand stays on h, j, k and l. */
const VI: readonly Row[] = [
  ['reveal', 'l', ['question', 'points']],
  ['tick-off', 'l'],
  ['confirm', 'l'],
  ['again', 'h'],
  ['hint', 'H'],
  ['previous', 'ctrl-o'],
  ['scroll-down', 'ctrl-e'],
  ['scroll-up', 'ctrl-y'],
  ['scroll-page-down', 'ctrl-f'],
  ['scroll-page-up', 'ctrl-b'],
]

/** Beside the common keys: a hand on the arrows goes forward with the right one, and says “again” with the left one. */
const ARROWS: readonly Row[] = [
  ['reveal', 'right', ['question', 'points']],
  ['tick-off', 'right'],
  ['confirm', 'right'],
  ['again', 'left'],
  ['undo', 'backspace'],
  ['go-on', 'right'],
  ['close', 'left'],
]

const ADDED: Readonly<Record<KeyPreset, readonly Row[]>> = {standard: [], vi: VI, arrows: ARROWS}

/** In vi’s keys, h is a movement. */
const REPLACED: Readonly<Record<KeyPreset, readonly ActionName[]>> = {
  standard: [],
  vi: ['hint'],
  arrows: [],
}

/**
 * The keys of a preset. With two buttons there is neither hard nor easy: 1 is again and 2 is good, and 3 stays good for whoever is
 * used to four.
 */
export function presetRows(preset: KeyPreset, buttons: 2 | 4): readonly PresetRow[] {
  const common = COMMON.filter(([action]) => !REPLACED[preset].includes(action))
  return [...ADDED[preset], ...common].flatMap(([action, keys, scenes]) => {
    if (buttons === 2 && (action === 'hard' || action === 'easy')) return []
    const names = buttons === 2 && action === 'good' ? `2 ${keys}` : keys
    return {action, keys: names.split(' '), ...(scenes && {scenes})}
  })
}
