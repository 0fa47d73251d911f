import type {StyledLine} from '../../render/line.ts'
import {fitLine, span} from '../fit.ts'
import {BINDINGS} from '../keymap.ts'
import type {Layout} from '../layout.ts'
import type {Look} from '../look.ts'

/** The list of keys, made from the keymap. */
export function helpLines({width, isRoomy}: Layout, {glyphs}: Look): readonly StyledLine[] {
  const listed = BINDINGS.flatMap(({keys, does}) => (does === undefined ? [] : [{keys, does}]))
  const rows = listed.map(({keys, does}) => ({keys: keys.join(', '), does}))
  const column = Math.max(...rows.map(({keys}) => keys.length)) + 2
  const title: readonly StyledLine[] = isRoomy ? [[span('Keys', {bold: true})], []] : []
  const lines = rows.map(
    ({keys, does}): StyledLine => [{text: keys.padEnd(column), style: {bold: true}}, span(does)],
  )
  return [...title, ...lines.map(line => fitLine(line, width, glyphs.ellipsis))]
}
