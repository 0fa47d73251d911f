import {copyFileSync, existsSync, mkdirSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {ArchiveError, archiveLines, archiveRecords} from '../../src/core/archive.ts'
import {ARCHIVE_TABLES} from '../../src/core/archive-columns.ts'
import type {Card, CardId} from '../../src/core/card.ts'
import {entryIds} from '../../src/core/id.ts'
import type {CardAction} from '../../src/core/marks.ts'
import type {NoteContent} from '../../src/core/note.ts'
import {RATINGS} from '../../src/core/rating.ts'
import {UserError} from '../../src/core/user-error.ts'
import {openStore, type Store} from '../../src/store/open.ts'
import {importStep} from '../support/importing.ts'
import {learnerOf} from '../support/learner.ts'
import {basic, cloze, documentOf, importInto, seeded} from '../support/makers-note.ts'
import {momentOf, TODAY} from '../support/makers-schedule.ts'
import {anyAction} from '../support/session-play.ts'
import {MIGRATIONS, temporaryFolder, temporaryStore} from '../support/store.ts'

const CONTENTS: readonly NoteContent[] = [
  basic('Where does the Rhine end?', 'In the North Sea.'),
  basic('Where does the Rhine end?', 'Near Rotterdam.'),
  basic('长江流入哪个海？', '东海\n\n```js\nconst "a" = \'\\u0000\'\n```\n'),
  {kind: 'reversed', question: 'Danube', answer: '"Donau"\t\u2028'},
  cloze('The {{1:Nile}} flows into the {{2:Mediterranean}}', 'In Egypt.'),
  {
    kind: 'cloze',
    text: 'Lake Baikal',
    deletions: [{group: 3, start: 5, end: 11, hint: 'deep "…"'}],
    extra: '',
  },
]

const operation = fc.oneof(
  fc.record({
    type: fc.constant('import' as const),
    path: fc.constantFrom<string>('a.md', 'b\n"b".md'),
    contents: fc.array(fc.constantFrom(...CONTENTS), {maxLength: 5}),
  }),
  fc.record({
    type: fc.constant('rate' as const),
    pick: fc.nat(),
    rating: fc.constantFrom(...RATINGS),
    waitMinutes: fc.oneof(fc.integer({min: -90, max: 90}), fc.integer({min: 0, max: 60_000})),
  }),
  fc.record({type: fc.constant('undo' as const)}),
  fc.record({type: fc.constant('undo-newest' as const)}),
  fc.record({
    type: fc.constant('act' as const),
    pick: fc.nat(),
    action: fc.constantFrom<CardAction>(
      {kind: 'suspend', isSuspended: true},
      {kind: 'bury', scope: 'note'},
      {kind: 'flag', flag: 3},
      {kind: 'fix', needsFixing: true},
      {kind: 'tag', ownTags: ['later', 'a "b"']},
    ),
  }),
  fc.record({
    type: fc.constant('practise' as const),
    pick: fc.nat(),
    rating: fc.constantFrom(...RATINGS),
    isTakenBack: fc.boolean(),
  }),
  fc.record({type: fc.constant('act' as const), pick: fc.nat(), action: anyAction}),
  fc.record({
    type: fc.constant('practise' as const),
    pick: fc.nat(),
    rating: fc.constantFrom(...RATINGS),
  }),
  fc.record({type: fc.constant('set' as const), factor: fc.constantFrom(0.5, 1, 1.1)}),
)

/** A collection on which random things were done. */
function randomCollection(
  operations: readonly (typeof operation extends fc.Arbitrary<infer Value> ? Value : never)[],
) {
  const path = join(temporaryFolder(), 'ebb.db')
  const store = temporaryStore(path)
  const random = seeded(operations.length)
  const learner = learnerOf(store, random)
  const picked = (pick: number) => {
    const cards = store.findCards('')
    return cards[pick % cards.length]
  }
  let minutes = 600
  for (const step of operations) {
    const day = TODAY + Math.floor(minutes / 1440)
    const moment = momentOf(day, ((minutes % 1440) + 1440) % 1440)
    switch (step.type) {
      case 'import':
        importStep(store, [documentOf(step.path, step.contents)], {random, at: moment.at})
        break
      case 'rate': {
        minutes += step.waitMinutes
        const card = picked(step.pick)
        if (card) learner.rate(card.id, step.rating, {...moment, utcOffsetMinutes: 345})
        break
      }
      case 'undo':
        learner.undo(moment)
        break
      case 'undo-newest':
        learner.undoNewest(moment)
        break
      case 'act': {
        const card = picked(step.pick)
        if (card) learner.act([card.id], step.action, moment)
        break
      }
      case 'practise': {
        const card = picked(step.pick)
        if (!card) break
        const {id: voids, cardId} = learner.practise(card.id, step.rating, moment)
        const id = entryIds(random, store.lastEntryId())(moment.at)
        if ('isTakenBack' in step && step.isTakenBack)
          store.revertPractice({...moment, id, cardId, voids})
        break
      }
      case 'set':
        store.changeSettings(({scheduling, ...others}) => ({
          ...others,
          newPerDay: 7,
          scheduling: {
            ...scheduling,
            parameters: scheduling.parameters.map((weight, index) =>
              index < 4 ? weight * step.factor : weight,
            ),
          },
        }))
    }
  }
  return {path, store}
}

const archiveOf = (store: Store): string => [...store.withArchiveRows(archiveLines)].join('')

const recordsOf = (text: string) => archiveRecords(text.replace(/\n$/, '').split('\n'))

/** Every row of every table that holds facts, read past the program. */
function tablesOf(path: string) {
  const db = new Database(path, {readonly: true})
  try {
    const names = db
      .prepare<[], string>(
        `select name from sqlite_schema where type = 'table' and name not like 'note_words_%' and name <> 'note_index'
          and name <> 'note_words'`,
      )
      .pluck()
      .all()
    // In any order: where a row stands in the file is no fact.
    const rowsOf = (name: string) =>
      db
        .prepare(`select * from ${name}`)
        .all()
        .map(row => JSON.stringify(row))
    return new Map(names.map(name => [name, rowsOf(name).sort()]))
  } finally {
    db.close()
  }
}

test('an archive holds every column of every table that is not computed from others', () => {
  const path = join(temporaryFolder(), 'ebb.db')
  temporaryStore(path)
  const db = new Database(path)
  const names = [...tablesOf(path).keys()]
  const columns = names.map(name => {
    const info = db.pragma(`table_info(${name})`) as {name: string; notnull: number; pk: number}[]
    return [name, info.map(column => [column.name, column.notnull === 0 && column.pk === 0])]
  })
  db.close()
  const archived = ARCHIVE_TABLES.map(({name, columns: known}) => [
    name,
    known.map(column => [column.name, column.isOptional]),
  ])
  expect(Object.fromEntries(archived)).toEqual(Object.fromEntries(columns))
})

test('what is archived and restored is the same collection, and gives the same archive', () => {
  fc.assert(
    fc.property(fc.array(operation, {maxLength: 25}), operations => {
      const {path, store} = randomCollection(operations)
      const archive = archiveOf(store)
      expect(() => JSON.parse(archive)).not.toThrow()

      const restoredPath = join(temporaryFolder(), 'ebb.db')
      const restored = temporaryStore(restoredPath)
      const outcome = restored.restoreArchive(recordsOf(archive), {force: false})
      expect(outcome.corrected).toBe(0)
      expect(tablesOf(restoredPath)).toEqual(tablesOf(path))
      expect(archiveOf(restored)).toBe(archive)
      expect(learnerOf(restored, seeded(1)).findings()).toEqual([])
      for (const text of ['Rhine', 'near', '东海', 'Donau']) {
        expect(restored.findCards(text)).toEqual(store.findCards(text))
      }
      restored.close()
    }),
    {numRuns: 60},
  )
}, 60_000)

/** A small collection with something in every table. */
function smallCollection() {
  const made = randomCollection([
    {type: 'import', path: 'a.md', contents: CONTENTS.slice(0, 5)},
    {type: 'rate', pick: 0, rating: 'good', waitMinutes: 1},
    {type: 'rate', pick: 1, rating: 'again', waitMinutes: 1},
    {type: 'undo'},
    {type: 'rate', pick: 1, rating: 'easy', waitMinutes: 1},
    {type: 'act', pick: 1, action: {kind: 'flag', flag: 3}},
    {type: 'practise', pick: 0, rating: 'again'},
    {type: 'set', factor: 1},
    {type: 'act', pick: 2, action: {kind: 'tag', ownTags: ['later']}},
    {type: 'practise', pick: 2, rating: 'hard', isTakenBack: true},
    {type: 'import', path: 'a.md', contents: CONTENTS.slice(0, 4)},
  ])
  return {...made, archive: archiveOf(made.store)}
}

test('the archive of a small collection has something in every table', () => {
  const {archive} = smallCollection()
  const {counts, ...tables} = JSON.parse(archive)
  expect(Object.keys(counts)).toEqual(ARCHIVE_TABLES.map(({name}) => name))
  for (const [name, count] of Object.entries(counts)) {
    expect(tables[name]).toHaveLength(count as number)
    expect(count, name).toBeGreaterThan(0)
  }
})

test('an archive is not restored over a collection', () => {
  const {store, archive} = smallCollection()
  expect(() => store.restoreArchive(recordsOf(archive), {force: false})).toThrow(
    'There is a collection already',
  )
})

test('by force it is, and the collection before it is set aside', () => {
  const {archive, path} = smallCollection()
  const other = randomCollection([
    {type: 'import', path: 'z.md', contents: [basic('What is a delta?')]},
    {type: 'rate', pick: 0, rating: 'hard', waitMinutes: 5},
  ])
  const before = tablesOf(other.path)
  const {backup} = other.store.restoreArchive(recordsOf(archive), {force: true})
  expect(backup).toBe(`${other.path}.before-restore`)
  expect(tablesOf(other.path)).toEqual(tablesOf(path))
  expect(tablesOf(backup as string)).toEqual(before)
  expect(learnerOf(other.store, seeded(1)).findings()).toEqual([])
  expect(other.store.findCards('delta')).toEqual([])
  expect(other.store.findCards('Rotterdam')).toHaveLength(1)
  // The log is as append-only as before.
  const db = new Database(other.path)
  expect(() => db.exec('delete from reviews')).toThrow('append-only')
  db.close()
})

test('each collection that is set aside by force has a file of its own, which is told', () => {
  const {archive} = smallCollection()
  const {store, path} = randomCollection([
    {type: 'import', path: 'z.md', contents: [basic('What is a delta?')]},
  ])
  const aside = [1, 2, 3].map(time => {
    importInto(store, [documentOf(`${time}.md`, [basic(`What is delta ${time}?`)])], {
      random: seeded(900 + time),
    })
    const before = tablesOf(path)
    const {backup} = store.restoreArchive(recordsOf(archive), {force: true})
    expect(tablesOf(backup as string)).toEqual(before)
    return backup
  })
  expect(aside).toEqual([
    `${path}.before-restore`,
    `${path}.before-restore.2`,
    `${path}.before-restore.3`,
  ])
})

test('where the collection cannot be set aside, nothing is restored', () => {
  const {archive, store, path} = smallCollection()
  const before = tablesOf(path)
  mkdirSync(`${path}.before-restore`)
  const attempt = () => store.restoreArchive(recordsOf(archive), {force: true})
  expect(attempt).toThrow(`The backup ${path}.before-restore cannot be written`)
  expect(attempt).toThrow(
    expect.objectContaining({hint: expect.stringMatching(/^The collection must be set aside/)}),
  )
  expect(tablesOf(path)).toEqual(before)
})

test('the collection that was set aside can be opened', () => {
  const {archive} = smallCollection()
  const {store, path} = randomCollection([
    {type: 'import', path: 'z.md', contents: [basic('What is a delta?')]},
  ])
  store.restoreArchive(recordsOf(archive), {force: true})
  const copy = join(temporaryFolder(), 'ebb.db')
  copyFileSync(`${path}.before-restore`, copy)
  expect(temporaryStore(copy).findCards('delta')).toHaveLength(1)
})

test('a schedule that does not follow from the log is computed anew', () => {
  const {archive, path} = smallCollection()
  const forged = archive.replace(/"stability":[\d.]+/, '"stability":99')
  expect(forged).not.toBe(archive)
  const restoredPath = join(temporaryFolder(), 'ebb.db')
  const restored = temporaryStore(restoredPath)
  expect(restored.restoreArchive(recordsOf(forged), {force: false}).corrected).toBe(1)
  expect(tablesOf(restoredPath)).toEqual(tablesOf(path))
})

const forgeries: readonly (readonly [
  name: string,
  forge: (archive: string) => string,
  message: RegExp,
])[] = [
  ['nothing', () => '', /no archive/],
  ['another document', () => '{"cards": []}', /This is no archive of ebb/],
  ['a later version', archive => archive.replace('"version":1', '"version":2'), /version 2/],
  ['another layout', archive => JSON.stringify(JSON.parse(archive), null, 2), /formatted anew/],
  ['one long line', archive => JSON.stringify(JSON.parse(archive)), /not what/],
  [
    'an archive that is cut off',
    archive => archive.slice(0, archive.indexOf('],"reviews"')),
    /cut off/,
  ],
  ['half a line', archive => archive.slice(0, archive.length / 2), /no JSON|cut off/],
  [
    'a missing row',
    archive => archive.replace(/\{"id":"[^\n]*"voids":[^\n]*\n/, ''),
    /not what|no JSON|reviews/,
  ],
  ['more after the end', archive => `${archive}{}\n`, /has ended/],
  ['an unknown column', archive => archive.replace('{"id":"', '{"idea":1,"id":"'), /`idea`/],
  ['a proto', archive => archive.replace('{"id":"', '{"__proto__":1,"id":"'), /__proto__/],
  ['a text for a number', archive => archive.replace(/"line":\d+/, '"line":"1"'), /whole number/],
  [
    'a fraction for a whole number',
    archive => archive.replace(/"line":\d+/, '"line":1.5'),
    /whole/,
  ],
  ['a number beyond all', archive => archive.replace(/"at":\d+/, '"at":1e300'), /milliseconds/],
  [
    'a time that no date has',
    archive => archive.replace(/"at":\d+/, '"at":9000000000000000'),
    /milli/,
  ],
  ['a column without a value', archive => archive.replace(/"line":\d+,/, ''), /`line`/],
  ['an unknown kind', archive => archive.replace('"kind":"basic"', '"kind":"odd"'), /CHECK/],
  [
    'a card of no note',
    archive => archive.replace(/"note_id":"./, '"note_id":"!'),
    /id is not the one/,
  ],
  [
    'a note of no source',
    archive => archive.replace('"source_id":1', '"source_id":9'),
    /FOREIGN KEY/,
  ],
  ['tags that are no list', archive => archive.replace('"tags":[]', '"tags":{}'), /list of texts/],
  ['deletions beyond the text', archive => archive.replace('"end":8', '"end":800'), /deletions/],
  [
    'a rating that is none',
    archive => archive.replace('"rating":"good"', '"rating":"fine"'),
    /CHECK/,
  ],
  [
    'an entry id of no time',
    archive => archive.replace(/("reviews":\[\n\{"id":")./, '$1!'),
    /id of an entry/,
  ],
  [
    'other options under an id',
    archive => archive.replace('"desiredRetention":0.9', '"desiredRetention":0.8'),
    /id is not/,
  ],
  [
    'options that are none',
    archive => archive.replace('"desiredRetention":0.9', '"desiredRetention":7'),
    /retention/,
  ],
  [
    'a setting of another kind',
    archive => archive.replace(/(newPerDay","value":)\d+/, '$1"x"'),
    /newPerDay/,
  ],
  [
    'a setting out of range',
    archive => archive.replace(/(newPerDay","value":)\d+/, '$1-1'),
    /new cards/,
  ],
  [
    'a step that leaves no list of tags',
    archive => archive.replace(/"own_tags":"\[\]"/, '"own_tags":"5"'),
    /before/,
  ],
  [
    'a step that undoes nothing of a row',
    archive => archive.replace(/"before":\{[^}]*\}/, '"before":{}'),
    /before/,
  ],
  [
    'a step that changes an id',
    archive => archive.replace(/"before":\{[^}]*\}/, '"before":{"id":"abc"}'),
    /before/,
  ],
  [
    'a step that changes a schedule',
    archive => archive.replace(/("entity":"card"[^\n]*"before":\{)[^}]*\}/, '$1"due_day":5}'),
    /before/,
  ],
  [
    'a step that leaves a number for a text',
    archive => archive.replace(/("entity":"note"[^\n]*"before":\{)[^}]*\}/, '$1"question":5}'),
    /before/,
  ],
  [
    'a step that takes away what must be there',
    archive => archive.replace(/("entity":"note"[^\n]*"before":\{)[^}]*\}/, '$1"deck":null}'),
    /before/,
  ],
  [
    'an action that is not said',
    archive => archive.replace(/("kind":"flag"[^\n]*),"action":\{[^}]*\}/, '$1'),
    /`action`/,
  ],
  [
    'an action of another kind',
    archive => archive.replace('"action":{"kind":"flag","flag":3}', '"action":{"kind":"edit"}'),
    /`action`/,
  ],
  [
    'an action without what it sets',
    archive =>
      archive.replace('"action":{"kind":"tag","ownTags":["later"]}', '"action":{"kind":"tag"}'),
    /`action`/,
  ],
  [
    'a flag of no colour',
    archive =>
      archive.replace('"action":{"kind":"flag","flag":3}', '"action":{"kind":"flag","flag":9}'),
    /`action`/,
  ],
  [
    'an action on what is no card',
    archive => archive.replace(/("kind":"flag"[^\n]*"cards":\[)"[^"]*"/, '$1"\\u001b[31m"'),
    /`cards`/,
  ],
  [
    'an import of cards',
    archive => archive.replace(/("kind":"import","at":\d+)/, '$1,"cards":["a"]'),
    /`cards`/,
  ],
  [
    'an undo before what it takes back',
    archive =>
      archive.replace(
        /("reviews":\[\n)([\s\S]*?\n)(\{"id":")[^"]*("[^\n]*"kind":"undo")/,
        '$1$2$300000000000000000000000000$4',
      ),
    /before it/,
  ],
  [
    'an entry id after which none can come',
    archive =>
      archive.replace(
        /("practice":\[\n[\s\S]*\{"id":")[^"]*("[\s\S]*\],"steps")/,
        '$17ZZZZZZZZZZZZZZZZZZZZZZZZZ$2',
      ),
    /id of an entry/,
  ],
  [
    'a note id with a comma',
    archive => archive.replace(/("notes":\[\n\{"id":"....)./, '$1,'),
    /id of a note/,
  ],
  [
    'a step that changes what is no column',
    archive => archive.replace(/"before":\{"/, '"before":{"x = 1; --":1,"'),
    /before/,
  ],
]

test.each(forgeries)('of %s nothing is restored, and the line is told', (_, forge, message) => {
  const {archive} = smallCollection()
  const forged = forge(archive)
  expect(forged).not.toBe(archive)
  const path = join(temporaryFolder(), 'ebb.db')
  const store = temporaryStore(path)
  const before = tablesOf(path)
  const attempt = () => store.restoreArchive(recordsOf(forged), {force: false})
  expect(attempt).toThrow(ArchiveError)
  expect(attempt).toThrow(message)
  expect(tablesOf(path)).toEqual(before)
  expect(readdirSync(join(path, '..')).some(name => name.includes('before-restore'))).toBe(false)
})

test('a collection stays as it is where the archive for which it should go is damaged', () => {
  const {archive, path, store} = smallCollection()
  const before = tablesOf(path)
  const forged = archive.replace('"rating":"good"', '"rating":"fine"')
  expect(() => store.restoreArchive(recordsOf(forged), {force: true})).toThrow('CHECK')
  expect(tablesOf(path)).toEqual(before)
  expect(existsSync(`${path}.before-restore`)).toBe(false)
  expect(store.findCards('Rhine')).toHaveLength(2)
})

test('whatever a line holds, it is told or stored, and never a bug', () => {
  const {archive} = smallCollection()
  const lines = archive.replace(/\n$/, '').split('\n')
  fc.assert(
    fc.property(
      fc.nat(lines.length - 1),
      fc.oneof(
        fc.string({unit: 'grapheme'}),
        fc.json(),
        fc.constantFrom(']', '],', '{}', '{},', ''),
      ),
      (place, text) => {
        const store = openStore({path: ':memory:', migrationsDirectory: MIGRATIONS})
        try {
          store.restoreArchive(archiveRecords(lines.with(place, text)), {force: false})
        } catch (error) {
          expect(error).toBeInstanceOf(ArchiveError)
        } finally {
          store.close()
        }
      },
    ),
    {numRuns: 100},
  )
})

test('a step that cannot be put back, as no row may be so, is told and changes nothing', () => {
  const {archive} = smallCollection()
  const forged = archive.replace('"before":{"own_tags":"[]"}', '"before":{"kind":"odd"}')
  expect(forged).not.toBe(archive)
  const store = temporaryStore()
  store.restoreArchive(recordsOf(forged), {force: false})
  const learner = learnerOf(store, seeded(5))
  learner.undoNewest(momentOf(TODAY + 90))
  const before = archiveOf(store)
  expect(() => learner.undoNewest(momentOf(TODAY + 90))).toThrow(UserError)
  expect(() => store.newestDone([])).toThrow(UserError)
  expect(archiveOf(store)).toBe(before)
})

test('an archive is of one moment, whatever another program does while it is written', () => {
  const {path, store} = smallCollection()
  const before = archiveOf(store)
  const other = temporaryStore(path)
  const learner = learnerOf(other, seeded(6))
  let isFirst = true
  const lines: string[] = []
  for (const line of store.withArchiveRows(archiveLines)) {
    lines.push(line)
    if (!line.includes('"reviews"') || !isFirst) continue
    isFirst = false
    importInto(other, [documentOf('new.md', [basic('What is an estuary?')])])
    const [card] = other.findCards('estuary')
    learner.rate((card as Card).id, 'good', momentOf(TODAY + 90))
  }
  expect(isFirst).toBe(false)
  expect(lines.join('')).toBe(before)
  expect(archiveOf(store)).toContain('estuary')
})

test('a collection can be written to after its archive was left half read', () => {
  const {store} = smallCollection()
  for (const _ of store.withArchiveRows(archiveLines)) break
  const [card] = store.findCards('')
  const learner = learnerOf(store, seeded(6))
  expect(() => learner.rate((card as Card).id, 'good', momentOf(TODAY + 90))).not.toThrow()
})

test('points that were ticked off are archived', () => {
  const {store} = smallCollection()
  const [card] = store.findCards('')
  const learner = learnerOf(store, seeded(3))
  const effect = learner.ratingOf((card as Card).id, 'good', momentOf(TODAY + 90))
  store.recordReview({...effect, review: {...effect.review, points: {recalled: 2, total: 3}}})
  const archive = archiveOf(store)
  expect(archive).toContain('"points_total":3,"points_recalled":2')
  const restored = temporaryStore()
  restored.restoreArchive(recordsOf(archive), {force: false})
  expect(archiveOf(restored)).toBe(archive)
})

test('ids that the program made are what the checks expect', () => {
  const {store} = smallCollection()
  const [card] = store.findCards('')
  expect(card?.id as CardId).toMatch(/^[0-9a-z]{12}\.1$/)
})
