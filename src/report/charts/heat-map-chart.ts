import type {HeatLevel, HeatMap} from '../../core/statistics/heat-map.ts'
import {studyDayToIso} from '../../core/time.ts'
import type {Style, StyledLine} from '../../render/line.ts'
import {
  BLANK,
  type Cell,
  type ChartOptions,
  clipLines,
  LABEL,
  lineOfCells,
  spanOf,
} from './cells.ts'
import {type LegendEntry, legendLines} from './legend.ts'
import {formatNumber} from './scale.ts'

const SHADES = ['·', '░', '▒', '▓', '█'] as const
const ASCII_SHADES = ['.', '-', '+', 'x', '#'] as const
const WEEKDAYS = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'] as const
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const FILLED: Style = {color: 'good'}
/** For the names of the weekdays and a blank. */
const MARGIN = 4

/**
 * A calendar with a column for each week and a row for each weekday, the level of each day told by its shade, and what the
 * shades stand for. Where not all weeks fit, the latest are shown; where there is room, weeks stand apart.
 */
export function heatMapChart(map: HeatMap, options: ChartOptions): readonly StyledLine[] {
  const {width, ascii} = options
  const shades = ascii ? ASCII_SHADES : SHADES
  const margin = width > MARGIN ? MARGIN : 0
  const pitch = map.weeks.length * 2 - 1 <= width - margin ? 2 : 1
  const weeks = map.weeks.slice(-Math.max(1, Math.floor((width - margin + pitch - 1) / pitch)))

  const rows = WEEKDAYS.map((name, weekday): StyledLine => {
    const cells = weeks.flatMap((week, index) => {
      const day = week[weekday]
      const cell = day === undefined ? BLANK : signOf(day.level, shades)
      return pitch === 2 && index > 0 ? [BLANK, cell] : [cell]
    })
    const before = margin === 0 ? [] : [spanOf(name.padEnd(margin), LABEL)]
    return [...before, ...lineOfCells(cells)]
  })
  const months = monthsAbove(weeks, pitch)
  const heading = months.length === 0 ? [] : [[spanOf(' '.repeat(margin)), spanOf(months, LABEL)]]
  return clipLines(
    [...heading, ...rows, ...legendLines(legendOf(map, shades), width, margin)],
    width,
  )
}

/** The name of each month over the week in which it begins, where the one before leaves room. */
function monthsAbove(weeks: HeatMap['weeks'], pitch: number): string {
  let line = ''
  weeks.forEach((week, index) => {
    const first = week.find(day => day !== undefined && studyDayToIso(day.day).endsWith('-01'))
    const column = index * pitch
    if (first === undefined || (line !== '' && column <= line.length)) return
    const name = MONTHS[Number(studyDayToIso(first.day).slice(5, 7)) - 1] ?? ''
    if (column + name.length > weeks.length * pitch) return
    line = line.padEnd(column) + name
  })
  return line
}

/** `· 0  ░ 1–9  ▒ 10–19  ▓ 20–29  █ 30+`; levels that no number of answers reaches are left out. */
function legendOf({thresholds}: HeatMap, shades: readonly string[]): readonly LegendEntry[] {
  const dash = shades === ASCII_SHADES ? '-' : '–'
  const levels = thresholds.flatMap((least, index): readonly LegendEntry[] => {
    const next = thresholds[index + 1]
    if (next === least) return []
    const most = next === undefined ? '+' : next - 1 === least ? '' : dash + formatNumber(next - 1)
    return [{sign: signOf((index + 1) as HeatLevel, shades), text: formatNumber(least) + most}]
  })
  return [{sign: signOf(0, shades), text: '0'}, ...levels]
}

function signOf(level: HeatLevel, shades: readonly string[]): Cell {
  return {glyph: shades[level] ?? ' ', style: level === 0 ? LABEL : FILLED}
}
