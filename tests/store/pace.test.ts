import {expect, test} from 'vitest'
import type {StudyDay} from '../../src/core/time.ts'
import {learnerOf} from '../support/learner.ts'
import {basic, documentOf, importInto, seeded} from '../support/makers-note.ts'
import {momentOf, TODAY} from '../support/makers-schedule.ts'
import {temporaryStore} from '../support/store.ts'

function reviewed() {
  const store = temporaryStore()
  importInto(store, [documentOf('a.md', [basic('p'), basic('q')])])
  const [p, q] = store.findCards('').map(({id}) => id)
  if (!p || !q) throw new Error('There are no cards')
  const learner = learnerOf(store, seeded(1))
  learner.rate(p, 'again', momentOf(TODAY - 1, 600))
  learner.rate(p, 'easy', momentOf(TODAY, 600))
  learner.rate(q, 'easy', momentOf(TODAY, 601))
  return {store, learner}
}

test('the newest answers come first, each with the phases before and after it', () => {
  expect(reviewed().store.recentAnswers()).toEqual([
    {before: 'new', after: {phase: 'review'}, durationMs: 4_000},
    {before: 'learning', after: {phase: 'review'}, durationMs: 4_000},
    {before: 'new', after: {phase: 'learning'}, durationMs: 4_000},
  ])
})

test('an answer that took no time says nothing about the pace', () => {
  const {store, learner} = reviewed()
  for (const {id} of store.findCards('')) learner.rate(id, 'good', momentOf(TODAY + 3, 600), 0)
  expect(store.recentAnswers()).toHaveLength(3)
})

test('the time of a day is that of its answers, without those that were taken back', () => {
  const {store, learner} = reviewed()
  expect(store.studiedMs(TODAY)).toBe(8_000)
  learner.undo(momentOf(TODAY, 602))
  expect(store.studiedMs(TODAY)).toBe(4_000)
  expect(store.studiedMs((TODAY - 1) as StudyDay)).toBe(4_000)
  expect(store.studiedMs((TODAY + 1) as StudyDay)).toBe(0)
})
