import {deckRows, withinBudget} from '../../core/deck-tree.ts'
import {formatDuration} from '../../core/duration.ts'
import {formatTimeLeft} from '../../core/pace.ts'
import {plural} from '../../core/plural.ts'
import type {Span, StyledLine} from '../../render/line.ts'
import {hang, wrapSpans} from '../../render/wrap.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {type PageParts, pageLines} from '../pages/page.ts'
import {type KeyHint, pageFooter} from '../pages/page-footer.ts'
import {countedLine, indentOf} from '../picker/deck-line.ts'
import {span, spread} from '../text/fit.ts'
import {formatNextDue} from '../text/words.ts'
import {countsInWords, countTitles} from './counts.ts'
import {HOME_BINDINGS} from './home-keys.ts'
import type {HomeData, HomeState} from './home-state.ts'
import {weekChart} from './week-chart.ts'

/** The whole screen. */
export function homeLines(state: HomeState, layout: Layout, look: Look): readonly StyledLine[] {
  return pageLines(homeParts(state, layout, look), layout, look)
}

/** What is shown, before it is cut to the height of the terminal. */
export function homeParts(
  {data, shown, top, message}: HomeState,
  layout: Layout,
  look: Look,
): PageParts {
  const footer = footerLine(data, shown, layout, look)
  const common = {top, footer, status: message === undefined ? [] : [span(message)]}
  switch (shown) {
    case 'home':
      return {...common, header: headerLines(data, layout), body: bodyLines(data, layout, look)}
    case 'keys':
      return {...common, header: titleLines(layout), body: keyLines(layout)}
  }
}

function headerLines({streakDays}: HomeData, layout: Layout): readonly StyledLine[] {
  const streak = streakDays > 1 ? [span(`${streakDays} days in a row`, {dim: true})] : []
  const line = spread([span('ebb', {bold: true})], streak, layout.width)
  return layout.isRoomy ? [line, []] : [line]
}

function titleLines({isRoomy}: Layout): readonly StyledLine[] {
  const title = [span('Keys', {bold: true})]
  return isRoomy ? [title, []] : [title]
}

function bodyLines(data: HomeData, layout: Layout, look: Look): readonly StyledLine[] {
  if (!data.hasCards) return emptyLines(layout)
  const parts = [todayLines(data, layout, look), weekLines(data, layout, look)]
  const filled = [...parts, deckLines(data, layout, look)].filter(lines => lines.length > 0)
  return filled.flatMap((lines, index) => (index === 0 ? lines : [[], ...lines]))
}

function emptyLines({width, isRoomy}: Layout): readonly StyledLine[] {
  const sentence = (text: string) => wrapSpans([span(text)], width)
  const gap: readonly StyledLine[] = isRoomy ? [[]] : []
  return [
    ...wrapSpans([span('There are no cards yet.', {bold: true})], width),
    ...gap,
    ...sentence('They are made of the Markdown that you have. Leave with q, then type:'),
    ...gap,
    [span('  ebb import notes/', {bold: true, color: 'accent'})],
    ...gap,
    ...sentence(
      'That turns every question below notes/ into a card, and changes no file. With --dry-run it only shows what would become of them.',
    ),
  ]
}

function todayLines(data: HomeData, {width}: Layout, look: Look): readonly StyledLine[] {
  const {counts, durationMs, done, nextDue, moment} = data
  const wrapped = (line: readonly Span[]) => wrapSpans(line, width)
  const what =
    counts.total > 0
      ? [
          ...wrapped([
            span(`${plural(counts.total, 'card')} to review`, {bold: true}),
            span(`, ${formatTimeLeft(durationMs)}`, {dim: true}),
          ]),
          ...wrapped([...countsInWords(counts, look)]),
        ]
      : [
          ...wrapped([span('Nothing is due.', {bold: true})]),
          ...(nextDue ? wrapped([span(formatNextDue(nextDue, moment))]) : []),
        ]
  return [...what, ...wrapped([span(doneToday(done), {dim: true})])]
}

function doneToday({answers, durationMs}: HomeData['done']): string {
  if (answers === 0) return 'No answers yet today.'
  return `Today: ${plural(answers, 'answer')} in ${formatDuration(durationMs)}.`
}

function weekLines({week}: HomeData, layout: Layout, look: Look): readonly StyledLine[] {
  const chart = weekChart(week, layout, look)
  return chart.length === 0 ? [] : [[span('The next seven days', {bold: true})], ...chart]
}

function deckLines({tree, budget}: HomeData, layout: Layout, look: Look): readonly StyledLine[] {
  const rows = deckRows(tree, {filter: '', folded: new Set()})
  if (rows.length < 2) return []
  const title = spread([span('Decks', {bold: true})], countTitles(layout), layout.width)
  const decks = rows.map(({node}) =>
    countedLine(
      [indentOf(node, layout)],
      span(node.name),
      withinBudget(node.counts, budget),
      layout,
      look,
    ),
  )
  return [title, ...decks]
}

function keyLines({width}: Layout): readonly StyledLine[] {
  const listed = new Map<string, readonly string[]>()
  for (const {keys, does} of HOME_BINDINGS) {
    if (does !== undefined) listed.set(does, [...(listed.get(does) ?? []), ...keys])
  }
  const column = Math.max(...[...listed.values()].map(keys => keys.join(' ').length)) + 2
  return [...listed].flatMap(([does, keys]) =>
    hang(
      wrapSpans([span(does)], Math.max(1, width - column)),
      [span(keys.join(' ').padEnd(column), {bold: true})],
      [span(' '.repeat(column))],
    ),
  )
}

function footerLine(
  {counts, hasCards}: HomeData,
  shown: HomeState['shown'],
  layout: Layout,
  look: Look,
): StyledLine {
  if (shown !== 'home') return pageFooter([], ['esc', 'back'], layout, look)
  const start: readonly KeyHint[] = [
    ['space', 'review'],
    ['d', 'decks'],
  ]
  const more: readonly KeyHint[] = [
    ['s', 'progress'],
    ['?', 'keys'],
  ]
  const keys = [...(counts.total > 0 ? start : []), ...(hasCards ? more : [])]
  return pageFooter(keys, ['q', 'leave'], layout, look)
}
