import {plural} from '../../core/plural.ts'
import type {Dashboard} from '../../core/statistics/dashboard.ts'
import {studyDayToIso} from '../../core/time.ts'
import {formatNumber, formatPercent, scaleBetween, scaleFromZero} from '../charts/scale.ts'
import {dayLabels, decimal, percent, recall} from './amounts.ts'
import {lineDrawing} from './bars.ts'
import {figure} from './figure.ts'
import type {Html} from './html.ts'

const SPANS = {
  day: 'Today',
  week: '7 days',
  month: '30 days',
  year: '365 days',
  all: 'All',
} as const

/** True retention over growing periods, beside the retention that is aimed at. */
export function retentionFigure({retention, desiredRetention}: Dashboard): Html {
  return figure({
    id: 'retention',
    title: 'True retention',
    note: `The share of reviews that were passed. You aim at ${percent(desiredRetention)}.`,
    table: {
      head: ['', 'Young', 'Mature', 'All', 'Reviews'],
      rows: retention.map(({span, young, mature, all}) => [
        SPANS[span],
        recall(young),
        recall(mature),
        recall(all),
        all.reviewed,
      ]),
    },
    isOpen: true,
  })
}

/** How much would be recalled, over time. */
export function knowledgeFigure({knowledge}: Dashboard): Html {
  const greatest = Math.max(0, ...knowledge.map(({studied}) => studied))
  return figure({
    id: 'knowledge',
    title: 'Knowledge',
    note: 'Cards reviewed so far, and how many of them would be recalled: the sum of their retrievability.',
    drawing: lineDrawing({
      label: 'Cards reviewed and cards known over time',
      lines: [
        {series: {name: 'reviewed', tone: 'soft'}, values: knowledge.map(({studied}) => studied)},
        {series: {name: 'known', tone: 'mature'}, values: knowledge.map(({known}) => known)},
      ],
      names: dayLabels(knowledge.map(({day}) => day)),
      tips: knowledge.map(
        ({day, known, studied}) =>
          `${studyDayToIso(day)}: ${decimal(known, 0)} of ${studied} known`,
      ),
      scale: scaleFromZero(greatest, 4, true),
      format: formatNumber,
    }),
    table: {
      head: ['Day', 'Reviewed', 'Known'],
      rows: knowledge.map(({day, known, studied}) => [
        studyDayToIso(day),
        studied,
        decimal(known, 1),
      ]),
    },
  })
}

/** What the parameters predict against what happened. */
export function calibrationFigure({calibration}: Dashboard): Html {
  const {points, reviews, logLoss, rmseBins} = calibration
  const least = Math.min(1, ...points.flatMap(({predicted, recalled}) => [predicted, recalled]))
  // Most of what happens lies far above 0: the scale begins at the tenth below.
  const lowest = Math.min(0.9, Math.floor(least * 10) / 10)
  return figure({
    id: 'calibration',
    title: 'Calibration',
    note: `What your parameters predicted for ${plural(reviews, 'review')}, and what you recalled. RMSE(bins) ${decimal(rmseBins, 4)}, log loss ${decimal(logLoss, 4)}; lower is better.`,
    drawing: lineDrawing({
      label: 'Recall as predicted and as it was',
      lines: [
        {series: {name: 'predicted', tone: 'soft'}, values: points.map(({predicted}) => predicted)},
        {series: {name: 'recalled', tone: 'good'}, values: points.map(({recalled}) => recalled)},
      ],
      names: points.map(({from}) => formatPercent(from)),
      tips: points.map(
        ({predicted, recalled, reviews: count}) =>
          `${percent(predicted)} predicted, ${percent(recalled)} recalled, ${plural(count, 'review')}`,
      ),
      scale: scaleBetween(lowest, 1, 5),
      format: formatPercent,
    }),
    table: {
      head: ['Predicted', 'Recalled', 'Reviews'],
      rows: points.map(({predicted, recalled, reviews: count}) => [
        percent(predicted),
        percent(recalled),
        count,
      ]),
    },
  })
}
