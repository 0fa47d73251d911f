import {basename} from 'node:path'
import {expect, test} from 'vitest'
import {documentFile} from '../support/documents.ts'
import {program} from '../support/program.ts'

const RIVERS = `# Rivers

## How long is the Danube?

2850 km

## How long is the Rhine?

1230 km

## How long is the Elbe?

1094 km
`

function collection() {
  const ebb = program()
  const path = documentFile(RIVERS, {name: 'rivers.md'})
  ebb.run(['import', path])
  const said = (...args: string[]) => ebb.run(args).stdout
  const ids = (...args: string[]): string[] =>
    ebb.json(['cards', ...args]).cards.map(({id}: {id: string}) => id)
  return {...ebb, said, ids}
}

test('a suspended card is not asked, and is asked again once it is unsuspended', () => {
  const ebb = collection()
  const [danube = '', rhine = '', elbe = ''] = ebb.ids()
  expect(ebb.said('suspend', danube, rhine.slice(0, 6))).toBe(
    '2 cards suspended. `ebb undo` takes it back.\n',
  )
  expect(ebb.json(['due']).total).toBe(1)
  expect(ebb.json(['next']).card.id).toBe(elbe)
  expect(ebb.ids('--suspended')).toEqual([danube, rhine])
  expect(ebb.json(['cards', 'Danube']).cards[0].marks).toEqual({
    suspended: true,
    buriedUntil: null,
    flag: null,
    needsFixing: false,
    tags: [],
  })
  expect(ebb.said('cards', 'Danube')).toBe(`${danube}   susp.  How long is the Danube?\n`)
  expect(ebb.said('suspend', danube)).toBe('1 card, suspended already.\n')
  expect(ebb.json(['unsuspend', danube])).toEqual({suspended: false, cards: [danube]})
  expect(ebb.said('unsuspend', danube)).toBe('1 card, none of them suspended.\n')
  expect(ebb.ids('--suspended')).toEqual([rhine])
})

test('all of a deck is suspended at once, and taken back at once', () => {
  const ebb = collection()
  const all = ebb.ids()
  ebb.run(['suspend', all[1] as string])
  expect(ebb.said('suspend', '--deck', 'Rivers')).toBe(
    '2 cards suspended. `ebb undo` takes it back.\n',
  )
  expect(ebb.json(['due']).total).toBe(0)
  expect(ebb.said('undo')).toBe('No longer suspended: 2 cards\n')
  expect(ebb.ids('--suspended')).toEqual([all[1]])
  expect(ebb.json(['undo'])).toEqual({
    undone: {
      kind: 'action',
      id: expect.any(String),
      action: {kind: 'suspend', isSuspended: true},
      cards: [all[1]],
    },
  })
  expect(ebb.said('undo')).toMatch(/^Took back the import of 1 document/)
})

test('a list begins with the places, where editors look for them', () => {
  const ebb = collection()
  const [line = ''] = ebb.said('cards', 'Rhine', '--places').split('\n')
  const [, path = '', rest] = /^(.+?):(7: .*)$/.exec(line) ?? []
  expect(basename(path)).toBe('rivers.md')
  expect(rest).toBe(`7: ${ebb.ids('Rhine')[0]}     new  How long is the Rhine?`)
})

test('nothing is suspended where nothing says what', () => {
  const ebb = collection()
  const [danube = ''] = ebb.ids()
  expect(ebb.run(['suspend'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('ebb: Nothing says which cards are meant\n'),
  })
  expect(ebb.run(['suspend', danube, '--leeches'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('ebb: Cards are either named or chosen\n'),
  })
  expect(ebb.run(['suspend', '--deck', 'Seas'])).toMatchObject({status: 1})
  expect(ebb.run(['suspend', '--tag', 'seas'])).toMatchObject({status: 1})
  expect(ebb.said('suspend', '--leeches')).toBe('There is no such card.\n')
  expect(ebb.ids('--suspended')).toEqual([])
})

test('lists are narrowed to what is marked', () => {
  const ebb = collection()
  expect(ebb.said('cards', '--needs-fixing')).toBe('There is no such card.\n')
  expect(ebb.said('cards', 'Rhine', '--flag', '3')).toBe('No card of these holds “Rhine”.\n')
  expect(ebb.ids('--deck', 'rivers')).toHaveLength(3)
  expect(ebb.run(['cards', '--flag', '8']).status).toBe(2)
})
