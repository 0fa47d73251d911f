import {expect, test} from 'vitest'
import {type ImportPlan, planImport} from '../../src/core/import-plan.ts'
import {after, type Folder, goneBetween, lettered, NOTHING, readAll} from '../support/importing.ts'

/** A document with a label before each question and each answer. */
function document(...notes: readonly (readonly [question: string, answer: string])[]): string {
  const written = notes.map(([question, answer]) => `Q: ${question}\nA: ${answer}\n`)
  return ['# Notes\n', ...written].join('\n')
}

const TIDE = [
  'What causes the tides?',
  'The pull of the moon, and to a lesser degree of the sun.',
] as const
const YEAST = [
  'What does yeast do in dough?',
  'It turns sugar into gas, and the gas makes the dough rise.',
] as const
const STACK = [
  'What is a stack good for?',
  'For undoing things in the reverse order of doing them.',
] as const
const PORT = ['Which port does SSH use?', '22'] as const
const CAFE = [
  'What is a café au lait?',
  'Coffee with as much hot milk as there is coffee in the cup.',
] as const
const NEAP = [
  'What is a neap tide?',
  'The weakest tide, when sun and moon pull at a right angle.',
] as const
const PROTOCOLS = [
  'What are TCP and UDP?',
  'TCP keeps a connection, and repeats what was lost on the way.\n\nUDP sends single packets, and does not look after them.',
] as const
const TCP = [
  'What is TCP?',
  'TCP keeps a connection, and repeats what was lost on the way.',
] as const
const UDP = ['What is UDP?', 'UDP sends single packets, and does not look after them.'] as const

interface Case {
  readonly name: string
  readonly before: Folder
  /** Imported before these: what was there once and is absent by now. */
  readonly earlier?: Folder
  readonly after: Folder
  /** Whether single files are imported, rather than the folder. */
  readonly single?: boolean
  readonly expected: readonly string[]
}

const CASES: readonly Case[] = [
  {
    name: 'nothing changes',
    before: {'a.md': document(TIDE, YEAST)},
    after: {'a.md': document(TIDE, YEAST)},
    expected: ['a.md: a unchanged, b unchanged'],
  },
  {
    name: 'a typo is mended in a question',
    before: {'a.md': document(['What cuases the tides?', TIDE[1]], YEAST)},
    after: {'a.md': document(TIDE, YEAST)},
    expected: ['a.md: a changed, b unchanged'],
  },
  {
    name: 'an answer is rewritten',
    before: {'a.md': document(TIDE, YEAST)},
    after: {
      'a.md': document([TIDE[0], 'Gravity: the near side is drawn more than the far one.'], YEAST),
    },
    expected: ['a.md: a changed, b unchanged'],
  },
  {
    name: 'a question is asked otherwise',
    before: {'a.md': document(TIDE, YEAST)},
    after: {'a.md': document(['Why does the sea rise and fall twice a day?', TIDE[1]], YEAST)},
    expected: ['a.md: a changed, b unchanged'],
  },
  {
    name: 'the order changes',
    before: {'a.md': document(TIDE, YEAST, STACK, PORT)},
    after: {'a.md': document(PORT, STACK, YEAST, TIDE)},
    expected: ['a.md: d unchanged, c unchanged, b unchanged, a unchanged'],
  },
  {
    name: 'lines end otherwise',
    before: {'a.md': document(TIDE, PROTOCOLS)},
    after: {'a.md': document(TIDE, PROTOCOLS).replaceAll('\n', '\r\n')},
    expected: ['a.md: a unchanged, b unchanged'],
  },
  {
    name: 'an editor adds a byte order mark',
    before: {'a.md': document(TIDE, YEAST)},
    after: {'a.md': `\ufeff${document(TIDE, YEAST)}`},
    expected: ['a.md: a unchanged, b unchanged'],
  },
  {
    name: 'a file system takes accents apart',
    before: {'a.md': document(CAFE, YEAST).normalize('NFC')},
    after: {'a.md': document(CAFE, YEAST).normalize('NFD')},
    expected: ['a.md: a changed, b unchanged'],
  },
  {
    name: 'white space changes',
    before: {'a.md': document(TIDE, PORT)},
    after: {'a.md': document(['What  causes the tides?', `${TIDE[1]}  `], PORT)},
    expected: ['a.md: a changed, b unchanged'],
  },
  {
    name: 'case and punctuation change, the answer is short',
    before: {'a.md': document(PORT, ['Is HTTP stateless?', 'Yes'])},
    after: {'a.md': document(['Which Port does SSH use?', '22.'], ['Is http stateless ?', 'yes!'])},
    expected: ['a.md: a changed, b changed'],
  },
  {
    name: 'another note with the same short answer comes in its place',
    before: {'a.md': document(['Is HTTP stateless?', 'Yes'], PORT)},
    after: {'a.md': document(['Is DNS stateless?', 'Yes'], PORT)},
    expected: ['a.md: c new, b unchanged; absent a', 'c is perhaps a: similar-question'],
  },
  {
    name: 'another note with a similar long answer comes in its place',
    before: {
      'a.md': document(['What is a stack?', 'A list that grows and shrinks at one end'], PORT),
    },
    after: {
      'a.md': document(
        ['What is a queue?', 'A list that grows at one end and shrinks at the other'],
        PORT,
      ),
    },
    expected: ['a.md: c new, b unchanged; absent a', 'c is perhaps a: similar-answer'],
  },
  {
    name: 'another note that differs in its numbers comes in its place',
    before: {
      'a.md': document(
        ['What is in row 5 of the table?', 'Row 5 of the table has the fifth value.'],
        PORT,
      ),
    },
    after: {
      'a.md': document(
        ['What is in row 6 of the table?', 'Row 6 of the table has the fifth value.'],
        PORT,
      ),
    },
    expected: ['a.md: c new, b unchanged; absent a', 'c is perhaps a: similar-question'],
  },
  {
    name: 'signs in code are not punctuation',
    before: {
      'a.md': document(['What does `==` compare?', 'Values, after conversion to one type.'], PORT),
    },
    after: {
      'a.md': document(['What does `!=` compare?', 'Whether they differ once converted.'], PORT),
    },
    expected: ['a.md: c new, b unchanged; absent a', 'c is perhaps a: similar-question'],
  },
  {
    name: 'a note is inserted, another one removed',
    before: {'a.md': document(TIDE, YEAST)},
    after: {'a.md': document(STACK, YEAST)},
    expected: ['a.md: c new, b unchanged; absent a'],
  },
  {
    name: 'an absent note returns',
    earlier: {'a.md': document(TIDE, YEAST)},
    before: {'a.md': document(YEAST)},
    after: {'a.md': document(TIDE, YEAST)},
    expected: ['a.md: a returned, b unchanged'],
  },
  {
    name: 'an absent note returns edited, in another document',
    earlier: {'a.md': document(TIDE, YEAST)},
    before: {'a.md': document(YEAST)},
    after: {
      'a.md': document(YEAST),
      'b.md': document(['What causes tides?', `${TIDE[1]} And the wind.`]),
    },
    expected: ['a.md: b unchanged', 'b.md: a returned'],
  },
  {
    name: 'a note moves to another document',
    before: {'a.md': document(TIDE, YEAST), 'b.md': document(STACK)},
    after: {'a.md': document(YEAST), 'b.md': document(STACK, TIDE)},
    expected: ['a.md: b unchanged', 'b.md: c unchanged, a moved'],
  },
  {
    name: 'a note moves to another document and is edited',
    before: {'a.md': document(TIDE, YEAST), 'b.md': document(STACK)},
    after: {
      'a.md': document(YEAST),
      'b.md': document(STACK, ['What causes tides?', `${TIDE[1]} Twice a day.`]),
    },
    expected: ['a.md: b unchanged', 'b.md: c unchanged, a changed'],
  },
  {
    name: 'a document is renamed',
    before: {'a.md': document(TIDE, YEAST, PORT)},
    after: {'b.md': document(TIDE, YEAST, PORT)},
    expected: ['b.md: a moved, b moved, c moved', 'a.md is b.md'],
  },
  {
    name: 'a document is renamed and edited',
    before: {'a.md': document(TIDE, YEAST, PORT, STACK)},
    after: {
      'b.md': document(TIDE, ['What is yeast for?', YEAST[1]], STACK, NEAP, [
        PORT[0],
        '22, unless told',
      ]),
    },
    expected: ['b.md: a moved, b changed, d moved, e new, c changed', 'a.md is b.md'],
  },
  {
    name: 'a document is renamed, the single new file imported',
    single: true,
    before: {'a.md': document(TIDE, YEAST, PORT)},
    after: {'b.md': document(TIDE, YEAST)},
    expected: ['b.md: a moved, b moved', 'a.md is b.md'],
  },
  {
    name: 'a document is renamed and every question in it edited',
    before: {'a.md': document(TIDE, YEAST, STACK)},
    after: {
      'b.md': document(
        ['What causes tides?', TIDE[1]],
        ['What does the yeast do in a dough?', `${YEAST[1]} It also tastes.`],
        ['What are stacks good for?', STACK[1]],
      ),
    },
    expected: ['b.md: a changed, b changed, c changed', 'a.md is gone: absent '],
  },
  {
    name: 'a note moves to another section',
    before: {
      'a.md': `## Sea\n\n${document(TIDE, YEAST)}\n## Bread\n\nQ: ${STACK[0]}\nA: ${STACK[1]}\n`,
    },
    after: {
      'a.md': `## Sea\n\n${document(TIDE)}\n## Bread\n\nQ: ${YEAST[0]}\nA: ${YEAST[1]}\n\nQ: ${STACK[0]}\nA: ${STACK[1]}\n`,
    },
    expected: ['a.md: a unchanged, b moved, c unchanged'],
  },
  {
    name: 'two documents become one',
    before: {'a.md': document(TIDE, YEAST), 'b.md': document(STACK, PORT)},
    after: {'c.md': document(STACK, PORT, TIDE, YEAST)},
    expected: ['c.md: c moved, d moved, a moved, b moved', 'a.md is c.md', 'b.md is c.md'],
  },
  {
    name: 'one document becomes two',
    before: {'a.md': document(TIDE, YEAST, STACK, PORT)},
    after: {'b.md': document(TIDE, PORT), 'c.md': document(YEAST, STACK)},
    expected: ['b.md: a moved, d moved', 'c.md: b moved, c moved', 'a.md is b.md'],
  },
  {
    name: 'a document below the folder is gone',
    before: {'a.md': document(TIDE), 'b.md': document(YEAST, PORT)},
    after: {'a.md': document(TIDE)},
    expected: ['a.md: a unchanged', 'b.md is gone: absent b, c'],
  },
  {
    name: 'a document elsewhere is missing',
    single: true,
    before: {'a.md': document(TIDE), 'b.md': document(YEAST, PORT)},
    after: {'a.md': document(TIDE)},
    expected: ['a.md: a unchanged'],
  },
  {
    name: 'a document has lost all its bytes',
    before: {'a.md': document(TIDE), 'b.md': document(YEAST)},
    after: {'a.md': '', 'b.md': document(YEAST)},
    expected: ['a.md: kept', 'b.md: b unchanged'],
  },
  {
    name: 'a document has lost all its questions',
    before: {'a.md': document(TIDE)},
    after: {'a.md': '# Notes\n\nNothing to see here.\n'},
    expected: ['a.md: ; absent a'],
  },
  {
    name: 'a note is split, one part keeps the question',
    before: {'a.md': document([TCP[0], PROTOCOLS[1]], PORT)},
    after: {'a.md': document(TCP, UDP, PORT)},
    expected: ['a.md: a changed, c new, b unchanged', 'a is split: a, c'],
  },
  {
    name: 'a note is split, both questions are new',
    before: {'a.md': document(PROTOCOLS, PORT)},
    after: {'a.md': document(TCP, UDP, PORT)},
    expected: ['a.md: a changed, c new, b unchanged', 'a is split: a, c'],
  },
  {
    name: 'two notes are merged under a new question',
    before: {'a.md': document(TCP, UDP, PORT)},
    after: {'a.md': document(PROTOCOLS, PORT)},
    expected: ['a.md: a changed, c unchanged; absent b', 'a, b are merged: a'],
  },
  {
    name: 'the same note stands in two new documents',
    before: {},
    after: {'a.md': document(TIDE, YEAST), 'b.md': document(TIDE, PORT)},
    expected: [
      'a.md: a new, b new',
      'b.md: c new; copies 1',
      `copy of “${TIDE[0]}”: a.md:3, b.md:3`,
    ],
  },
  {
    name: 'a note is copied to a document that comes earlier',
    before: {'b.md': document(TIDE, YEAST)},
    after: {'a.md': document(TIDE, PORT), 'b.md': document(TIDE, YEAST)},
    expected: [
      'a.md: c new; copies 1',
      'b.md: a unchanged, b unchanged',
      `copy of “${TIDE[0]}”: b.md:3, a.md:3`,
    ],
  },
  {
    name: 'the same question has another answer in another document',
    before: {'a.md': document(TIDE)},
    after: {'a.md': document(TIDE), 'b.md': document([TIDE[0], 'Mostly the moon.'])},
    expected: ['a.md: a unchanged', 'b.md: b new', `other-answer of “${TIDE[0]}”: a.md:3, b.md:3`],
  },
  {
    name: 'the original of a copy is removed',
    before: {'a.md': document(TIDE, YEAST), 'b.md': document(TIDE, PORT)},
    after: {'a.md': document(YEAST), 'b.md': document(TIDE, PORT)},
    expected: ['a.md: b unchanged', 'b.md: a moved, c unchanged'],
  },
]

/** The plan in words: a line for each document and each finding. */
function inWords(plan: ImportPlan): readonly string[] {
  const ids = (notes: readonly {readonly id: string}[]) => notes.map(({id}) => id).join(', ')
  return [
    ...plan.documents.map(planned => {
      if (planned.outcome === 'kept') return `${planned.document.path}: kept`
      const {document: imported, notes, absent, copies} = planned
      const statuses = notes.map(({id, status}) => `${id} ${status}`).join(', ')
      return [
        `${imported.path}: ${statuses}`,
        ...(absent.length > 0 ? [`absent ${ids(absent)}`] : []),
        ...(copies.length > 0 ? [`copies ${copies.length}`] : []),
      ].join('; ')
    }),
    ...plan.gone.map(({previous, renamedTo, absent}) =>
      renamedTo === undefined
        ? `${previous.path} is gone: absent ${ids(absent)}`
        : `${previous.path} is ${renamedTo}${absent.length > 0 ? `: absent ${ids(absent)}` : ''}`,
    ),
    ...plan.splits.map(
      ({previous, kept, created}) => `${previous.id} is split: ${ids([kept, ...created])}`,
    ),
    ...plan.merges.map(
      ({into, kept, retired}) => `${ids([kept, ...retired])} are merged: ${into.id}`,
    ),
    ...plan.uncertain.map(
      ({note, candidate, why}) => `${note.id} is perhaps ${candidate.id}: ${why}`,
    ),
    ...plan.duplicates.map(
      ({kind, question, places}) =>
        `${kind} of “${question}”: ${places.map(({path, line}) => `${path}:${line}`).join(', ')}`,
    ),
  ]
}

test.each(CASES)('$name', ({earlier, before, after: next, single, expected}) => {
  const newNoteId = lettered()
  const stored = [earlier, before]
    .filter(folder => folder !== undefined)
    .reduce(
      (snapshot, folder) => after(planImport(readAll(folder), snapshot, newNoteId), snapshot),
      NOTHING,
    )
  const goneSources = goneBetween(before, next, !single)
  const plan = planImport(readAll(next), stored, newNoteId, {goneSources})
  expect(inWords(plan)).toEqual(expected)
})

test('an uncertain match is made when it is accepted', () => {
  const newNoteId = lettered()
  const before = readAll({'a.md': document(['Is HTTP stateless?', 'Yes'], PORT)})
  const stored = after(planImport(before, NOTHING, newNoteId), NOTHING)
  const next = readAll({'a.md': document(['Is DNS stateless?', 'Yes'], PORT)})
  const plan = planImport(next, stored, newNoteId, {accept: true})
  expect(inWords(plan)).toEqual([
    'a.md: a changed, b unchanged',
    'a is perhaps a: similar-question',
  ])
})

test('of merged notes the one that was answered most keeps its schedule', () => {
  const newNoteId = lettered()
  const {sources, notes} = after(
    planImport(readAll({'a.md': document(TCP, UDP, PORT)}), NOTHING, newNoteId),
    NOTHING,
  )
  const answered = notes.map((note, index) => ({...note, reps: index}))
  const merged = readAll({'a.md': document([TCP[0], PROTOCOLS[1]], PORT)})
  const plan = planImport(merged, {sources, notes: answered}, newNoteId)
  expect(inWords(plan)).toEqual(['a.md: b changed, c unchanged; absent a', 'b, a are merged: b'])
})

test('a document that has lost all its bytes is an error', () => {
  const newNoteId = lettered()
  const stored = after(planImport(readAll({'a.md': document(TIDE)}), NOTHING, newNoteId), NOTHING)
  const [planned] = planImport(readAll({'a.md': ''}), stored, newNoteId).documents
  expect(planned?.document.parsed.diagnostics).toMatchObject([
    {severity: 'error', rule: 'emptied-document'},
  ])
})

test('a document without a byte that is not known yet has nothing to lose', () => {
  const [planned] = planImport(readAll({'a.md': ''}), NOTHING, lettered()).documents
  expect(planned?.outcome).toBe('read')
})
