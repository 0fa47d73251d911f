import {graphemesOf} from '../../render/width.ts'
import type {PickerEvent, PickerState} from './picker-state.ts'

/** What a key asks of the picker. */
export type PickerCommand =
  | PickerEvent
  | {readonly type: 'start'}
  | {readonly type: 'leave'; readonly how: 'left' | 'interrupted'}

const EVERYTHING = Number.MAX_SAFE_INTEGER

/**
 * What a key means. As long as nothing is typed, `j`, `k` and `q` are keys as in the review; any other character begins the filter, and
 * from then on all of them belong to it. Space marks at any time: names are found without it.
 * @param page how many lines a page has
 */
export function pickerCommand(
  key: string,
  {filter}: PickerState,
  page: number,
): PickerCommand | undefined {
  switch (key) {
    case 'up':
    case 'ctrl-p':
      return {type: 'move', by: -1}
    case 'down':
    case 'ctrl-n':
      return {type: 'move', by: 1}
    case 'pageup':
    case 'ctrl-u':
      return {type: 'move', by: -page}
    case 'pagedown':
    case 'ctrl-d':
      return {type: 'move', by: page}
    case 'home':
      return {type: 'move', by: -EVERYTHING}
    case 'end':
      return {type: 'move', by: EVERYTHING}
    case 'left':
      return {type: 'fold', isFolded: true}
    case 'right':
      return {type: 'fold', isFolded: false}
    case 'space':
    case 'tab':
      return {type: 'mark'}
    case 'enter':
      return {type: 'start'}
    case 'ctrl-c':
      return {type: 'leave', how: 'interrupted'}
    case 'escape':
      return filter === undefined ? {type: 'leave', how: 'left'} : {type: 'filter', text: undefined}
    case 'backspace':
    case 'delete':
      return {type: 'filter', text: withoutLast(filter)}
  }
  if (filter === undefined) {
    switch (key) {
      case 'j':
        return {type: 'move', by: 1}
      case 'k':
        return {type: 'move', by: -1}
      case 'q':
        return {type: 'leave', how: 'left'}
      case '/':
        return {type: 'filter', text: ''}
    }
  }
  const isCharacter = [...key].length === 1
  return isCharacter ? {type: 'filter', text: (filter ?? '') + key} : undefined
}

function withoutLast(filter: string | undefined): string | undefined {
  return filter ? graphemesOf(filter).slice(0, -1).join('') || undefined : undefined
}
