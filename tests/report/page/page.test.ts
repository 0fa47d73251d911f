import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Dashboard} from '../../../src/core/statistics/dashboard.ts'
import {formatPage} from '../../../src/report/page/page.ts'
import {openBrowser, openFile} from '../../support/browser.ts'
import {sampleDashboard} from '../../support/dashboard-sample.ts'
import {temporaryDirectory} from '../../support/program.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function open(dashboard: Dashboard, options: Parameters<typeof openFile>[2] = {}) {
  const path = join(temporaryDirectory(), 'progress.html')
  writeFileSync(path, formatPage(dashboard, {withCards: true}))
  return openFile(browser, path, options)
}

/** The values that the pieces of a chart were drawn from, left to right and from below. */
function valuesIn(page: Page, selector: string): Promise<readonly number[]> {
  return page
    .locator(selector)
    .evaluateAll(pieces => pieces.map(piece => Number(piece.getAttribute('data-value'))))
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const positive = (values: readonly number[]) => values.filter(value => value > 0)

test('the charts are drawn from the values of the dashboard', async () => {
  const dashboard = sampleDashboard()
  const {page, problems} = await open(dashboard)
  expect(await page.title()).toBe('ebb: progress on 2026-03-02')

  const {activity, forecast, heatMap, hours, cards, knowledge, calibration} = dashboard
  expect(await valuesIn(page, '#activity rect.new')).toEqual(
    positive(activity.map(({answers}) => answers.new)),
  )
  expect(await valuesIn(page, '#activity rect.mature')).toEqual(
    positive(activity.map(({answers}) => answers.mature)),
  )
  expect(await valuesIn(page, '#forecast rect.young')).toEqual(
    positive(forecast.days.map(({young}) => young)),
  )
  expect(await valuesIn(page, '#calendar rect.heat')).toHaveLength(
    heatMap.weeks.flat().filter(Boolean).length,
  )
  expect(sum(await valuesIn(page, '#calendar rect.heat'))).toBe(
    sum(heatMap.weeks.flat().map(day => day?.answers ?? 0)),
  )
  expect(await valuesIn(page, '#hours rect.plain')).toEqual(
    positive(hours.map(({answers}) => answers)),
  )
  expect(sum(await valuesIn(page, '#cards rect[data-value]'))).toBe(
    cards.total + cards.counts.absent,
  )
  expect(await valuesIn(page, '#knowledge circle.mature')).toEqual(
    knowledge.map(({known}) => known),
  )
  expect(await valuesIn(page, '#calibration circle.good')).toEqual(
    calibration.points.map(({recalled}) => recalled),
  )
  for (const name of ['stability', 'difficulty', 'retrievability', 'intervals'] as const) {
    expect(await valuesIn(page, `#${name} rect.plain`)).toEqual(
      positive(dashboard[name].bins.map(({count}) => count)),
    )
  }
  expect(problems).toEqual([])
})

test('a bar is as high as its value, and tells it', async () => {
  const {page} = await open(sampleDashboard())
  const bars = await page.locator('#hours .bar').evaluateAll(all =>
    all.map(bar => {
      const rect = bar.querySelector('[data-value]')
      return {
        tip: bar.querySelector('title')?.textContent ?? '',
        value: Number(rect?.getAttribute('data-value') ?? 0),
        height: rect?.getBoundingClientRect().height ?? 0,
      }
    }),
  )
  const [first, ...others] = bars.filter(({value}) => value > 0)
  expect(bars).toHaveLength(24)
  for (const {value, height, tip} of others) {
    expect(height / value).toBeCloseTo((first?.height ?? 0) / (first?.value ?? 1), 1)
    expect(tip).toContain(`${value} answer`)
  }
})

test('every chart has its numbers in a table', async () => {
  const dashboard = sampleDashboard()
  const {page} = await open(dashboard)
  const charts = await page.locator('section:has(svg)').count()
  expect(charts).toBeGreaterThan(10)
  expect(await page.locator('section:has(svg):has(table)').count()).toBe(charts)
  await page.locator('#forecast summary').click()
  const rows = await page.locator('#forecast tbody tr').allInnerTexts()
  expect(rows).toHaveLength(30)
  const [today] = dashboard.forecast.days
  expect(rows[0]?.split('\t')).toEqual([
    '2026-03-02',
    ...[today?.learning, today?.young, today?.mature].map(String),
  ])
})

test.each([
  ['a phone', 360],
  ['a tablet', 768],
  ['a wide screen', 1600],
])('on %s nothing is cut off, and every word can be read', async (_, width) => {
  const {page, problems} = await open(sampleDashboard(), {viewport: {width, height: 800}})
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  const heights = await page
    .locator('svg text')
    .evaluateAll(texts => texts.map(text => text.getBoundingClientRect().height))
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(9)
  expect(problems).toEqual([])
})

test('it is light or dark as the reader’s system is', async () => {
  const colours = []
  for (const colorScheme of ['light', 'dark'] as const) {
    const {page} = await open(sampleDashboard({cards: 3}), {colorScheme})
    colours.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor))
  }
  expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(15, 19, 24)'])
})

test('on paper the tables are there without a click', async () => {
  const {page} = await open(sampleDashboard())
  const row = page.locator('#forecast tbody tr').first()
  expect(await row.isVisible()).toBe(false)
  await page.emulateMedia({media: 'print'})
  expect(await row.isVisible()).toBe(true)
})

test('what documents say stays text', async () => {
  const evil = '<script>document.title = "taken"</script>'
  const {page, problems} = await open(
    sampleDashboard({days: 200, decks: [`"><img src=x onerror=${evil}`], question: () => evil}),
  )
  expect(await page.title()).toBe('ebb: progress on 2026-03-02')
  expect(await page.locator('script, img').count()).toBe(0)
  expect(await page.locator('#leeches').textContent()).toContain(evil)
  expect(problems).toEqual([])
})

test('somebody who has not begun gets a page too', async () => {
  const {page, problems} = await open(sampleDashboard({cards: 0}))
  expect(await page.locator('h2').count()).toBeGreaterThan(10)
  expect(await page.locator('body').textContent()).not.toMatch(/NaN|Infinity|undefined/)
  expect(problems).toEqual([])
})

test('it asks for nothing, and holds no question that was not asked for', () => {
  const dashboard = sampleDashboard({days: 200, question: () => 'What is this?'})
  expect(formatPage(dashboard, {withCards: true})).toContain('What is this?')
  const text = formatPage(dashboard, {withCards: false})
  expect(text).not.toMatch(/(src|href|url\()=?\s*["']?(https?:|\/\/)/)
  expect(text).not.toContain('What is this?')
})
