import {readFileSync, renameSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {documentFile, RIVERS} from '../support/documents.ts'
import {program, temporaryDirectory} from '../support/program.ts'

interface JsonCard {
  readonly id: string
  readonly question: string
  readonly status: string
}

const SUMMARY = {
  documents: 1,
  cards: 4,
  new: 0,
  changed: 0,
  moved: 0,
  returned: 0,
  unchanged: 0,
  copy: 0,
  skipped: 0,
  unanswered: 0,
  absent: 0,
  errors: 0,
  warnings: 0,
}

/** Imports and gives the JSON, also of an import that found errors. */
function imported(ebb: ReturnType<typeof program>, ...args: string[]) {
  const {stdout, stderr, status} = ebb.run(['import', ...args, '--yes', '--json'])
  expect(stderr).toBe('')
  return {...JSON.parse(stdout), status}
}

const cardsOf = (ebb: ReturnType<typeof program>): JsonCard[] => ebb.json(['cards']).cards

test('an import says per document what was found', () => {
  const ebb = program()
  const path = documentFile(RIVERS)
  const basic = {kind: 'basic', section: ['Rivers', 'Europe'], tags: ['water'], status: 'new'}
  const cloze = {...basic, kind: 'cloze', section: ['Rivers', 'Africa'], line: 17, endLine: 17}
  expect(ebb.json(['import', path])).toEqual({
    files: [
      {
        path,
        deck: 'Geography::Rivers',
        layout: 'hashcards',
        outcome: 'read',
        cards: [
          {
            ...basic,
            line: 9,
            endLine: 10,
            question: 'Which river flows through Vienna?',
            answer: 'The Danube.',
          },
          {
            ...basic,
            line: 12,
            endLine: 13,
            question: 'Where does the Rhine end?',
            answer: 'In the North Sea.',
          },
          {
            ...cloze,
            question: 'The **[…]** flows into the Mediterranean.',
            answer: 'The **Nile** flows into the Mediterranean.',
          },
          {
            ...cloze,
            question: 'The Nile flows into the **[…]**.',
            answer: 'The Nile flows into the **Mediterranean**.',
          },
        ],
        absent: [],
        unanswered: [],
        skippedBlocks: 4,
        diagnostics: [],
      },
    ],
    gone: [],
    splits: [],
    merges: [],
    uncertain: [],
    duplicates: [],
    summary: {...SUMMARY, new: 4},
  })
})

test('an import says so in words', () => {
  const path = documentFile(RIVERS)
  expect(program().run(['import', path])).toEqual({
    stdout: `${path}: 4 cards (hashcards) in deck Geography::Rivers: 4 new\n1 document, 4 cards: 4 new.\n`,
    stderr: '',
    status: 0,
  })
})

test('a dry run says the same and changes nothing', () => {
  const ebb = program()
  const path = documentFile(RIVERS)
  const dry = imported(ebb, path, '--dry-run')
  expect(cardsOf(ebb)).toEqual([])
  expect(ebb.run(['import', path, '--dry-run']).stdout).toContain(
    '1 document, 4 cards: 4 new.\nNothing was changed yet.\n',
  )
  expect(imported(ebb, path)).toEqual(dry)
  const before = cardsOf(ebb)
  writeFileSync(path, RIVERS.replace('Danube', 'blue Danube'))
  expect(imported(ebb, path, '--dry-run').summary).toMatchObject({changed: 1, unchanged: 3})
  expect(cardsOf(ebb)).toEqual(before)
})

test('importing twice changes nothing', () => {
  const ebb = program()
  const path = documentFile(RIVERS)
  imported(ebb, path)
  const before = cardsOf(ebb)
  ebb.run(['rate', before[0]?.id ?? '', 'easy'])
  const rated = cardsOf(ebb)
  expect(imported(ebb, path).summary).toEqual({...SUMMARY, unchanged: 4})
  expect(cardsOf(ebb)).toEqual(rated)
})

test('an import writes nothing into the document', () => {
  const path = documentFile(RIVERS)
  program().run(['import', path])
  expect(readFileSync(path, 'utf8')).toBe(RIVERS)
})

test('an edited question keeps its card and its schedule', () => {
  const ebb = program()
  const path = documentFile(RIVERS)
  imported(ebb, path)
  const [first] = cardsOf(ebb)
  const {schedule} = ebb.json(['rate', first?.id ?? '', 'good'])
  writeFileSync(path, RIVERS.replace('Which river flows', 'Which rivers flow'))
  const {files, summary} = imported(ebb, path)
  expect(summary).toEqual({...SUMMARY, changed: 1, unchanged: 3})
  expect(files[0].cards[0]).toMatchObject({
    question: 'Which rivers flow through Vienna?',
    status: 'changed',
  })
  expect(cardsOf(ebb)[0]).toMatchObject({
    id: first?.id,
    question: 'Which rivers flow through Vienna?',
    schedule,
  })
})

test('a question that leaves its document is absent, cannot be rated, and returns with its schedule', () => {
  const ebb = program()
  const path = documentFile(RIVERS)
  imported(ebb, path)
  const [, rhine] = cardsOf(ebb)
  const id = rhine?.id ?? ''
  const {schedule} = ebb.json(['rate', id, 'easy'])
  writeFileSync(path, RIVERS.replace(/Q: Where.*\nA: .*\n/, ''))
  const {files, summary} = imported(ebb, path)
  expect(summary).toEqual({...SUMMARY, cards: 3, unchanged: 3, absent: 1})
  expect(files[0].absent).toEqual([
    {note: id.split('.')[0], line: 12, question: 'Where does the Rhine end?', cards: 1},
  ])
  expect(cardsOf(ebb).map(card => card.id)).not.toContain(id)
  expect(ebb.json(['stats']).cards).toMatchObject({review: 0, absent: 1})
  expect(ebb.run(['rate', id, 'good'])).toEqual({
    stdout: '',
    stderr: `ebb: The card \`${id}\` is absent: its question is in no document any more\nImport the document that holds it.\n`,
    status: 1,
  })

  writeFileSync(path, RIVERS)
  expect(imported(ebb, path).summary).toEqual({...SUMMARY, unchanged: 3, returned: 1})
  expect(cardsOf(ebb)[1]).toMatchObject({id, schedule})
  expect(ebb.json(['doctor']).ok).toBe(true)
})

test('a document that moves takes its cards along', () => {
  const ebb = program()
  const path = documentFile(RIVERS)
  imported(ebb, path)
  const {schedule, card} = ebb.json(['rate', cardsOf(ebb)[0]?.id ?? '', 'easy'])
  const moved = join(dirname(path), 'moved.md')
  renameSync(path, moved)
  const {summary, gone} = imported(ebb, moved)
  expect(summary).toMatchObject({moved: 4, new: 0, absent: 0})
  expect(gone).toEqual([{path, renamedTo: moved, absent: []}])
  expect(cardsOf(ebb)[0]).toMatchObject({id: card, schedule, source: {path: moved}})
})

test('an emptied document is an error, and its cards stay as they were', () => {
  const ebb = program()
  const path = documentFile(RIVERS)
  imported(ebb, path)
  ebb.json(['rate', cardsOf(ebb)[0]?.id ?? '', 'easy'])
  const before = cardsOf(ebb)
  writeFileSync(path, '')
  const {files, summary, status} = imported(ebb, path)
  expect(status).toBe(1)
  expect(files[0]).toMatchObject({outcome: 'kept', diagnostics: [{rule: 'emptied-document'}]})
  expect(summary).toMatchObject({absent: 0, errors: 1})
  expect(cardsOf(ebb)).toEqual(before)
})

test('what would change or retire cards asks for consent where nobody can be asked', () => {
  const ebb = program()
  const path = documentFile(RIVERS)
  imported(ebb, path)
  const before = cardsOf(ebb)
  writeFileSync(path, RIVERS.replace(/Q: Where.*\nA: .*\n/, '').replace('Danube', 'blue Danube'))
  expect(ebb.run(['import', path])).toEqual({
    stdout: '',
    stderr:
      'ebb: This changes 1 and retires 1 of the cards that you have. Nothing was imported.\n' +
      'See what with --dry-run, and import with --yes. `ebb undo` takes an import back.\n',
    status: 1,
  })
  expect(ebb.run(['import', path, '--dry-run']).stdout).toContain(
    `\nChanged:\n  ${path}:9: “Which river flows through Vienna?”: answer changed\n` +
      `Retired:\n  ${path}:12: “Where does the Rhine end?”\n${path}: 3 cards`,
  )
  expect(cardsOf(ebb)).toEqual(before)
  expect(ebb.run(['import', '--yes', path]).status).toBe(0)
  expect(cardsOf(ebb)).toHaveLength(3)
  expect(ebb.run(['undo']).stdout).toBe('Took back the import of 1 document: 3 notes as before.\n')
  expect(cardsOf(ebb)).toEqual(before)
})

test('a question that may be an edited one is kept apart, unless that is accepted', () => {
  const ebb = program()
  const path = documentFile(RIVERS)
  imported(ebb, path)
  const [first] = cardsOf(ebb)
  writeFileSync(path, RIVERS.replace('Which river flows', 'What river runs'))
  const {summary, uncertain} = imported(ebb, path, '--dry-run')
  expect(summary).toMatchObject({new: 1, absent: 1})
  expect(uncertain).toMatchObject([
    {line: 9, candidate: {question: 'Which river flows through Vienna?'}, why: 'similar-question'},
  ])
  expect(ebb.run(['import', path]).stderr).toContain('With --accept, 1 uncertain match is taken')
  expect(imported(ebb, path, '--accept').summary).toMatchObject({changed: 1, new: 0, absent: 0})
  expect(cardsOf(ebb)[0]).toMatchObject({
    id: first?.id,
    question: 'What river runs through Vienna?',
  })
})

test('an import that new cards came with is taken back whole', () => {
  const ebb = program()
  imported(ebb, documentFile(RIVERS))
  expect(ebb.json(['undo']).undone).toMatchObject({kind: 'import', removed: 3})
  expect(cardsOf(ebb)).toEqual([])
  expect(ebb.run(['undo']).stdout).toBe('There is nothing to take back.\n')
})

test('a document that is as it was is not read again', () => {
  const ebb = program()
  const path = documentFile(RIVERS)
  imported(ebb, path)
  expect(ebb.run(['import', path]).stdout).toBe('1 unchanged document skipped, nothing new.\n')
})

test('deck, tags and layout can be given', () => {
  const ebb = program()
  const path = documentFile(RIVERS)
  imported(ebb, path, '--deck', 'Water', '--tag', 'a', '--tag', 'b')
  expect(cardsOf(ebb)[0]).toMatchObject({deck: 'Water', tags: ['water', 'a', 'b']})
  expect(imported(ebb, path, '--layout', 'tables').files[0]).toMatchObject({cards: []})
  expect(ebb.run(['import', path, '--layout', 'tabels'])).toMatchObject({
    stderr: expect.stringMatching(/^ebb: There is no layout `tabels`\nThere are .*tables/),
    status: 1,
  })
})

const UNANSWERED =
  '# T\n\n## What is 1?\n\nOne.\n\n## What is 2?\n\n## What is 3?\n\nThree.\n\n## What is 4?\n\nFour.\n'

test('unanswered questions are counted with their lines, and errors where one is strict', () => {
  const ebb = program()
  const path = documentFile(UNANSWERED)
  const strict = imported(ebb, path, '--strict')
  expect(strict).toMatchObject({status: 1, files: [{outcome: 'kept', unanswered: [7]}]})
  expect(cardsOf(ebb)).toEqual([])
  expect(ebb.run(['import', path]).stdout).toContain('3 new; 1 unanswered question (line 7)\n')
})

test('an explanation tells block by block what each was taken for', () => {
  const path = documentFile(UNANSWERED)
  const {stdout} = program().run(['import', '--explain', '--dry-run', path])
  expect(stdout).toContain('            1  skipped     heading\n          3–5  card')
  expect(stdout).toContain('            7  unanswered  question without an answer\n')
})

test('standard input is a document', () => {
  const ebb = program()
  const {stdout, status} = ebb.run(['import', '-', '--json'], {
    input: '# T\n\nQ: What is 1?\nA: One.\n',
  })
  expect(status).toBe(0)
  const {files, summary} = JSON.parse(stdout)
  expect(files).toMatchObject([{path: '-', deck: 'Standard input'}])
  expect(summary).toMatchObject({documents: 1, new: 1})
  const source = {path: expect.stringMatching(/^-/), line: 3}
  expect(cardsOf(ebb)).toMatchObject([{question: 'What is 1?', source}])
})

test('texts on standard input do not take the place of one another', () => {
  const ebb = program()
  const first = '# T\n\nQ: What is 1?\nA: One.\n'
  ebb.run(['import', '-'], {input: first})
  ebb.run(['import', '-'], {input: '# T\n\nQ: What is 2?\nA: Two.\n'})
  expect(cardsOf(ebb)).toMatchObject([{question: 'What is 1?'}, {question: 'What is 2?'}])
  const {stdout} = ebb.run(['import', '-', '--json'], {input: first})
  expect(JSON.parse(stdout).summary).toMatchObject({unchanged: 1, absent: 0})
})

test('what is imported from further below stays in its deck, and moves where its path says more', () => {
  const ebb = program()
  const folder = temporaryDirectory()
  const lang = join(folder, 'lang')
  const path = documentFile('Q: Who owns a value?\nA: One binding.\n', {
    folder: lang,
    name: 'rust.md',
  })
  const deckAfter = (...args: string[]) => {
    const {files, summary} = imported(ebb, ...args)
    const [{deck}] = ebb.json(['cards']).cards
    expect(files.every((file: {deck: string}) => file.deck === deck)).toBe(true)
    return [deck, summary.moved]
  }
  expect(deckAfter(path)).toEqual(['rust', 0])
  expect(deckAfter(lang)).toEqual(['rust', 0])
  expect(deckAfter(folder)).toEqual(['lang::rust', 1])
  expect(deckAfter(lang)).toEqual(['lang::rust', 0])
  expect(deckAfter(path)).toEqual(['lang::rust', 0])
  writeFileSync(path, 'Q: Who owns a value?\nA: One binding, at any time.\n')
  expect(deckAfter(path)).toEqual(['lang::rust', 0])
  expect(deckAfter(path, '--deck', 'Rust')).toEqual(['Rust', 1])
  writeFileSync(
    path,
    '---\ndeck: Systems\n---\nQ: Who owns a value?\nA: One binding, at any time.\n',
  )
  expect(deckAfter(path)).toEqual(['Systems', 1])
})

test('a folder is searched for documents, in the order of their names; its folders are decks', () => {
  const ebb = program()
  const folder = temporaryDirectory()
  const question = (text: string) => `# T\n\nQ: ${text}\nA: Yes.\n`
  for (const [name, text] of [
    ['b.md', 'Is this b?'],
    ['a.markdown', 'Is this a?'],
    ['sub/deep/c.md', 'Is this c?'],
    [' ::/::z.md', 'Is this z?'],
    ['.hidden/d.md', 'Is this d?'],
    ['node_modules/e.md', 'Is this e?'],
    ['f.js', 'Is this f?'],
  ] as const) {
    documentFile(question(text), {name, folder})
  }
  const {files} = imported(ebb, folder)
  expect(files.map(({path, deck}: {path: string; deck: string}) => [path, deck])).toEqual([
    [join(folder, ' ::/::z.md'), 'z'],
    [join(folder, 'a.markdown'), 'a'],
    [join(folder, 'b.md'), 'b'],
    [join(folder, 'sub/deep/c.md'), 'sub::deep::c'],
  ])
  expect(cardsOf(ebb).map(({question}) => question)).toEqual([
    'Is this z?',
    'Is this a?',
    'Is this b?',
    'Is this c?',
  ])
})

test('a file that is named twice is imported once', () => {
  const ebb = program()
  const path = documentFile(RIVERS)
  const roundabout = `${dirname(path)}/.//rivers.md`
  expect(imported(ebb, path, path, roundabout).summary).toEqual({...SUMMARY, new: 4})
  expect(cardsOf(ebb)).toHaveLength(4)
})

test('a path is reported as it was given, and stored in full', () => {
  const ebb = program()
  const path = documentFile(RIVERS)
  const {stdout} = ebb.run(['import', 'rivers.md'], {cwd: dirname(path)})
  expect(stdout).toMatch(/^rivers\.md: /)
  expect(cardsOf(ebb)[0]).toMatchObject({source: {path}})
})
