import {plural} from '../../core/plural.ts'
import type {HeatMap} from '../../core/statistics/heat-map.ts'
import {type StudyDay, studyDayToIso} from '../../core/time.ts'
import {type Drawing, svg} from './figure.ts'
import {html} from './html.ts'

const CELL = 13
const LEFT = 30
const TOP = 18
const WEEKDAYS = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A column for each week of a year, a square for each day, the darker the more was answered. */
export function calendarDrawing({weeks}: HeatMap): Drawing {
  const cells = weeks.flatMap((week, column) =>
    week.map(
      (day, row) =>
        day &&
        html`<rect class="heat heat-${day.level}" x="${LEFT + column * CELL}" y="${TOP + row * CELL}" width="${CELL - 2}" height="${CELL - 2}" rx="2" data-value="${String(day.answers)}"><title>${studyDayToIso(day.day)}: ${plural(day.answers, 'answer')}</title></rect>`,
    ),
  )
  const weekdays = WEEKDAYS.map(
    (name, row) => name !== '' && html`<text x="0" y="${TOP + row * CELL + 10}">${name}</text>`,
  )
  // Over the week of its first day; not at the end, where there is no room for a name.
  const months = weeks.slice(0, -1).map((week, column) => {
    const first = week.find(day => day && dayOfMonth(day.day) === 1)
    return (
      first &&
      html`<text x="${LEFT + column * CELL}" y="10">${MONTHS[monthOf(first.day)] ?? ''}</text>`
    )
  })
  const width = LEFT + weeks.length * CELL
  const label = 'Answers on each day of the last year'
  return {svg: svg(label, width, TOP + 7 * CELL, [months, weekdays, cells]), series: []}
}

function dayOfMonth(day: StudyDay): number {
  return Number(studyDayToIso(day).slice(8))
}

/** 0 for January. */
function monthOf(day: StudyDay): number {
  return Number(studyDayToIso(day).slice(5, 7)) - 1
}
