import fc from 'fast-check'
import {expect, test} from 'vitest'
import {perform} from '../../src/commands/perform.ts'
import type {Card, CardId} from '../../src/core/card.ts'
import {entryIds, newNoteId} from '../../src/core/id.ts'
import {planImport} from '../../src/core/import-plan.ts'
import type {NoteContent, ParsedNote} from '../../src/core/note.ts'
import {type Plannable, planQueue, type Queue} from '../../src/core/queue.ts'
import type {EntryId} from '../../src/core/review-log.ts'
import {createScheduler} from '../../src/core/scheduler.ts'
import {type SessionContext, startSession} from '../../src/core/session.ts'
import type {Instant} from '../../src/core/time.ts'
import {openDatabase} from '../../src/store/database.ts'
import type {Store} from '../../src/store/open.ts'
import {storeOn} from '../../src/store/store.ts'
import {importStep} from '../support/importing.ts'
import {learnerOf} from '../support/learner.ts'
import {basic, cloze, documentOf, importInto, noteOf, seeded} from '../support/makers-note.ts'
import {anyPlay, cardsLeftIn, type Disk, playSession} from '../support/session-play.ts'
import {MIGRATIONS} from '../support/store.ts'
import {minutesIn, TODAY, utcDayOf} from '../support/ui-cards.ts'

const NOTES: readonly (NoteContent | ParsedNote)[] = [
  noteOf(basic('What is a stack?'), {tags: ['document']}),
  {kind: 'reversed', question: 'What is a heap?', answer: 'A tree that is ordered'},
  basic('Is TCP reliable?'),
  cloze('{{1:Paris}} is the capital of {{2:France}}'),
]

/** Every card, absent ones too. */
function allCards(store: Store): readonly Card[] {
  return store.cardsByIds([...store.cardRecords()].map(({cardId}) => cardId))
}

/** The collection as what a session is played against; an edit imports a document again. */
function diskOf(store: Store): Disk {
  const random = seeded(3)
  return {
    cards: () => new Map(allCards(store).map(card => [card.id, card])),
    perform: effect => perform(effect, store),
    newestDone(asked) {
      const done = store.newestDone(asked)
      return done && 'cards' in done ? done : undefined
    },
    edit(picked, isGone, id) {
      const notes = new Set([...picked].map(({noteId}) => noteId))
      const contents = store
        .snapshotOf('a.md')
        .filter(note => !note.isAbsent && !(isGone && notes.has(note.id)))
        .map(({content, id: noteId}) => (notes.has(noteId) ? changed(content, id) : content))
      const document = documentOf('a.md', contents, {hash: id})
      const plan = planImport([document], store.snapshotFor([document], []), () =>
        newNoteId(random),
      )
      const [first] = picked
      const editedCard = first?.id as CardId
      return store.applyImport(plan, {at: 0 as Instant, stepId: id, editedCard})
    },
  }
}

function changed(content: NoteContent, id: EntryId): NoteContent {
  return content.kind === 'cloze' ? {...content, extra: id} : {...content, answer: id}
}

/** The session that begins now, as the commands make it; all that can be asked where it is outside the schedule. */
function startedOn(store: Store, mode: 'schedule' | 'cram') {
  const {scheduling} = store.readSettings()
  const moment = minutesIn(0)
  const context: SessionContext = {
    mode,
    scheduler: createScheduler(scheduling),
    options: scheduling,
    optionsId: store.optionsIdOf(scheduling),
    learnAheadMs: 20 * 60_000,
    studyDayOf: utcDayOf,
  }
  const choice = {decks: [], today: TODAY}
  const all = Number.POSITIVE_INFINITY
  const plannable: Queue<Plannable> =
    mode === 'cram'
      ? {learning: [], main: store.openCards(choice)}
      : planQueue(
          store.dueCards(choice),
          {newLeft: all, reviewsLeft: all, done: {introduced: 0, reviewed: 0}},
          {
            moment,
            learnAheadMs: context.learnAheadMs,
            buriedNotes: store.notesReviewedOn(TODAY),
            seed: TODAY,
          },
        )
  const load = (cards: readonly Plannable[]) => store.cardsByIds(cards.map(({id}) => id))
  const queue = {learning: load(plannable.learning), main: load(plannable.main)}
  return {context, session: startSession({queue, moment}, context)}
}

const anySession = fc.record({
  mode: fc.constantFrom('schedule' as const, 'schedule' as const, 'cram' as const),
  plays: fc.array(anyPlay, {maxLength: 25}),
  /** What is done from outside after it. */
  outside: fc.constantFrom('nothing' as const, 'undo' as const, 'import' as const),
})

test('sessions and a collection agree on every card, through restarts, until all is taken back', () => {
  const property = fc.property(fc.array(anySession, {minLength: 1, maxLength: 4}), sessions => {
    const db = openDatabase({path: ':memory:', migrationsDirectory: MIGRATIONS})
    try {
      const store = storeOn(db)
      const random = seeded(1)
      const learner = learnerOf(store, random)
      importInto(store, [documentOf('a.md', NOTES)], {random})
      const atFirst = allCards(store)
      const disk = diskOf(store)
      const newId = (at: Instant) => entryIds(random, store.lastEntryId())(at)

      for (const {mode, plays, outside} of sessions) {
        const {context, session} = startedOn(store, mode)
        playSession(session, plays, {disk, context, newId}, ({after}) => {
          for (const card of cardsLeftIn(after)) expect(store.cardById(card.id)).toEqual(card)
        })
        if (outside === 'undo') learner.undoNewest(minutesIn(0))
        if (outside === 'import') {
          importStep(store, [documentOf('b.md', [basic(`New ${plays.length}?`)])], {random})
        }
        expect(learner.findings()).toEqual([])
      }

      while (learner.undoNewest(minutesIn(0)));
      const ids = new Set(atFirst.map(({id}) => id))
      expect(allCards(store).filter(({id}) => ids.has(id))).toEqual(atFirst)
      expect(allCards(store).filter(card => !ids.has(card.id) && !card.isAbsent)).toEqual([])
    } finally {
      db.close()
    }
  })
  fc.assert(property, {numRuns: 120})
})
