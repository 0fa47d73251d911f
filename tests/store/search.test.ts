import {copyFileSync} from 'node:fs'
import {join} from 'node:path'
import Database from 'better-sqlite3'
import {expect, onTestFinished, test} from 'vitest'
import {openStore, type Store} from '../../src/store/open.ts'
import {importStep, undoImportIn} from '../support/importing.ts'
import {basic, cloze, documentOf} from '../support/makers-note.ts'
import {MIGRATIONS, temporaryFolder, temporaryStore} from '../support/store.ts'

const NOTES = [
  basic('What is a binary tree?', 'A tree whose nodes have two children at most'),
  basic('What is a paragraph?', 'Lines without a blank one between them'),
  basic('Qu’est-ce qu’un café crème?', 'Un café avec du lait'),
  basic('二分探索木とは何ですか', '左の子は小さく、右の子は大きい木'),
  basic('What does C++ add to C?', 'Classes, among `other` things -> much'),
  cloze('The {{1:moon}} circles the earth', 'In a month'),
]

const found = (store: Store, text: string) =>
  store
    .findCards(text)
    .map(({content}) => NOTES.findIndex(note => JSON.stringify(note) === JSON.stringify(content)))

test.each([
  {text: 'tree', notes: [0]},
  {text: 'TREE binary', notes: [0]},
  {text: 'child', notes: [0]},
  {text: 'tree moon', notes: []},
  {text: 'graph', notes: [1]},
  {text: 'cafe', notes: [2]},
  {text: 'CAFÉ lait', notes: [2]},
  {text: 'cafe\u0301', notes: [2]},
  {text: 'creme?', notes: [2]},
  {text: '探索', notes: [3]},
  {text: '木', notes: [3]},
  {text: 'C++', notes: [4]},
  {text: '->', notes: [4]},
  {text: 'month', notes: [5]},
  {text: '"', notes: []},
  {text: 'NEAR', notes: []},
])('“$text” is found in $notes', ({text, notes}) => {
  const store = temporaryStore()
  importStep(store, [documentOf('a.md', NOTES)])
  expect(found(store, text)).toEqual(notes)
  expect(store.searchCards(text, 9)).toEqual({cards: store.findCards(text), total: notes.length})
})

test.each(['tree', 'ree'])('of many with “%s” the first are read, and all counted', text => {
  const store = temporaryStore()
  const trees = Array.from({length: 30}, (_, number) => basic(`What is tree ${number}?`))
  importStep(store, [documentOf('a.md', trees)])
  importStep(store, [documentOf('a.md', trees.slice(1))])
  const {cards, total} = store.searchCards(text, 5)
  expect(total).toBe(29)
  expect(cards).toEqual(store.findCards(text).slice(0, 5))
})

test('an edited note is found by its new words, and by the old ones when the edit is taken back', () => {
  const store = temporaryStore()
  importStep(store, [documentOf('a.md', [basic('What is a stack?', 'A list')])])
  importStep(store, [documentOf('a.md', [basic('What is a stack?', 'A pile')])])
  expect([store.findCards('list'), store.findCards('pile')].map(({length}) => length)).toEqual([
    0, 1,
  ])
  undoImportIn(store)
  expect([store.findCards('list'), store.findCards('pile')].map(({length}) => length)).toEqual([
    1, 0,
  ])
})

test('an absent card is not found', () => {
  const store = temporaryStore()
  importStep(store, [documentOf('a.md', [basic('What is a stack?')])])
  importStep(store, [documentOf('a.md', [])])
  expect(store.findCards('stack')).toEqual([])
})

test('a collection from before the index is searched at once, and indexed by the next import', () => {
  const folder = temporaryFolder()
  copyFileSync(join(MIGRATIONS, '0001-initial.sql'), join(folder, '0001-initial.sql'))
  const path = join(folder, 'ebb.db')
  const db = new Database(path)
  db.exec(`pragma user_version = 0`)
  db.close()
  // As the first version left it.
  openStore({path, migrationsDirectory: folder}).close()
  const raw = new Database(path)
  raw.exec(`
    insert into sources values (1, 'a.md', 'h', 'Deck', 'headings', 0);
    insert into notes values ('000000000001', 1, 0, 1, 2, 'Deck', 'basic', 'What is a stack?', 'A list', null, null, null, '[]', '[]', null, null);
    insert into cards (id, note_id, variant, deck, position, phase) values ('000000000001.1', '000000000001', 'forward', 'Deck', 1, 'new');`)
  raw.close()

  const store = temporaryStore(path)
  expect(store.findCards('lis')).toHaveLength(1)
  importStep(store, [documentOf('b.md', [basic('What is a list?', 'A chain')])])
  expect(store.findCards('list what')).toHaveLength(2)
  const check = new Database(path)
  onTestFinished(() => void check.close())
  expect(check.prepare('select count(*) from note_index').pluck().get()).toBe(2)
})
