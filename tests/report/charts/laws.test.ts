import fc from 'fast-check'
import {expect, test} from 'vitest'
import {answerTally} from '../../../src/core/statistics/answers.ts'
import {heatMapOf} from '../../../src/core/statistics/heat-map.ts'
import {lastDays} from '../../../src/core/statistics/periods.ts'
import type {StudyDay} from '../../../src/core/time.ts'
import {plainText, type StyledLine, widthOf} from '../../../src/render/line.ts'
import {barChart} from '../../../src/report/charts/bar-chart.ts'
import type {ChartOptions} from '../../../src/report/charts/cells.ts'
import {heatMapChart} from '../../../src/report/charts/heat-map-chart.ts'
import {histogramChart} from '../../../src/report/charts/histogram.ts'
import {horizontalBars} from '../../../src/report/charts/horizontal-bars.ts'
import {lineChart} from '../../../src/report/charts/line-chart.ts'
import {sparkline} from '../../../src/report/charts/sparkline.ts'

const RUNS = {seed: 61, numRuns: 300}

const anyOptions: fc.Arbitrary<ChartOptions> = fc.record({
  width: fc.oneof(fc.integer({min: -1, max: 12}), fc.integer({min: 1, max: 200})),
  ascii: fc.boolean(),
})
const anyValue = fc.oneof(
  fc.nat({max: 500}),
  fc.double(),
  fc.constantFrom(
    0,
    1,
    -3,
    Number.MAX_VALUE,
    Number.MIN_VALUE,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ),
)
const anyValues = fc.oneof(
  fc.array(anyValue, {maxLength: 80}),
  fc.nat({max: 500}).map(length => Array<number>(length).fill(0)),
  anyValue.map(value => [value]),
)
const anyText = fc.oneof(
  fc.string({unit: 'binary', maxLength: 20}),
  fc.constantFrom('', 'Mon', '数学', '👩‍🚀'),
)
const anyTexts = fc.array(anyText, {maxLength: 80})
const anyHeight = fc.integer({min: 1, max: 12})

/** Never wider than asked for, one row a line, nothing but ASCII and blanks where that was asked for. */
function expectFits(lines: readonly StyledLine[], {width, ascii}: ChartOptions, texts = ''): void {
  for (const line of lines) {
    expect(widthOf(line)).toBeLessThanOrEqual(Math.max(0, width))
    const text = plainText(line)
    expect(text).not.toMatch(/NaN|Infinity|undefined/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the law
    expect(text).not.toMatch(/[\x00-\x1f\x7f-\x9f]/)
    if (ascii && /^[\x20-\x7e]*$/.test(texts)) expect(text).toMatch(/^[\x20-\x7e]*$/)
  }
}

test('upright bars fit, whatever they show', () => {
  const series = fc.array(fc.record({name: anyText, values: anyValues}), {maxLength: 7})
  fc.assert(
    fc.property(
      series,
      anyTexts,
      anyHeight,
      fc.boolean(),
      anyOptions,
      (parts, labels, height, whole, options) => {
        const lines = barChart({series: parts, labels, height, whole}, options)
        expectFits(lines, options, [...labels, ...parts.map(({name}) => name)].join(''))
      },
    ),
    RUNS,
  )
})

test('lying bars fit, whatever they show', () => {
  const row = fc.record(
    {label: anyText, value: anyValue, text: anyText, mark: anyValue},
    {requiredKeys: ['label', 'value']},
  )
  fc.assert(
    fc.property(fc.array(row, {maxLength: 20}), anyOptions, (rows, options) => {
      const lines = horizontalBars(rows, options)
      expectFits(lines, options, rows.map(({label, text}) => label + (text ?? '')).join(''))
      if (options.width > 0) expect(lines).toHaveLength(rows.length)
    }),
    RUNS,
  )
})

test('lines fit, whatever they show', () => {
  const values = fc.array(fc.option(anyValue, {nil: undefined}), {maxLength: 120})
  const ends = fc.option(fc.record({min: anyValue, max: anyValue}), {nil: undefined})
  fc.assert(
    fc.property(
      values,
      values,
      anyTexts,
      anyHeight,
      ends,
      anyOptions,
      (line, behind, labels, height, range, options) => {
        const chart = {
          name: 'a',
          values: line,
          labels,
          height,
          reference: {name: 'b', values: behind},
        }
        const lines = lineChart(range === undefined ? chart : {...chart, range}, options)
        expectFits(lines, options, labels.join(''))
      },
    ),
    RUNS,
  )
})

test('calendars fit, whatever they show', () => {
  const counts = fc.array(fc.oneof(fc.nat({max: 9}), fc.nat()), {maxLength: 400})
  fc.assert(
    fc.property(
      counts,
      fc.nat({max: 30_000}),
      fc.nat({max: 500}),
      anyOptions,
      (answers, today, days, options) => {
        const tally = answerTally()
        answers.forEach((count, back) => {
          const studyDay = (today - back) as StudyDay
          tally.add({studyDay, kind: 'new', rating: 'good', answers: count, durationMs: 0})
        })
        expectFits(
          heatMapChart(heatMapOf(tally.byDay(), lastDays(today as StudyDay, days)), options),
          options,
        )
      },
    ),
    {...RUNS, numRuns: 100},
  )
})

test('histograms and sparklines fit, whatever they show', () => {
  fc.assert(
    fc.property(anyValues, anyHeight, anyOptions, (values, height, options) => {
      const bins = values.map((count, index) => ({from: index, to: index + 1, count}))
      expectFits(histogramChart({bins, height}, options), options)
      expectFits([sparkline(values, options)], options)
    }),
    RUNS,
  )
})

test('a bar that is anything is seen, and nothing is seen where there is nothing', () => {
  fc.assert(
    fc.property(
      fc.integer({min: 1, max: 1_000_000}),
      anyHeight,
      fc.boolean(),
      (greatest, height, ascii) => {
        const options = {width: 40, ascii}
        const chart = {labels: [], series: [{name: '', values: [greatest, 1, 0]}], height}
        const foot = plainText(barChart(chart, options)[height - 1] ?? [])
        const bars = foot.slice(foot.search(/[│┤|+]/) + 1)
        expect(bars).toMatch(/^(\S{6}) \S{6}$/)
        const rows = [greatest, 1, 0].map(value => ({label: '', value}))
        const [, second, third] = horizontalBars(rows, options).map(plainText)
        expect(second).toMatch(/\S\s+1$/)
        expect(third?.trim()).toBe('0')
      },
    ),
    RUNS,
  )
})
