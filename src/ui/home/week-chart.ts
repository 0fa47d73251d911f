import type {StudyDay} from '../../core/time.ts'
import type {DayAhead} from '../../core/week.ts'
import type {StyledLine} from '../../render/line.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {span} from '../text/fit.ts'

const EIGHTHS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']
const ASCII_PARTS = ['.', ':', '#']

const NARROWEST_DAY = 5
const WIDEST_DAY = 8
const ROOMY_ROWS = 3

/** For each day a number, a bar and the name of the day. Nothing where there is no room, or no card on any day. */
export function weekChart(
  week: readonly DayAhead[],
  {width, isRoomy}: Layout,
  {ascii}: Look,
): readonly StyledLine[] {
  const most = Math.max(0, ...week.map(({cards}) => cards))
  const column = Math.min(WIDEST_DAY, Math.floor(width / Math.max(1, week.length)))
  if (most === 0 || column < NARROWEST_DAY) return []
  const parts = ascii ? ASCII_PARTS : EIGHTHS
  const rows = isRoomy ? ROOMY_ROWS : 1
  const bar = column - 2
  const bars = Array.from({length: rows}, (_, row): StyledLine => {
    const below = (rows - 1 - row) * parts.length
    const cells = week.map(({cards}) => {
      const units = cards === 0 ? 0 : Math.max(1, Math.round((cards / most) * rows * parts.length))
      const filled = Math.max(0, Math.min(parts.length, units - below))
      return (parts[filled - 1] ?? ' ').repeat(bar).padStart(column)
    })
    return [span(cells.join('').trimEnd(), {color: 'accent'})]
  })
  const names = week.map(({day}, index) => nameOf(day, index).padStart(column))
  return [
    week.map(({cards}) =>
      span(shortNumber(cards).padStart(column), cards === 0 ? {dim: true} : {bold: true}),
    ),
    ...bars,
    [span(names.join(''), {dim: true})],
  ]
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function nameOf(day: StudyDay, index: number): string {
  // 1 January 1970 was a Thursday.
  return index === 0 ? 'today' : (WEEKDAYS[(((day + 3) % 7) + 7) % 7] as string)
}

/** In at most four characters. */
function shortNumber(count: number): string {
  if (count < 10_000) return String(count)
  return count < 999_500 ? `${Math.round(count / 1000)}k` : `${Math.round(count / 1_000_000)}M`
}
