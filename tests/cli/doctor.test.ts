import {closeSync, openSync, statSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import Database from 'better-sqlite3'
import {expect, test} from 'vitest'
import {documentFile, multiples, RIVERS} from '../support/documents.ts'
import {program} from '../support/program.ts'

/** A collection with two ratings of its first card, and a way to it that the program does not have. */
function reviewed() {
  const ebb = program()
  ebb.run(['config', 'fuzz', 'off'])
  ebb.run(['import', documentFile(RIVERS)])
  const {id} = ebb.json(['next']).card
  ebb.json(['rate', id, 'good'])
  ebb.json(['rate', id, 'good'])
  const tamper = (sql: string, ...parameters: unknown[]) => {
    const db = new Database(join(ebb.home, 'ebb.db'))
    db.pragma('foreign_keys = off')
    db.prepare(sql).run(...parameters)
    db.close()
  }
  const doctor = () => {
    const {stdout, stderr, status} = ebb.run(['doctor', '--json'])
    return {...JSON.parse(stdout), stderr, status}
  }
  return {...ebb, id, tamper, doctor}
}

test('doctor is content with a collection that was only used', () => {
  const ebb = reviewed()
  expect(ebb.doctor()).toEqual({
    ok: true,
    cards: 4,
    entries: 2,
    findings: [],
    stderr: '',
    status: 0,
  })
  expect(ebb.run(['doctor'])).toEqual({
    stdout:
      'Everything is as it should be: 4 cards and 2 entries of the review log checked; every schedule follows from the log, and the file is whole.\n',
    stderr: '',
    status: 0,
  })
})

test('doctor finds a schedule that does not follow from the log', () => {
  const ebb = reviewed()
  ebb.tamper('update cards set due_day = due_day + 1 where id = ?', ebb.id)
  const schedule = {phase: 'review', reps: 2, lapses: 0}
  expect(ebb.doctor()).toMatchObject({
    ok: false,
    cards: 4,
    entries: 2,
    findings: [
      {
        kind: 'schedule-differs',
        fields: ['due'],
        cardId: ebb.id,
        message: `The schedule of card ${ebb.id} (review) is not what its log gives (review): another due time`,
        stored: {...schedule, due: '2026-03-05'},
        replayed: {...schedule, due: '2026-03-04'},
      },
    ],
    stderr: '',
    status: 1,
  })
  const {stdout, status} = ebb.run(['doctor'])
  expect(stdout).toBe(
    `1 problem in 4 cards and 2 entries of the review log:\n  The schedule of card ${ebb.id} (review) is not what its log gives (review): another due time\n`,
  )
  expect(status).toBe(1)
})

test('doctor finds a log that it cannot read, and checks the other cards all the same', () => {
  const ebb = reviewed()
  ebb.tamper(
    `insert into reviews (id, card_id, kind, at, study_day, utc_offset_minutes, before_phase, phase)
      select substr(max(id), 1, 25) || '~', ?, 'forget', 0, 0, 0, 'review', 'new' from reviews`,
    ebb.id,
  )
  ebb.tamper(
    `update cards set phase = 'review', stability = 1, difficulty = 1, last_review_at = 0, last_day = 0,
      reps = 1, lapses = 0, due_day = 1 where variant = 'cloze-2'`,
  )
  const {findings, status} = ebb.doctor()
  expect(status).toBe(1)
  expect(findings.map(({kind}: {kind: string}) => kind).sort()).toEqual([
    'schedule-differs',
    'unreadable-log',
  ])
  expect(findings).toContainEqual({
    kind: 'unreadable-log',
    cardId: ebb.id,
    message: expect.stringMatching(
      /^The log of card .* cannot be replayed: Entry .* is of kind forget/,
    ),
  })
})

test('doctor finds references to rows that are not there', () => {
  const ebb = reviewed()
  ebb.tamper(`delete from notes where kind = 'cloze'`)
  const {ok, findings, status} = ebb.doctor()
  expect({ok, status}).toEqual({ok: false, status: 1})
  expect(findings).toContainEqual({
    kind: 'dangling-reference',
    table: 'cards',
    parent: 'notes',
    message: 'A row of cards refers to a row of notes that is not there',
  })
})

test('doctor tells what is damaged, whichever page of the file it is', () => {
  const ebb = program()
  ebb.run(['import', documentFile(multiples(60), {name: 'multiples.md'})])
  ebb.json(['rate', ebb.json(['next']).card.id, 'good'])
  const file = join(ebb.home, 'ebb.db')
  const pageSize = 4_096
  const pages = statSync(file).size / pageSize
  const db = new Database(file)
  const whole = db.serialize()
  const schemaPages = new Set(
    db.prepare(`select pageno from dbstat where name = 'sqlite_schema'`).pluck().all(),
  )
  db.close()
  for (let page = 2; page <= pages; page += 1) {
    const descriptor = openSync(file, 'w')
    writeSync(descriptor, whole)
    writeSync(descriptor, Buffer.alloc(pageSize, 0xff), 0, pageSize, pageSize * (page - 1))
    closeSync(descriptor)
    const {stdout, stderr, status} = ebb.run(['doctor'])
    expect({page, status}).toEqual({page, status: 1})
    // Where even the names of the tables are gone, nothing can be opened.
    if (schemaPages.has(page)) expect(stderr).toBe(unopened(file))
    else expect(stdout).toContain('The database file is damaged: ')
  }
})

function unopened(file: string): string {
  return `ebb: The database ${file} is damaged\nKeep a copy of it, and restore the newest backup; \`ebb doctor\` may tell more.\n`
}
