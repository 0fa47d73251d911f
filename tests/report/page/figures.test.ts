import {expect, test} from 'vitest'
import {timeFigure} from '../../../src/report/page/answers.ts'
import {decksFigure} from '../../../src/report/page/lists.ts'
import {sampleDashboard} from '../../support/dashboard-sample.ts'

test('the row of a deck counts learning and relearning together', () => {
  const dashboard = sampleDashboard()
  const [deck] = dashboard.decks
  if (!deck) throw new Error('The sample has no deck.')
  const counts = {...deck.counts, new: 11, learning: 20, relearning: 3, young: 44, mature: 55}
  const {text} = decksFigure({...dashboard, decks: [{...deck, counts}]})
  expect(text).toContain('<td>11</td><td>23</td><td>44</td><td>55</td>')
})

test('the bars of time are minutes', () => {
  const dashboard = sampleDashboard()
  const [day] = dashboard.activity
  if (!day) throw new Error('The sample has no day.')
  const {text} = timeFigure({...dashboard, activity: [{...day, durationMs: 90_000}]})
  expect(text).toContain('data-value="1.5"')
  expect(text).toContain(': 1.5 min')
})
