import {type ActionName, KEY_ACTIONS} from '../../core/key-actions.ts'
import {type Keymap, keysFor} from '../../core/keymap.ts'
import type {StyledLine} from '../../render/line.ts'
import {hang, wrapSpans} from '../../render/wrap.ts'
import {shownKey} from '../keys/key-names.ts'
import type {Layout} from '../looks/layout.ts'
import {span} from '../text/fit.ts'

const NARROWEST_TEXT = 12
/** Longer lists of keys stand above what they do. */
const WIDEST_KEYS = 24

/** The list of keys, made from the keymap. Actions without a key are not in it. */
export function helpLines(keymap: Keymap, {width, isRoomy}: Layout): readonly StyledLine[] {
  const listed = new Map<string, readonly string[]>()
  for (const {name, does} of KEY_ACTIONS) {
    const keys = name === 'close' ? [] : keysFor(keymap, name satisfies ActionName).map(shownKey)
    if (keys.length > 0) listed.set(does, [...new Set([...(listed.get(does) ?? []), ...keys])])
  }
  const rows = [...listed].map(([does, keys]) => ({keys: keys.join(' '), does}))
  const widths = rows.map(({keys}) => keys.length).filter(length => length <= WIDEST_KEYS)
  const column = Math.max(0, ...widths) + 2
  const title: readonly StyledLine[] = isRoomy ? [[span('Keys', {bold: true})], []] : []
  const lines = rows.flatMap(({keys, does}) => {
    const text = wrapSpans([span(does)], Math.max(NARROWEST_TEXT, width - column))
    const indent: StyledLine = [{text: ' '.repeat(column)}]
    if (keys.length > column - 2) return [[span(keys, {bold: true})], ...hang(text, indent, indent)]
    return hang(text, [{text: keys.padEnd(column), style: {bold: true}}], indent)
  })
  return [...title, ...lines]
}
