import type {Dashboard, DashboardScope} from '../../core/statistics/dashboard.ts'
import {formatInstant, studyDayToIso} from '../../core/time.ts'
import {activityFigure, calendarFigure, hoursFigure, ratingsFigure, timeFigure} from './answers.ts'
import {cardsFigure, forecastFigure, histogramFigures} from './cards.ts'
import {html} from './html.ts'
import {decksFigure, headline, leechesFigure} from './lists.ts'
import {calibrationFigure, knowledgeFigure, retentionFigure} from './memory.ts'
import {STYLE} from './style.ts'

/** Nothing may be fetched or run, whatever got into the page. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'"

interface PageOptions {
  /** Whether the questions of leeches may be told: a page is made to be shown to others. */
  readonly withCards: boolean
}

/** A page with all of the dashboard: one file without scripts, that needs nothing from anywhere. */
export function formatPage(dashboard: Dashboard, {withCards}: PageOptions): string {
  const {moment, scope} = dashboard
  const day = studyDayToIso(moment.studyDay)
  const made = formatInstant(moment.at, moment.utcOffsetMinutes)
  const figures = [
    calendarFigure(dashboard),
    activityFigure(dashboard),
    forecastFigure(dashboard),
    retentionFigure(dashboard),
    cardsFigure(dashboard),
    knowledgeFigure(dashboard),
    ratingsFigure(dashboard),
    timeFigure(dashboard),
    hoursFigure(dashboard),
    histogramFigures(dashboard),
    calibrationFigure(dashboard),
    decksFigure(dashboard),
    leechesFigure(dashboard, withCards),
  ]
  const numbers = headline(dashboard).map(
    ([value, name]) => html`<li><b>${value}</b><span>${name}</span></li>`,
  )
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>ebb: progress on ${day}</title>
<style>${styleOf()}</style></head>
<body><header><h1>Progress</h1><p class="scope">${scopeOf(scope)}</p></header>
<ul class="figures">${numbers}</ul>
<main>
${figures}</main>
<footer>Made by ebb on <time datetime="${made}">${made}</time></footer></body></html>
`.text
}

/** Not escaped as text is: a style sheet has no entities. It is ours alone. */
function styleOf() {
  return {...html``, text: STYLE}
}

function scopeOf({decks, tags, period}: DashboardScope): string {
  const what = decks.length === 0 ? 'All decks' : decks.join(', ')
  const tagged = tags.length === 0 ? '' : `, tagged ${tags.join(' or ')}`
  return `${what}${tagged}, ${studyDayToIso(period.from)} to ${studyDayToIso(period.to)}`
}
