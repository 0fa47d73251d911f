import {expect, test} from 'vitest'
import type {CardId} from '../../src/core/card.ts'
import type {StudyDay} from '../../src/core/time.ts'
import {learnerOf} from '../support/learner.ts'
import {basic, documentOf, importInto, seeded} from '../support/makers-note.ts'
import {momentOf, TODAY} from '../support/makers-schedule.ts'
import {temporaryStore} from '../support/store.ts'

test('reviews of the coming days are counted, those of absent cards and of other days not', () => {
  const store = temporaryStore()
  importInto(store, [
    documentOf(
      'a.md',
      ['a', 'b', 'c', 'd'].map(name => basic(name)),
    ),
  ])
  const learner = learnerOf(store, seeded(2))
  const ids = store.findCards('').map(({id}) => id)
  for (const id of ids.slice(0, 3)) learner.rate(id, 'easy', momentOf(TODAY, 600))
  const dueOf = (id: CardId | undefined): StudyDay => {
    const schedule = id === undefined ? undefined : store.cardById(id)?.schedule
    if (schedule?.phase !== 'review') throw new Error('The card is not in review')
    return schedule.due
  }
  const days = ids.slice(0, 3).map(dueOf)
  const [first, last] = [Math.min(...days), Math.max(...days)] as [StudyDay, StudyDay]
  const counted = (from: number, to: number) =>
    store
      .reviewsAhead(from as StudyDay, to as StudyDay)
      .flatMap(({day, cards}) => Array<number>(cards).fill(day))
      .toSorted()
  expect(counted(TODAY, last)).toEqual(days.toSorted())
  expect(counted(first, last)).toEqual(days.filter(day => day > first).toSorted())
  expect(counted(TODAY, first - 1)).toEqual([])
  importInto(store, [documentOf('a.md', [basic('a'), basic('d')])])
  expect(counted(TODAY, last)).toEqual([dueOf(ids[0])])
})
