import {join} from 'node:path'
import Database from 'better-sqlite3'
import {describe, expect, test} from 'vitest'
import type {Card, CardId} from '../../src/core/card.ts'
import {type CardAction, type Flag, NO_MARKS} from '../../src/core/marks.ts'
import type {DeckName, NoteContent, ParsedNote} from '../../src/core/note.ts'
import {ANY_CARD, type CardFilter, isChosen} from '../../src/core/review-choice.ts'
import type {EntryId} from '../../src/core/review-log.ts'
import type {Instant, StudyDay} from '../../src/core/time.ts'
import {importStep} from '../support/importing.ts'
import {learnerOf} from '../support/learner.ts'
import {basic, documentOf, importInto, noteOf, seeded} from '../support/makers-note.ts'
import {momentOf, TODAY} from '../support/makers-schedule.ts'
import {temporaryFolder, temporaryStore} from '../support/store.ts'

const NOW = momentOf(TODAY)
const TOMORROW = (TODAY + 1) as StudyDay
const SUSPEND: CardAction = {kind: 'suspend', isSuspended: true}
const UNTIL = {today: TODAY, until: NOW.at}

/** Notes of one document, each with the name of its question. */
function collection(...notes: (NoteContent | ParsedNote)[]) {
  const path = join(temporaryFolder(), 'ebb.db')
  const store = temporaryStore(path)
  importInto(store, [documentOf('a.md', notes)])
  const learner = learnerOf(store, seeded(1))
  const nameOf = ({content}: Card) => (content.kind === 'cloze' ? content.text : content.question)
  return {
    path,
    store,
    learner,
    card: (name: string) => store.findCards('').find(card => nameOf(card) === name) as Card,
    idOf: (name: string) => store.findCards('').find(card => nameOf(card) === name)?.id as CardId,
    names: (cards: Iterable<{readonly id: CardId}>) =>
      store.cardsByIds([...cards].map(({id}) => id)).map(nameOf),
    /** What could be asked on a day. */
    due(today: StudyDay = TODAY) {
      const {learning, review, new: fresh} = store.dueCards({decks: [], today})
      return [...learning, ...review, ...fresh]
    },
  }
}

const three = () => collection(basic('p'), basic('q'), basic('r'))

describe('what is suspended or buried', () => {
  test('a suspended card is not asked, in whatever phase it is, until it is unsuspended', () => {
    const {store, learner, due, names, idOf} = three()
    learner.rate(idOf('q'), 'again', momentOf(TODAY, 600))
    learner.rate(idOf('r'), 'easy', momentOf(TODAY - 60, 600))
    expect(names(due())).toEqual(['q', 'r', 'p'])
    const all = ['p', 'q', 'r'].map(idOf)
    for (const [index, id] of all.entries()) {
      learner.act([id], SUSPEND, NOW)
      expect(due()).toHaveLength(2 - index)
    }
    expect(store.deckCounts(UNTIL)).toEqual([
      {deck: 'Deck', cards: 3, new: 0, learning: 0, review: 0},
    ])
    expect(store.openCards({decks: [], today: TODAY})).toEqual([])
    const {learning, reviews} = store.upcoming({decks: [], today: TODAY})
    expect([[...learning], [...reviews]]).toEqual([[], []])
    learner.act(all, {kind: 'suspend', isSuspended: false}, NOW)
    expect(due()).toHaveLength(3)
  })

  test('a deck of which all is suspended is still a deck', () => {
    const {store, learner, idOf} = collection(basic('p'))
    learner.act([idOf('p')], SUSPEND, NOW)
    expect(store.decksWithCards()).toEqual(['Deck'])
  })

  test('a buried card is asked again from the next study day on', () => {
    const {store, learner, due, names, idOf} = three()
    learner.act([idOf('q')], {kind: 'bury', scope: 'card'}, NOW)
    expect(names(due())).toEqual(['p', 'r'])
    expect(names(store.openCards({decks: [], today: TODAY}))).toEqual(['p', 'r'])
    expect(store.deckCounts(UNTIL)).toMatchObject([{cards: 3, new: 2}])
    expect(names(due(TOMORROW))).toEqual(['p', 'q', 'r'])
  })

  test('a buried card that is due counts for tomorrow', () => {
    const {store, learner, idOf} = three()
    learner.rate(idOf('q'), 'easy', momentOf(TODAY - 60, 600))
    learner.act([idOf('q')], {kind: 'bury', scope: 'card'}, NOW)
    const {reviews} = store.upcoming({decks: [], today: TODAY})
    expect([...reviews]).toMatchObject([{cards: 1}])
  })

  test('with its note, all its cards are buried; alone, the others are asked', () => {
    const {learner, due, idOf} = collection({kind: 'reversed', question: 'p', answer: 'a'})
    learner.act([idOf('p')], {kind: 'bury', scope: 'card'}, NOW)
    expect(due()).toHaveLength(1)
    learner.act([idOf('p')], {kind: 'bury', scope: 'note'}, NOW)
    expect(due()).toEqual([])
  })
})

describe('marks', () => {
  test('of a card and of its note are read with it, and its sibling has those of the note', () => {
    const {store, learner, card, idOf} = collection(
      noteOf({kind: 'reversed', question: 'p', answer: 'a'}, {tags: ['document']}),
    )
    const id = idOf('p')
    learner.act([id], {kind: 'flag', flag: 3}, NOW)
    learner.act([id], {kind: 'fix', needsFixing: true}, NOW)
    learner.act([id], {kind: 'tag', ownTags: ['own', 'document']}, NOW)
    const ofNote = {needsFixing: true, ownTags: ['own']}
    expect(card('p')).toMatchObject({
      tags: ['document', 'own'],
      marks: {...NO_MARKS, ...ofNote, flag: 3},
    })
    expect(store.findCards('')[1]).toMatchObject({
      tags: ['document', 'own'],
      marks: {...NO_MARKS, ...ofNote},
    })
  })

  test('stay through a new import, an edit, a move and the undo of them', () => {
    const {store, learner, card, idOf} = three()
    const at = NOW.at
    learner.act([idOf('p')], {kind: 'flag', flag: 1}, NOW)
    learner.act([idOf('p')], {kind: 'tag', ownTags: ['own']}, NOW)
    learner.act([idOf('p')], SUSPEND, NOW)
    const {id, marks} = card('p')
    const marksOf = () => store.cardById(id)?.marks
    importStep(store, [documentOf('a.md', [basic('p', 'Another answer'), basic('q')])], {at})
    expect(marksOf()).toEqual(marks)
    importStep(
      store,
      [documentOf('a.md', [basic('q')]), documentOf('b.md', [basic('p', 'Another answer')])],
      {at},
    )
    expect(store.cardById(id)?.source.path).toBe('b.md')
    expect(marksOf()).toEqual(marks)
    importStep(store, [documentOf('b.md', [])], {at})
    expect(store.cardById(id)?.isAbsent).toBe(true)
    expect(marksOf()).toEqual(marks)
    for (let count = 0; count < 3; count += 1) {
      learner.undoNewest(NOW)
      expect(marksOf()).toEqual(marks)
    }
    expect(card('p').source.path).toBe('a.md')
  })

  test('a tag that the document has taken over is the document’s', () => {
    const {store, learner, card, idOf} = three()
    learner.act([idOf('p')], {kind: 'tag', ownTags: ['x', 'y']}, NOW)
    importInto(store, [documentOf('a.md', [noteOf(basic('p'), {tags: ['y']})])])
    expect(card('p')).toMatchObject({tags: ['y', 'x'], marks: {ownTags: ['x']}})
  })
})

describe('taking back', () => {
  test('goes from the newest on, through actions, answers and imports', () => {
    const {store, learner, card, idOf} = three()
    const id = idOf('p')
    learner.act([id], {kind: 'flag', flag: 1}, NOW)
    learner.rate(id, 'good', NOW)
    learner.act([id], {kind: 'flag', flag: 2}, NOW)
    importStep(store, [documentOf('b.md', [basic('z')])], {at: NOW.at})
    learner.act([id], SUSPEND, NOW)
    const kinds: unknown[] = []
    const states: unknown[] = []
    for (;;) {
      const {marks, schedule} = card('p')
      states.push([marks.isSuspended, marks.flag, schedule.phase])
      const newest = store.newestStep()
      if (!newest) break
      kinds.push(newest.kind === 'action' ? newest.step.action.kind : newest.kind)
      learner.undoNewest(NOW)
    }
    expect(kinds).toEqual(['suspend', 'import', 'flag', 'review', 'flag'])
    expect(states).toEqual([
      [true, 2, 'learning'],
      [false, 2, 'learning'],
      [false, 2, 'learning'],
      [false, 1, 'learning'],
      [false, 1, 'new'],
      [false, undefined, 'new'],
    ])
  })

  test('takes back what was done to many cards at once, each as it was', () => {
    const {store, learner, idOf} = three()
    learner.act([idOf('q')], SUSPEND, NOW)
    learner.act(['p', 'q', 'r'].map(idOf), SUSPEND, NOW)
    learner.undoNewest(NOW)
    const suspended = store.findCards('', {isSuspended: true})
    expect(suspended.map(({id}) => id)).toEqual([idOf('q')])
  })

  test('an action that changed no row can be taken back all the same', () => {
    const {store, learner, idOf} = three()
    const step = learner.act([idOf('p')], {kind: 'flag', flag: undefined}, NOW)
    expect(store.newestStep()).toEqual({kind: 'action', step})
    learner.undoNewest(NOW)
    expect(store.newestStep()).toBeUndefined()
  })

  test('what another ebb has followed by something is not taken back', () => {
    const {path, store, learner, idOf} = three()
    const id = idOf('p')
    const step = learner.act([id], {kind: 'flag', flag: 1}, NOW)
    learnerOf(temporaryStore(path), seeded(2)).act([id], {kind: 'flag', flag: 2}, NOW)
    const undo = {id: 'Z'.repeat(26) as EntryId, at: NOW.at}
    expect(() => store.revertAction(step.id, undo)).toThrow(
      expect.objectContaining({
        message: 'Another ebb has changed the collection in the meantime',
      }),
    )
    expect(store.cardById(id)?.marks.flag).toBe(2)
  })

  test('what is done to a card whose import was taken back elsewhere meanwhile is refused', () => {
    const {store, learner} = three()
    importStep(store, [documentOf('b.md', [basic('s')])], {at: NOW.at})
    const [card] = store.findCards('s') as [Card]
    const stale = learner.ratingOf(card.id, 'good', momentOf(TODAY, 800))
    learner.undoNewest(momentOf(TODAY, 700))
    const before = store.lastEntryId()
    const refusal = expect.objectContaining({
      name: 'UserError',
      message: 'This card is not in the collection any more',
    })
    expect(() => store.recordReview(stale)).toThrow(refusal)
    expect(() => learner.act([card.id], SUSPEND, NOW)).toThrow(refusal)
    expect(() => learner.practise(card.id, 'good', NOW)).toThrow(refusal)
    expect(store.lastEntryId()).toBe(before)
  })

  test('an id from before what is recorded is refused, and nothing is written', () => {
    const {store, learner, idOf} = three()
    const id = idOf('p')
    learner.rate(id, 'good', NOW)
    const step = {id: '0'.repeat(26) as EntryId, at: 0 as Instant, action: SUSPEND, cardIds: [id]}
    expect(() => store.recordAction({step, studyDay: TODAY})).toThrow(
      expect.objectContaining({name: 'UserError'}),
    )
    expect(store.cardById(id)?.marks).toEqual(NO_MARKS)
  })
})

describe('what was done last, for a session', () => {
  test('nothing in a collection that nobody has worked with, nor past an import', () => {
    const {store} = three()
    expect(store.newestDone([])).toBeUndefined()
    importStep(store, [documentOf('b.md', [basic('z')])], {at: NOW.at})
    expect(store.newestDone([])).toEqual({kind: 'import'})
  })

  test('an answer comes with its card as it was', () => {
    const {store, learner, card, idOf} = three()
    learner.rate(idOf('p'), 'good', momentOf(TODAY, 600))
    const before = card('p')
    const review = learner.rate(idOf('p'), 'again', momentOf(TODAY, 620))
    expect(store.newestDone([])).toEqual({
      kind: 'review',
      review,
      cards: [before],
      askNext: before.id,
    })
    expect(card('p').schedule).toEqual(review.after)
  })

  test('it is the newer of an answer and an action', () => {
    const {store, learner, idOf} = three()
    learner.act([idOf('p')], SUSPEND, NOW)
    learner.rate(idOf('q'), 'good', NOW)
    expect(store.newestDone([])).toMatchObject({kind: 'review', askNext: idOf('q')})
    learner.act([idOf('r')], SUSPEND, NOW)
    expect(store.newestDone([])).toMatchObject({kind: 'action', askNext: idOf('r')})
  })

  test('an action comes with the cards of its note as they were, and changes nothing', () => {
    const {store, learner, card, idOf} = collection({kind: 'reversed', question: 'p', answer: 'a'})
    const before = store.findCards('')
    const step = learner.act([idOf('p')], {kind: 'bury', scope: 'note'}, NOW)
    expect(store.newestDone(before.map(({id}) => id))).toEqual({
      kind: 'action',
      step,
      cards: before,
      askNext: before[0]?.id,
    })
    expect(card('p').marks.buriedUntil).toBe(TOMORROW)
    expect(store.newestStep()).toEqual({kind: 'action', step})
  })

  test('of the cards of a large action come those that the session asks', () => {
    const {store, learner, card} = three()
    const [p, q, r] = ['p', 'q', 'r'].map(card) as [Card, Card, Card]
    const step = learner.act([p.id, q.id], SUSPEND, NOW)
    const expected = {kind: 'action', step, cards: [q], askNext: undefined}
    expect(store.newestDone([q.id, r.id])).toEqual(expected)
  })

  test('the card of an action comes in any case, as it is asked next', () => {
    const {store, learner, card} = three()
    const p = card('p')
    learner.act([p.id], SUSPEND, NOW)
    expect(store.newestDone([])).toMatchObject({cards: [p], askNext: p.id})
  })

  test('after an edit, what it had added is absent, and what it had changed is as before', () => {
    const {store, card} = three()
    const before = card('p')
    const document = documentOf('a.md', [basic('p', 'Edited'), basic('q'), basic('r'), basic('s')])
    importStep(store, [document], {at: NOW.at, editedCard: before.id})
    const edited = store.newestDone(store.findCards('').map(({id}) => id))
    expect(edited).toMatchObject({kind: 'edit', askNext: before.id})
    expect(edited).toMatchObject({
      cards: expect.arrayContaining([before, {...card('s'), isAbsent: true}]),
    })
    expect(card('p').content).toMatchObject({answer: 'Edited'})
  })
})

describe('a choice of cards', () => {
  const filters: readonly Partial<CardFilter>[] = [
    {},
    {decks: ['X' as DeckName]},
    {tags: ['own']},
    {tags: ['document']},
    {tags: ['own', 'document']},
    {flags: [1]},
    {flags: [1, 2] as Flag[]},
    {needsFixing: true},
    {leeches: true},
    {tags: ['document'], flags: [2]},
    {decks: ['Deck' as DeckName], needsFixing: true, leeches: false},
  ]

  test.each(filters)('by %o is the same in the store and in the core', filter => {
    const {store, learner, idOf, due} = collection(
      noteOf(basic('p'), {tags: ['document']}),
      noteOf(basic('q'), {deck: 'X' as DeckName}),
      basic('r'),
      basic('s'),
    )
    learner.act([idOf('p')], {kind: 'flag', flag: 2}, NOW)
    learner.act([idOf('q')], {kind: 'flag', flag: 1}, NOW)
    learner.act([idOf('q')], {kind: 'tag', ownTags: ['own']}, NOW)
    learner.act([idOf('r')], {kind: 'fix', needsFixing: true}, NOW)
    for (let day = 0; day < 18; day += 1) {
      learner.rate(idOf('s'), day % 2 === 0 ? 'easy' : 'again', momentOf(TODAY - 900 + day * 40))
    }
    const expected = store
      .findCards('')
      .filter(card => isChosen(card, {...ANY_CARD, ...filter}))
      .map(({id}) => id)
    const {learning, review, new: fresh} = store.dueCards({decks: [], today: TODAY, ...filter})
    const found = [...learning, ...review, ...fresh].map(({id}) => id)
    expect(found.sort()).toEqual(expected.toSorted())
    expect(store.openCards({decks: [], today: TODAY, ...filter}).map(({id}) => id)).toEqual(
      expected,
    )
    expect(store.findCards('', filter).map(({id}) => id)).toEqual(expected)
    expect(expected).not.toEqual([])
    if (Object.keys(filter).length > 0) expect(expected.length).toBeLessThan(due().length)
  })

  test('reaches as many days ahead as asked', () => {
    const {store, learner, idOf} = three()
    const {after} = learner.rate(idOf('p'), 'easy', NOW)
    if (after.phase !== 'review') throw new Error('expected a review')
    const ahead = (aheadDays: number) => [
      ...store.dueCards({decks: [], today: TODAY, aheadDays}).review,
    ]
    expect(ahead(after.due - TODAY - 1)).toEqual([])
    expect(ahead(after.due - TODAY)).toMatchObject([{id: idOf('p')}])
  })

  test('cards are found by words among those that it lets through', () => {
    const {store, learner, idOf} = collection(basic('red apple'), basic('green apple'))
    learner.act([idOf('green apple')], {kind: 'flag', flag: 4}, NOW)
    expect(store.findCards('apple', {flags: [4]})).toMatchObject([{id: idOf('green apple')}])
    expect(store.findCards('appl', {flags: [4]})).toHaveLength(1)
    expect(store.findCards('pple', {flags: [4]})).toHaveLength(1)
    expect(store.findCards('red', {flags: [4]})).toEqual([])
  })
})

describe('answers outside the schedule', () => {
  test('are kept apart, and change nothing', () => {
    const {store, learner, card, idOf} = three()
    const before = card('p')
    const first = learner.practise(before.id, 'again', NOW)
    const second = learner.practise(before.id, 'good', NOW)
    expect(store.practiceOfCard(before.id)).toEqual([first, second])
    expect(card('p')).toEqual(before)
    expect(store.entriesOf(before.id)).toEqual([])
    expect(store.newestStep()).toEqual({kind: 'practice', practice: second})
    expect(store.newestDone([])).toEqual({kind: 'practice'})
    expect(store.lastEntryId()).toBe(second.id)
    expect(store.practiceOfCard(idOf('q'))).toEqual([])
  })

  test('are taken back from the last on', () => {
    const {store, learner, idOf} = three()
    const id = idOf('p')
    const first = learner.practise(id, 'again', NOW)
    const second = learner.practise(id, 'good', NOW)
    const undo = (voids: EntryId, entryId: string) =>
      store.revertPractice({...NOW, id: entryId.repeat(26) as EntryId, cardId: id, voids})
    expect(() => undo(first.id, 'Y')).toThrow(expect.objectContaining({name: 'UserError'}))
    undo(second.id, 'Y')
    expect(store.practiceOfCard(id)).toEqual([first])
    undo(first.id, 'Z')
    expect(store.practiceOfCard(id)).toEqual([])
  })

  test.each(['update practice set rating = null', 'delete from practice'])('%s is refused', sql => {
    const {path, learner, idOf} = three()
    learner.practise(idOf('p'), 'good', NOW)
    const db = new Database(path)
    expect(() => db.exec(sql)).toThrow('the log of practice is append-only')
    db.close()
  })

  test('keep a note whose import is taken back', () => {
    const {store, learner} = three()
    importStep(store, [documentOf('b.md', [basic('z')])], {at: NOW.at})
    const id = store.findCards('z')[0]?.id as CardId
    learner.practise(id, 'good', NOW)
    learner.undoNewest(NOW)
    learner.undoNewest(NOW)
    expect(store.cardById(id)?.isAbsent).toBe(true)
  })

  test('keep a card that an import gave to a note, when that is taken back', () => {
    const {store, learner} = collection(basic('p', 'a'))
    importStep(store, [documentOf('a.md', [{kind: 'reversed', question: 'p', answer: 'a'}])])
    const backward = store.findCards('').find(({variant}) => variant === 'backward')?.id as CardId
    learner.practise(backward, 'good', NOW)
    learner.undoNewest(NOW)
    expect(store.practiceOfCard(backward)).toEqual([])
    learner.undoNewest(NOW)
    expect(store.cardById(backward)?.isAbsent).toBe(true)
    expect(store.findCards('').map(({variant}) => variant)).toEqual(['forward'])
  })

  test('come after all that is recorded', () => {
    const {store, learner, idOf} = three()
    const answer = learner.practise(idOf('p'), 'good', NOW)
    const earlier = {...answer, id: '0'.repeat(26) as EntryId}
    expect(() => store.recordPractice(earlier)).toThrow(
      expect.objectContaining({name: 'UserError'}),
    )
    expect(store.practiceOfCard(idOf('p'))).toEqual([answer])
  })
})

test('tags of notes that are in no document any more are not in use', () => {
  const {store, learner, idOf} = collection(
    noteOf(basic('p'), {tags: ['document']}),
    noteOf(basic('q'), {tags: ['gone']}),
  )
  learner.act([idOf('p')], {kind: 'tag', ownTags: ['own']}, NOW)
  learner.act([idOf('q')], {kind: 'tag', ownTags: ['lost']}, NOW)
  expect(store.tagsInUse()).toEqual(['document', 'gone', 'lost', 'own'])
  importInto(store, [documentOf('a.md', [noteOf(basic('p'), {tags: ['document']})])])
  expect(store.tagsInUse()).toEqual(['document', 'own'])
})

describe('ticks', () => {
  test('are stored with the answer', () => {
    const {store, learner, idOf} = three()
    const id = idOf('p')
    const effect = learner.ratingOf(id, 'good', NOW)
    const points = {recalled: 2, total: 5}
    store.recordReview({...effect, review: {...effect.review, points}})
    expect(store.newestReview()?.points).toEqual(points)
    expect(store.reviewsOfCard(id)).toMatchObject([{points}])
    const plain = learner.rate(id, 'good', momentOf(TODAY + 1))
    expect(store.reviewsOfCard(id)[1]).toEqual(plain)
    expect(learner.findings()).toEqual([])
  })

  test.each([
    {recalled: 6, total: 5},
    {recalled: -1, total: 5},
    {recalled: 0, total: 0},
  ])('$recalled of $total is refused', points => {
    const {store, learner, idOf} = three()
    const effect = learner.ratingOf(idOf('p'), 'good', NOW)
    expect(() => store.recordReview({...effect, review: {...effect.review, points}})).toThrow()
    expect(store.newestReview()).toBeUndefined()
  })
})

test('the reviews of a card leave out what was taken back', () => {
  const {store, learner, idOf} = three()
  const id = idOf('p')
  const first = learner.rate(id, 'good', NOW)
  learner.rate(id, 'again', momentOf(TODAY + 1))
  learner.undo(momentOf(TODAY + 1))
  const last = learner.rate(id, 'easy', momentOf(TODAY + 2))
  expect(store.reviewsOfCard(id)).toEqual([first, last])
})
