import type {StyledLine} from '../../render/line.ts'
import {hang, wrapSpans} from '../../render/wrap.ts'
import {span} from '../fit.ts'
import {BINDINGS} from '../keymap.ts'
import type {Layout} from '../layout.ts'

const NARROWEST_TEXT = 12

/** The list of keys, made from the keymap. */
export function helpLines({width, isRoomy}: Layout): readonly StyledLine[] {
  const listed = new Map<string, readonly string[]>()
  for (const {keys, does} of BINDINGS) {
    if (does !== undefined) listed.set(does, [...(listed.get(does) ?? []), ...keys])
  }
  const rows = [...listed].map(([does, keys]) => ({keys: keys.join(' '), does}))
  const column = Math.max(...rows.map(({keys}) => keys.length)) + 2
  const title: readonly StyledLine[] = isRoomy ? [[span('Keys', {bold: true})], []] : []
  const lines = rows.flatMap(({keys, does}) =>
    hang(
      wrapSpans([span(does)], Math.max(NARROWEST_TEXT, width - column)),
      [{text: keys.padEnd(column), style: {bold: true}}],
      [{text: ' '.repeat(column)}],
    ),
  )
  return [...title, ...lines]
}
