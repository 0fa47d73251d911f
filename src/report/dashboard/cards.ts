import {CARD_STATES} from '../../core/statistics/card-row.ts'
import type {Dashboard, Histogram} from '../../core/statistics/dashboard.ts'
import {studyDayToIso} from '../../core/time.ts'
import {barChart} from '../charts/bar-chart.ts'
import {histogramChart} from '../charts/histogram.ts'
import {horizontalBars} from '../charts/horizontal-bars.ts'
import {lineChart} from '../charts/line-chart.ts'
import {formatNumber, formatPercent} from '../charts/scale.ts'
import {remark, type Section, textLines} from './section.ts'
import {counted, formatCount, formatDays, monthAndDay} from './words.ts'

const CHART_ROWS = 8
const HISTOGRAM_ROWS = 6

export function forecastSection({forecast}: Dashboard): Section {
  const {backlog, days, later, dailyLoad} = forecast
  return {
    title: 'Forecast',
    draw: options => [
      ...textLines(
        `${backlog === 0 ? 'No backlog' : `Backlog: ${counted(backlog, 'card')} due before today`}. ` +
          `About ${formatNumber(dailyLoad)} reviews a day as the cards stand. ${counted(later, 'card')} due later.`,
        options,
      ),
      ...remark(`Cards that come due in ${days.length} days, from today on.`, options),
      ...barChart(
        {
          labels: days.map(({day}) => monthAndDay(day)),
          series: (['learning', 'young', 'mature'] as const).map(kind => ({
            name: kind,
            values: days.map(day => day[kind]),
          })),
          height: CHART_ROWS,
        },
        options,
      ),
    ],
  }
}

export function cardsSection({cards}: Dashboard): Section {
  const {total, counts, studied, known} = cards
  const bars = CARD_STATES.filter(state => counts[state] > 0).map(state => ({
    label: state,
    value: counts[state],
    text: formatCount(counts[state]),
  }))
  return {
    title: 'Cards',
    draw: options => [
      ...textLines(
        total === 0 && bars.length === 0
          ? 'No cards yet. `ebb import PATH` makes some.'
          : `${counted(total, 'card')}, ${formatCount(studied)} of them studied, about ${formatCount(known)} known today.`,
        options,
      ),
      ...horizontalBars(bars, options),
    ],
  }
}

export function knowledgeSection({knowledge, cards}: Dashboard): Section {
  return {
    title: 'Estimated knowledge',
    draw: options => {
      if (knowledge.length === 0) return textLines('Nothing was studied yet.', options)
      return [
        ...textLines(
          `About ${formatCount(cards.known)} of ${counted(cards.studied, 'studied card')} would be recalled today.`,
          options,
        ),
        ...lineChart(
          {
            name: 'known',
            values: knowledge.map(({known}) => known),
            reference: {name: 'studied', values: knowledge.map(({studied}) => studied)},
            labels: knowledge.map(({day}) => studyDayToIso(day)),
            height: CHART_ROWS,
            color: 'good',
          },
          options,
        ),
      ]
    },
  }
}

export function distributionSections(dashboard: Dashboard): readonly Section[] {
  const {stability, difficulty, retrievability, intervals} = dashboard
  return [
    histogramSection('Stability', 'Days until recall falls to 90 %', stability, formatDays),
    histogramSection('Difficulty', 'From 1, easy, to 10', difficulty, formatNumber),
    histogramSection('Retrievability', 'Chance of recall today', retrievability, formatPercent),
    histogramSection('Intervals', 'From one review to the next', intervals, formatDays),
  ]
}

function histogramSection(
  title: string,
  about: string,
  {cards, mean, median, bins}: Histogram,
  format: (value: number) => string,
): Section {
  return {
    title,
    draw: options =>
      mean === undefined || median === undefined
        ? textLines('No cards were studied yet.', options)
        : [
            ...textLines(
              `${about}: half of ${counted(cards, 'card')} below ${format(median)}; on average ${format(mean)}.`,
              options,
            ),
            ...histogramChart({bins, height: HISTOGRAM_ROWS, formatEdge: format}, options),
          ],
  }
}
