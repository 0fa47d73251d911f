import {plural} from '../../core/plural.ts'
import {CARD_STATES, type CardState} from '../../core/statistics/card-row.ts'
import type {Dashboard, Histogram} from '../../core/statistics/dashboard.ts'
import type {HistogramBin} from '../../core/statistics/distribution.ts'
import {studyDayToIso} from '../../core/time.ts'
import {formatNumber} from '../charts/scale.ts'
import {dayLabels, decimal, percent} from './amounts.ts'
import {barDrawing} from './bars.ts'
import {figure, type Series, type Tone} from './figure.ts'
import type {Html} from './html.ts'

const DUE: readonly (Series & {readonly kind: 'learning' | 'young' | 'mature'})[] = [
  {name: 'learning', tone: 'learning', kind: 'learning'},
  {name: 'young', tone: 'young', kind: 'young'},
  {name: 'mature', tone: 'mature', kind: 'mature'},
]

/** What comes due in the next days. */
export function forecastFigure({forecast}: Dashboard): Html {
  const {backlog, days, later, dailyLoad} = forecast
  const labels = dayLabels(days.map(({day}) => day))
  const bars = days.map((day, index) => ({
    label: labels[index] ?? '',
    tip: `${studyDayToIso(day.day)}: ${DUE.map(({name, kind}) => `${day[kind]} ${name}`).join(', ')}`,
    values: DUE.map(({kind}) => day[kind]),
  }))
  return figure({
    id: 'forecast',
    title: `Next ${days.length} days`,
    note: `${plural(backlog, 'card')} overdue, ${later} due later; the collection asks for ${decimal(dailyLoad, 1)} reviews a day.`,
    drawing: barDrawing('Cards that come due, by day', bars, DUE),
    table: {
      head: ['Day', ...DUE.map(({name}) => name)],
      rows: days.map(day => [studyDayToIso(day.day), ...DUE.map(({kind}) => day[kind])]),
    },
  })
}

const STATE_TONES: Readonly<Record<CardState, Tone>> = {
  new: 'new',
  learning: 'learning',
  relearning: 'learning',
  young: 'young',
  mature: 'mature',
  suspended: 'soft',
  absent: 'soft',
}

/** Cards by state. */
export function cardsFigure({cards}: Dashboard): Html {
  const bars = CARD_STATES.map((state, index) => ({
    label: state,
    tip: `${state}: ${plural(cards.counts[state], 'card')}`,
    values: CARD_STATES.map((_, at) => (at === index ? cards.counts[state] : 0)),
  }))
  const series = CARD_STATES.map(state => ({name: state, tone: STATE_TONES[state]}))
  return figure({
    id: 'cards',
    title: 'Cards',
    note: `${plural(cards.total, 'card')}; of ${cards.studied} reviewed so far, ${decimal(cards.known, 0)} would be recalled today.`,
    drawing: {...barDrawing('Cards by state', bars, series), series: []},
    table: {
      head: ['State', 'Cards'],
      rows: CARD_STATES.map(state => [state, cards.counts[state]]),
    },
  })
}

/** How stability, difficulty, retrievability and intervals are spread. */
export function histogramFigures(dashboard: Dashboard): readonly Html[] {
  const {stability, difficulty, retrievability, intervals} = dashboard
  const days = (value: number) => `${decimal(value, 1)} days`
  const plain = (value: number) => decimal(value, 2)
  return [
    histogramFigure('stability', 'Stability in days', stability, formatNumber, days),
    histogramFigure('difficulty', 'Difficulty', difficulty, formatNumber, plain),
    histogramFigure('retrievability', 'Retrievability', retrievability, inPercent, percent),
    histogramFigure('intervals', 'Intervals in days', intervals, formatNumber, days),
  ]
}

function histogramFigure(
  id: string,
  title: string,
  {bins, cards, mean, median}: Histogram,
  edge: (value: number) => string,
  middle: (value: number) => string,
): Html {
  const name = ({from, to}: HistogramBin) =>
    Number.isFinite(to) ? `${edge(from)}–${edge(to)}` : `${edge(from)} and more`
  const bars = bins.map(bin => ({
    label: edge(bin.from),
    tip: `${name(bin)}: ${plural(bin.count, 'card')}`,
    values: [bin.count],
  }))
  const spread =
    mean === undefined || median === undefined
      ? ''
      : `; mean ${middle(mean)}, median ${middle(median)}`
  return figure({
    id,
    title,
    note: `${plural(cards, 'card')}${spread}.`,
    drawing: barDrawing(title, bars, [{name: 'cards', tone: 'plain'}]),
    table: {head: [title, 'Cards'], rows: bins.map(bin => [name(bin), bin.count])},
  })
}

function inPercent(share: number): string {
  return `${Math.round(share * 100)} %`
}
