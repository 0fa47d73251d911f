import fc from 'fast-check'
import {expect, test} from 'vitest'
import {
  addCounts,
  type DeckNode,
  deckRows,
  deckTree,
  isWithin,
  NO_CARDS,
  withinBudget,
} from '../../src/core/deck-tree.ts'
import type {DeckName} from '../../src/core/note.ts'
import type {Counts} from '../../src/core/queue.ts'

const counts = (fresh: number, learning = 0, review = 0): Counts => ({
  total: fresh + learning + review,
  new: fresh,
  learning,
  review,
})

const deck = (name: string, fresh = 1, learning = 0, review = 0) => ({
  deck: name as DeckName,
  ...counts(fresh, learning, review),
})

const DECKS = [
  deck('Physik::Wärme', 4),
  deck('Backend', 1, 0, 2),
  deck('Backend::Databases', 3, 1),
  deck('Backend::Databases::Indexes', 0, 0, 5),
  deck('backup'),
]

const NOTHING_FOLDED = {filter: '', folded: new Set<DeckName>()}

const picture = (filter: string, ...folded: string[]) =>
  deckRows(deckTree(DECKS), {filter, folded: new Set(folded as DeckName[])}).map(
    ({node, isOpen, isMatch}) =>
      `${'  '.repeat(node.depth)}${isOpen === undefined ? '' : isOpen ? '-' : '+'}${node.name} ${node.counts.total}${isMatch ? '' : ' (for others)'}`,
  )

test('a deck counts all that lies in it, and one that only others lie in is there too', () => {
  expect(picture('')).toEqual([
    '-Backend 12',
    '  -Databases 9',
    '    Indexes 5',
    'backup 1',
    '-Physik 4',
    '  Wärme 4',
  ])
})

test('a folded deck hides what lies in it', () => {
  expect(picture('', 'Backend::Databases', 'Physik')).toEqual([
    '-Backend 12',
    '  +Databases 9',
    'backup 1',
    '+Physik 4',
  ])
})

test.each([
  {
    filter: 'INDEX',
    rows: ['-Backend 12 (for others)', '  -Databases 9 (for others)', '    Indexes 5'],
  },
  {filter: 'warme', rows: ['-Physik 4 (for others)', '  Wärme 4']},
  {filter: 'physik::w', rows: ['-Physik 4 (for others)', '  Wärme 4']},
  {filter: 'back', rows: ['-Backend 12', '  -Databases 9', '    Indexes 5', 'backup 1']},
  {filter: 'chemistry', rows: []},
])('the filter $filter shows what holds it, and where that lies', ({filter, rows}) => {
  expect(picture(filter, 'Backend', 'Physik')).toEqual(rows)
})

test.each([
  {counts: counts(30, 2, 50), left: [20, 200], shown: counts(20, 2, 50)},
  {counts: counts(30, 2, 50), left: [0, 7], shown: counts(0, 2, 7)},
])('of $counts.total cards the limits $left leave $shown.total', ({counts, left, shown}) => {
  const [newLeft = 0, reviewsLeft = 0] = left
  expect(withinBudget(counts, {newLeft, reviewsLeft})).toEqual(shown)
})

const name = fc.constantFrom('a', 'b', 'C', 'c', 'Ärzte', 'x y', '行')
const path = fc.array(name, {minLength: 1, maxLength: 4}).map(parts => parts.join('::') as DeckName)
const decks = fc.uniqueArray(
  fc.tuple(path, fc.nat(50), fc.nat(50), fc.nat(50)).map(args => deck(...args)),
  {selector: each => each.deck, maxLength: 20},
)

const all = (nodes: readonly DeckNode[]): readonly DeckNode[] =>
  nodes.flatMap(node => [node, ...all(node.children)])

test('a deck has its own cards and those of its children, and nothing is lost or counted twice', () => {
  fc.assert(
    fc.property(decks, decks => {
      const tree = deckTree(decks)
      const own = new Map(decks.map(({deck, ...counts}) => [deck, counts]))
      for (const {deck, counts, children} of all(tree)) {
        const below = children.reduce((sum, child) => addCounts(sum, child.counts), NO_CARDS)
        expect(counts).toEqual(addCounts(own.get(deck) ?? NO_CARDS, below))
      }
      const sum = (all: readonly Counts[]) => all.reduce(addCounts, NO_CARDS)
      expect(sum(tree.map(node => node.counts))).toEqual(sum([...own.values()]))
    }),
  )
})

test('a filter keeps every deck that holds it, with all that it lies in, in the order of the tree', () => {
  fc.assert(
    fc.property(decks, fc.constantFrom('a', 'C', 'arz', 'y::', 'x y', 'none'), (decks, filter) => {
      const tree = deckTree(decks)
      const order = deckRows(tree, NOTHING_FOLDED).map(({node}) => node.deck)
      const rows = deckRows(tree, {filter, folded: new Set(order)})
      const plain = (text: string) => text.replaceAll('Ä', 'A').toLowerCase()
      const matches = order.filter(deck => plain(deck).includes(plain(filter)))
      expect(rows.filter(({isMatch}) => isMatch).map(({node}) => node.deck)).toEqual(matches)
      expect(rows.map(({node}) => node.deck)).toEqual(
        order.filter(deck => matches.some(match => isWithin(match, deck))),
      )
    }),
  )
})
