import {withinBudget} from '../../core/deck-tree.ts'
import {plural} from '../../core/plural.ts'
import type {StyledLine} from '../../render/line.ts'
import {countTitles} from '../home/counts.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {bodyHeight, pageLines} from '../pages/page.ts'
import {type KeyHint, pageFooter} from '../pages/page-footer.ts'
import {span, spread} from '../text/fit.ts'
import {countedLine, foldSign, indentOf} from './deck-line.ts'
import {
  cursorIndex,
  type Entry,
  entriesOf,
  type Mark,
  markedCounts,
  type PickerState,
} from './picker-state.ts'

/** The whole screen: the question, the entries around the cursor, the keys. */
export function pickerLines(state: PickerState, layout: Layout, look: Look): readonly StyledLine[] {
  const entries = entriesOf(state)
  const cursor = cursorIndex(entries, state)
  const header = headerLines(state, layout, look)
  const top = cursor - Math.floor(bodyHeight({header}, layout) / 2)
  const body =
    entries.length === 0
      ? [[span('No deck with cards to review has such a name.', {dim: true})]]
      : entries.map((entry, index) => entryLine(entry, index === cursor, state, layout, look))
  return pageLines(
    {header, body, top, status: statusLine(state), footer: footerLine(state, layout, look)},
    layout,
    look,
  )
}

/** How many lines the keys for a page go up and down. */
export function pickerPage(state: PickerState, layout: Layout, look: Look): number {
  return Math.max(1, bodyHeight({header: headerLines(state, layout, look)}, layout) - 1)
}

function headerLines({filter}: PickerState, layout: Layout, {ascii}: Look): readonly StyledLine[] {
  const typed =
    filter === undefined
      ? [span('type, or / to find one', {dim: true})]
      : [span('find: ', {dim: true}), span(filter), span(ascii ? '_' : '▏', {color: 'accent'})]
  const titles = spread(typed, countTitles(layout), layout.width)
  const question: StyledLine = [span('What do you want to review?', {bold: true})]
  return layout.isRoomy ? [question, [], titles] : [titles]
}

function entryLine(
  entry: Entry,
  isAtCursor: boolean,
  {everything, budget}: PickerState,
  layout: Layout,
  look: Look,
): StyledLine {
  const cursor = span(isAtCursor ? `${look.glyphs.level} ` : '  ', {bold: true, color: 'accent'})
  switch (entry.kind) {
    case 'all':
      return countedLine(
        [cursor, span('  ')],
        span('All decks', {bold: isAtCursor}),
        everything,
        layout,
        look,
      )
    case 'deck': {
      const {node, isOpen, isMatch} = entry.row
      return countedLine(
        [cursor, markSign(entry.mark, look), indentOf(node, layout), foldSign(isOpen, look)],
        span(node.name, {bold: isAtCursor, dim: !isMatch}),
        withinBudget(node.counts, budget),
        layout,
        look,
      )
    }
  }
}

function markSign(mark: Mark, {ascii}: Look) {
  switch (mark) {
    case 'none':
      return span('  ')
    case 'marked':
      return span(ascii ? '* ' : '● ', {bold: true, color: 'good'})
    case 'within':
      return span(ascii ? '. ' : '· ', {color: 'good'})
  }
}

function statusLine(state: PickerState): StyledLine {
  const {size} = state.marked
  if (size === 0) return []
  const {total} = markedCounts(state)
  return [span(`${plural(size, 'deck')} marked: ${plural(total, 'card')} to review`)]
}

function footerLine({filter}: PickerState, layout: Layout, look: Look): StyledLine {
  const keys: readonly KeyHint[] = [
    ['enter', 'start'],
    ['space', 'mark'],
  ]
  return pageFooter(
    keys,
    filter === undefined ? ['q', 'leave'] : ['esc', 'all decks'],
    layout,
    look,
  )
}
