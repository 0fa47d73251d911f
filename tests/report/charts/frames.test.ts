import {expect, test} from 'vitest'
import {answerTally} from '../../../src/core/statistics/answers.ts'
import {heatMapOf} from '../../../src/core/statistics/heat-map.ts'
import {type StudyDay, studyDayFromIso} from '../../../src/core/time.ts'
import {plainText, type StyledLine} from '../../../src/render/line.ts'
import {barChart} from '../../../src/report/charts/bar-chart.ts'
import {heatMapChart} from '../../../src/report/charts/heat-map-chart.ts'
import {histogramChart} from '../../../src/report/charts/histogram.ts'
import {horizontalBars} from '../../../src/report/charts/horizontal-bars.ts'
import {lineChart} from '../../../src/report/charts/line-chart.ts'
import {sparkline} from '../../../src/report/charts/sparkline.ts'

/** The chart as a reader without colour sees it. */
function frame(lines: readonly StyledLine[]): string {
  return `\n${lines.map(plainText).join('\n')}\n`
}

const WEEK = {
  labels: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
  series: [{name: 'reviews', values: [12, 1, 0, 30, 17]}],
  height: 4,
}

test('upright bars', () => {
  expect(frame(barChart(WEEK, {width: 30, ascii: false}))).toMatchInlineSnapshot(`
    "
    40 ┤
       │               ████
    20 ┤▂▂▂▂           ████ ▆▆▆▆
       │████ ▁▁▁▁      ████ ████
     0 └────────────────────────
        Mon  Tue  Wed  Thu  Fri
    "
  `)
  expect(frame(barChart(WEEK, {width: 30, ascii: true}))).toMatchInlineSnapshot(`
    "
    40 +
       |               ####
    20 +....           #### ::::
       |#### ....      #### ####
     0 +------------------------
        Mon  Tue  Wed  Thu  Fri
    "
  `)
})

test('bars too many for the width are added up, and names that would touch are left out', () => {
  const chart = {
    labels: Array.from({length: 60}, (_, index) => `${index} d`),
    series: [{name: 'reviews', values: Array.from({length: 60}, (_, index) => index)}],
    height: 4,
  }
  expect(frame(barChart(chart, {width: 30, ascii: false}))).toMatchInlineSnapshot(`
    "
    200 ┤                 ▁▂▄
        │            ▂▃▅▆████
    100 ┤      ▁▃▄▅▇█████████
        │▁▂▃▅▆███████████████
      0 └────────────────────
         0 d 18 d  36 d  54 d
    "
  `)
})

test('stacked bars are told apart by their fill', () => {
  const chart = {
    labels: ['1', '2', '3', '4', '5', '6'],
    series: [
      {name: 'learning', values: [2, 0, 3, 1, 0, 0]},
      {name: 'young', values: [3, 4, 0, 2, 0, 1]},
      {name: 'mature', values: [5, 2, 1, 0, 0, 0]},
    ],
    height: 5,
  }
  expect(frame(barChart(chart, {width: 32, ascii: false}))).toMatchInlineSnapshot(`
    "
    10 ┤░░░
       │░░░
     5 ┤▒▒▒ ░░░
       │▒▒▒ ▒▒▒ ███ ▒▒▒
       │███ ▒▒▒ ███ ███     ▒▒▒
     0 └───────────────────────
         1   2   3   4   5   6
    █ learning  ▒ young  ░ mature
    "
  `)
  expect(frame(barChart(chart, {width: 24, ascii: true}))).toMatchInlineSnapshot(`
    "
    10 +--
       |--
     5 +== --
       |== == ## ==
       |## == ## ##    ==
     0 +-----------------
        1  2  3  4  5  6
    # learning  = young
    - mature
    "
  `)
})

const RATINGS = [
  {label: 'again', value: 12, text: '12   7 %'},
  {label: 'hard', value: 1},
  {label: 'good', value: 140, text: '140  85 %', mark: 100},
  {label: 'a deck with a name that is much too long', value: 0},
  {label: '数学\u001b[31m', value: 70},
]

test('lying bars', () => {
  expect(frame(horizontalBars(RATINGS, {width: 50, ascii: false}))).toMatchInlineSnapshot(`
    "
    again                █▋                   12   7 %
    hard                 ▏                           1
    good                 ██████████████│████ 140  85 %
    a deck with a name …                             0
    数学␛[31m            █████████▌                 70
    "
  `)
  expect(frame(horizontalBars(RATINGS, {width: 50, ascii: true}))).toMatchInlineSnapshot(`
    "
    again                ##                   12   7 %
    hard                 #                           1
    good                 ##############|#### 140  85 %
    a deck with a nam...                             0
    数学␛[31m            ##########                 70
    "
  `)
})

const KNOWN = {
  name: 'known',
  values: [0, 5, 12, 20, 22, 30, 41, 44, 52, 50, 61, 70],
  labels: ['Jan', 'Apr', 'Jul', 'Oct', 'Dec'],
  height: 5,
}

test('a line', () => {
  expect(frame(lineChart(KNOWN, {width: 40, ascii: false}))).toMatchInlineSnapshot(`
    "
    100 ┤
        │                               ⣀⣀⡠⠤
     50 ┤                  ⢀⣀⣀⣀⣀⠤⠔⠒⠢⠤⠤⠒⠉
        │         ⣀⣀⣀⣀⡠⠤⠒⠊⠉⠁
      0 ┤⣀⣀⠤⠤⠤⠒⠒⠊⠉
        └───────────────────────────────────
         Jan     Apr     Jul      Oct    Dec
    "
  `)
  expect(frame(lineChart(KNOWN, {width: 40, ascii: true}))).toMatchInlineSnapshot(`
    "
    100 +
        |                                 **
     50 +                  ***************
        |        **********
      0 +********
        +-----------------------------------
         Jan     Apr     Jul      Oct    Dec
    "
  `)
})

test('a broken line before what it is compared with', () => {
  const chart = {
    name: 'recalled',
    values: [0.62, 0.66, undefined, 0.74, 0.9, 0.97],
    reference: {name: 'predicted', values: [0.5, 0.6, 0.7, 0.8, 0.9, 1]},
    labels: ['50 %', '', '70 %', '', '90 %', ''],
    height: 6,
    range: {min: 0.5, max: 1},
    formatValue: (share: number) => `${Math.round(share * 100)} %`,
  }
  expect(frame(lineChart(chart, {width: 36, ascii: false}))).toMatchInlineSnapshot(`
    "
    100 % ┤                         ⢀⡠⠤⠒
          │                    ·⣀⠤⠒⠉⠁
          │               ··⢀⡠⠔⠊
          │         ······  ⠁
          │⠒⠒⠒⠉⠉⠉···
     50 % ┤····
          └─────────────────────────────
           50 %     70 %       90 %
    ⠒ recalled  · predicted
    "
  `)
  expect(frame(lineChart(chart, {width: 36, ascii: true}))).toMatchInlineSnapshot(`
    "
    100 % +                          ***
          |                    .*****
          |               ....**
          |    ***  ......  **
          |****.....
     50 % +....
          +-----------------------------
           50 %     70 %       90 %
    * recalled  . predicted
    "
  `)
})

function heatMap() {
  const tally = answerTally()
  const today = studyDayFromIso('2026-03-04') as StudyDay
  for (let back = 0; back < 110; back += 1) {
    const answers = back % 7 === 3 ? 0 : (back * 29) % 90
    const studyDay = (today - back) as StudyDay
    tally.add({studyDay, kind: 'young', rating: 'good', answers, durationMs: 0})
  }
  return heatMapOf(tally.byDay(), {from: (today - 110) as StudyDay, to: today})
}

test('a calendar of shades', () => {
  expect(frame(heatMapChart(heatMap(), {width: 60, ascii: false}))).toMatchInlineSnapshot(`
    "
              Dec     Jan     Feb     Mar
    Mon   ▓ ░ █ █ ▓ ░ █ █ ▒ ░ █ ▓ ▒ ░ █ ▓
          ░ █ ▓ ▒ ░ █ ▓ ▒ ░ █ ▓ ▒ ░ █ ▓ ▒
    Wed   █ ▓ ▒ ░ █ ▓ ▒ ░ █ ▓ ▒ ░ █ ▓ ▒ ·
          ▓ ▒ · █ ▓ ▒ █ █ ▓ ░ █ █ ▒ ░ █
    Fri · ░ █ █ ▒ ░ █ ▓ ▒ ░ █ ▓ ▒ ░ █ ▓
        ░ █ ▓ ▒ ░ █ ▓ ▒ ░ █ ▓ ▒ ░ █ ▓ ▒
    Sun · · · · · · · · · · · · · · · ·
        · 0  ░ 1–20  ▒ 21–40  ▓ 41–60  █ 61+
    "
  `)
  expect(frame(heatMapChart(heatMap(), {width: 30, ascii: true}))).toMatchInlineSnapshot(`
    "
           Dec Jan Feb
    Mon  x-##x-##+-#x+-#x
         -#x+-#x+-#x+-#x+
    Wed  #x+-#x+-#x+-#x+.
         x+.#x+##x-##+-#
    Fri .-##+-#x+-#x+-#x
        -#x+-#x+-#x+-#x+
    Sun ................
        . 0  - 1-20  + 21-40
        x 41-60  # 61+
    "
  `)
})

test('a calendar too wide shows the latest weeks', () => {
  expect(frame(heatMapChart(heatMap(), {width: 16, ascii: false}))).toMatchInlineSnapshot(`
    "
          Jan Feb
    Mon ▓░██▒░█▓▒░█▓
        ░█▓▒░█▓▒░█▓▒
    Wed █▓▒░█▓▒░█▓▒·
        ▓▒██▓░██▒░█
    Fri ░█▓▒░█▓▒░█▓
        █▓▒░█▓▒░█▓▒
    Sun ···········
        · 0  ░ 1–20
        ▒ 21–40
        ▓ 41–60
        █ 61+
    "
  `)
})

test('a histogram leaves out the empty bins at its ends', () => {
  const counts = [0, 4, 9, 0, 2, 0]
  const bins = counts.map((count, index) => ({from: index * 5, to: (index + 1) * 5, count}))
  expect(
    frame(histogramChart({bins, height: 3}, {width: 24, ascii: false})),
  ).toMatchInlineSnapshot(`
    "
    10 ┤     ▆▆▆▆
       │▂▂▂▂ ████
       │████ ████      ▅▅▅▅
     0 └───────────────────
         5    10   15   20
    "
  `)
})

test.each([
  {values: [0, 1, 4, 9, 16], width: 10, line: '▁▂▃▅█'},
  {values: [0, 0], width: 10, line: '▁▁'},
  {values: [1, 1, 2, 2, 4, 4], width: 3, line: '▃▅█'},
  {values: [], width: 10, line: ''},
])('$values in $width columns is $line', ({values, width, line}) => {
  expect(plainText(sparkline(values, {width, ascii: false}))).toBe(line)
})

test('a sparkline in ASCII', () => {
  expect(plainText(sparkline([0, 1, 2, 3, 4, 5, 6, 7], {width: 8, ascii: true}))).toBe('_.-:=+*#')
})
