import {CARD_STATES} from '../../core/statistics/card-row.ts'
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
  if (isEmpty(dashboard)) return emptyLines(options)
  const heading = headingLines(dashboard, options)
  if (width < TWO_COLUMNS) {
    const column = {width: Math.min(width, WIDEST), ascii}
    const sections = sectionsOf(dashboard).map(section => sectionLines(section, column))
    return clipLines([...heading, ...sections.flat()], width)
  }
  const column = {width: Math.min(Math.floor((width - GAP) / 2), WIDEST), ascii}
  return clipLines([...heading, ...inTwoColumns(sectionsOf(dashboard), column)], width)
}

/** What there is something to tell of: without answers, most would be empty axes. */
function sectionsOf(dashboard: Dashboard): readonly Section[] {
  const wasStudied = hasAnswers(dashboard) || dashboard.cards.studied > 0
  const wasAnswered = dashboard.time.answers > 0
  const studied = (...sections: readonly Section[]) => (wasStudied ? sections : [])
  const answered = (...sections: readonly Section[]) => (wasAnswered ? sections : [])
  return [
    todaySection(dashboard),
    ...studied(forecastSection(dashboard), calendarSection(dashboard)),
    ...answered(activitySection(dashboard), retentionSection(dashboard)),
    cardsSection(dashboard),
    ...studied(knowledgeSection(dashboard), ...distributionSections(dashboard)),
    ...answered(
      hoursSection(dashboard),
      ratingsSection(dashboard),
      timeSection(dashboard),
      calibrationSection(dashboard),
    ),
    decksSection(dashboard),
    ...studied(leechesSection(dashboard)),
  ]
}

/** Whether anything was ever answered, also before the days that are asked for. */
function hasAnswers({streaks, time}: Dashboard): boolean {
  return streaks.studyDays > 0 || time.answers > 0
}

/** Absent cards are counted, too: their answers are told of. */
function isEmpty(dashboard: Dashboard): boolean {
  const cards = CARD_STATES.some(state => dashboard.cards.counts[state] > 0)
  return !cards && !hasAnswers(dashboard)
}

function emptyLines(options: ChartOptions): readonly StyledLine[] {
  return [
    ...textLines('There are no cards yet.', options),
    ...textLines('`ebb import PATH` makes some from your documents.', options),
  ]
}

function headingLines(dashboard: Dashboard, options: ChartOptions): readonly StyledLine[] {
  const {moment, scope} = dashboard
  const {decks, tags, since} = scope
  const about = [
    decks.length > 0 ? decks.join(', ') : 'all decks',
    ...(tags.length > 0 ? [`tagged ${tags.join(', ')}`] : []),
    ...(since === undefined ? [] : [`answers since ${studyDayToIso(since)}`]),
  ]
  const title = `Progress on ${studyDayToIso(moment.studyDay)}: ${about.join('; ')}`
  return [
    ...textLines(title, options, {bold: true}),
    ...(dashboard.time.answers > 0 ? [] : textLines(noAnswers(dashboard), options)),
  ]
}

function noAnswers(dashboard: Dashboard): string {
  return hasAnswers(dashboard)
    ? 'There are no answers in this time.'
    : 'There are no answers yet: charts come with them.'
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
