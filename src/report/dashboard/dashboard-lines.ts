import type {Dashboard} from '../../core/statistics/dashboard.ts'
import {studyDayToIso} from '../../core/time.ts'
import type {Span, StyledLine} from '../../render/line.ts'
import {widthOf} from '../../render/line.ts'
import {type ChartOptions, clipLines, fitText, spanOf} from '../charts/cells.ts'
import {calibrationSection, hoursSection, ratingsSection, retentionSection} from './answers.ts'
import {cardsSection, distributionSections, forecastSection, knowledgeSection} from './cards.ts'
import {decksSection, leechesSection} from './lists.ts'
import {type Section, textLines} from './section.ts'
import {activitySection, calendarSection, timeSection, todaySection} from './study.ts'

const TWO_COLUMNS = 140
const GAP = 4
/** Wider charts say no more. */
const WIDEST = 100

/**
 * The dashboard as lines of at most the width asked for: one section below the other, or in two columns where there is room. It can be
 * read without colours.
 */
export function dashboardLines(dashboard: Dashboard, options: ChartOptions): readonly StyledLine[] {
  const {width, ascii} = options
  const heading = headingLines(dashboard, options)
  if (width < TWO_COLUMNS) {
    const column = {width: Math.min(width, WIDEST), ascii}
    const sections = sectionsOf(dashboard).map(section => sectionLines(section, column))
    return clipLines([...heading, ...sections.flat()], width)
  }
  const column = {width: Math.min(Math.floor((width - GAP) / 2), WIDEST), ascii}
  return clipLines([...heading, ...inTwoColumns(sectionsOf(dashboard), column)], width)
}

function sectionsOf(dashboard: Dashboard): readonly Section[] {
  return [
    todaySection(dashboard),
    forecastSection(dashboard),
    calendarSection(dashboard),
    activitySection(dashboard),
    retentionSection(dashboard),
    cardsSection(dashboard),
    knowledgeSection(dashboard),
    ...distributionSections(dashboard),
    hoursSection(dashboard),
    ratingsSection(dashboard),
    timeSection(dashboard),
    calibrationSection(dashboard),
    decksSection(dashboard),
    leechesSection(dashboard),
  ]
}

function headingLines({moment, scope}: Dashboard, options: ChartOptions): readonly StyledLine[] {
  const {decks, tags, since} = scope
  const about = [
    decks.length > 0 ? decks.join(', ') : 'all decks',
    ...(tags.length > 0 ? [`tagged ${tags.join(', ')}`] : []),
    ...(since === undefined ? [] : [`answers since ${studyDayToIso(since)}`]),
  ]
  return textLines(`Progress on ${studyDayToIso(moment.studyDay)}: ${about.join('; ')}`, options, {
    bold: true,
  })
}

function sectionLines({title, draw}: Section, options: ChartOptions): readonly StyledLine[] {
  const {width, ascii} = options
  const rule = ascii ? '-' : '─'
  const name = fitText(title, Math.min(title.length, Math.max(1, width)), ascii)
  const left = Math.max(0, width - name.length - 1)
  const heading: StyledLine = [
    spanOf(name, {bold: true, color: 'heading'}),
    ...(left === 0 ? [] : [spanOf(` ${rule.repeat(left)}`, {color: 'border'})]),
  ]
  return [[], heading, ...draw(options)]
}

/** The sections in order, each in the column that is shorter so far. */
function inTwoColumns(sections: readonly Section[], column: ChartOptions): readonly StyledLine[] {
  const left: StyledLine[] = []
  const right: StyledLine[] = []
  for (const section of sections) {
    const shorter = left.length <= right.length ? left : right
    shorter.push(...sectionLines(section, column))
  }
  return Array.from({length: Math.max(left.length, right.length)}, (_, row) =>
    beside(left[row] ?? [], right[row] ?? [], column.width + GAP),
  )
}

function beside(left: StyledLine, right: StyledLine, start: number): readonly Span[] {
  if (right.length === 0) return left
  return [...left, spanOf(' '.repeat(Math.max(0, start - widthOf(left)))), ...right]
}
