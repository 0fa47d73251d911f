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
  const months = weeks.map((week, column) => {
    const first = week.find(day => day !== undefined && dayOfMonth(day.day) <= 7)
    const isNew = first !== undefined && week.some(day => day && dayOfMonth(day.day) === 1)
    return (
      isNew &&
      html`<text x="${LEFT + column * CELL}" y="10">${MONTHS[monthOf(week.find(day => day && dayOfMonth(day.day) === 1)?.day)] ?? ''}</text>`
    )
  })
  const width = LEFT + weeks.length * CELL
  const label = 'Answers on each day of the last year'
  return {svg: svg(label, width, TOP + 7 * CELL, [months, weekdays, cells]), series: []}
}

function dayOfMonth(day: StudyDay): number {
  return Number(studyDayToIso(day).slice(8))
}

function monthOf(day: StudyDay | undefined): number {
  return day === undefined ? -1 : Number(studyDayToIso(day).slice(5, 7)) - 1
}
