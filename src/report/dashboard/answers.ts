import {RATINGS} from '../../core/rating.ts'
import type {Dashboard, RetentionSpan} from '../../core/statistics/dashboard.ts'
import {recallRate} from '../../core/statistics/retention.ts'
import {barChart} from '../charts/bar-chart.ts'
import {horizontalBars} from '../charts/horizontal-bars.ts'
import {lineChart} from '../charts/line-chart.ts'
import {formatPercent} from '../charts/scale.ts'
import {remark, type Section, textLines} from './section.ts'
import {tableLines} from './table.ts'
import {counted, formatCount, formatRecall} from './words.ts'

const SPANS: Readonly<Record<RetentionSpan, string>> = {
  day: 'today',
  week: '7 days',
  month: '30 days',
  year: '365 days',
  all: 'all',
}

export function retentionSection({retention, desiredRetention}: Dashboard): Section {
  return {
    title: 'True retention',
    draw: options => {
      const reviewed = retention.filter(({all}) => all.reviewed > 0)
      const rows = retention.map(({span, young, mature, all}) => [
        SPANS[span],
        formatRecall(all),
        formatRecall(young),
        formatRecall(mature),
        formatCount(all.reviewed),
      ])
      const bars = reviewed.map(({span, all}) => ({
        label: SPANS[span],
        value: recallRate(all) ?? 0,
        text: formatRecall(all),
        mark: desiredRetention,
      }))
      return [
        ...textLines(
          `Of cards in review, recalled. Desired: ${formatPercent(desiredRetention)}${bars.length > 0 ? ', the stroke across the bars' : ''}.`,
          options,
        ),
        [],
        ...tableLines({columns: ['', 'all', 'young', 'mature', 'reviews'], rows}, options),
        ...(bars.length === 0 ? [] : [[], ...horizontalBars(bars, {...options, max: 1})]),
      ]
    },
  }
}

export function ratingsSection({ratings}: Dashboard): Section {
  return {
    title: 'Rating buttons',
    draw: options =>
      ratings.flatMap(({kind, ratings: given}, index) => {
        const total = RATINGS.reduce((sum, rating) => sum + given[rating], 0)
        const bars = RATINGS.map(rating => {
          const share = total === 0 ? 0 : given[rating] / total
          const text = `${formatPercent(share)} of ${formatCount(total)}`
          return {label: `  ${rating}`, value: share, text}
        })
        return [
          ...(index === 0 ? [] : [[]]),
          ...remark(kind, options),
          ...(total === 0
            ? textLines('  none', options)
            : horizontalBars(bars, {...options, max: 1})),
        ]
      }),
  }
}

const CHART_ROWS = 6
const RECALL_ROWS = 5

export function hoursSection({hours}: Dashboard): Section {
  const labels = hours.map(({hour}) => String(hour))
  const rates = hours.map(recallRate)
  const known = rates.filter(rate => rate !== undefined)
  const lowest = Math.floor(Math.min(0.9, ...known) * 10) / 10
  return {
    title: 'Hours of the day',
    draw: options => [
      ...remark('Answers by the hour of your clock.', options),
      ...barChart(
        {labels, series: [{name: '', values: hours.map(hour => hour.answers)}], height: CHART_ROWS},
        options,
      ),
      ...(known.length === 0
        ? []
        : [
            ...remark('Recalled, of cards in review.', options),
            ...lineChart(
              {
                name: 'recalled',
                values: rates,
                labels,
                height: RECALL_ROWS,
                range: {min: lowest, max: 1},
                formatValue: formatPercent,
                color: 'good',
              },
              options,
            ),
          ]),
    ],
  }
}

const PREDICTION_ROWS = 10

export function calibrationSection({calibration}: Dashboard): Section {
  const {reviews, predicted, recalled, logLoss, rmseBins, points} = calibration
  return {
    title: 'Calibration',
    draw: options => {
      if (predicted === undefined || recalled === undefined) {
        return textLines('Nothing was predicted yet: no card was reviewed on a later day.', options)
      }
      const first = points[0]?.from ?? 0
      const steps = Math.max(1, Math.round((1 - first) * 20))
      const middles = Array.from({length: steps}, (_, index) => first + (index + 0.5) / 20)
      const lowest = Math.min(...points.flatMap(point => [point.predicted, point.recalled]))
      const pointAt = (middle: number) => points.find(({from, to}) => middle > from && middle < to)
      return [
        ...textLines(
          `Predicted ${formatPercent(predicted)}, recalled ${formatPercent(recalled)}, of ${counted(reviews, 'review')}.`,
          options,
        ),
        ...textLines(
          `RMSE(bins) ${formatPercent(rmseBins ?? 0)}, log loss ${(logLoss ?? 0).toFixed(4)}: the less, the better the parameters fit.`,
          options,
        ),
        ...lineChart(
          {
            name: 'recalled',
            values: middles.map(middle => pointAt(middle)?.recalled),
            reference: {
              name: 'as predicted',
              values: middles.map(middle => pointAt(middle)?.predicted ?? middle),
            },
            labels: middles.map(middle => formatPercent(middle - 0.025)),
            height: PREDICTION_ROWS,
            range: {min: Math.min(0.9, Math.floor(lowest * 10) / 10), max: 1},
            formatValue: formatPercent,
          },
          options,
        ),
      ]
    },
  }
}
