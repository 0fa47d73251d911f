import {join} from 'node:path'
import {expect, test} from 'vitest'
import {documentFile, RIVERS} from '../support/documents.ts'
import {program} from '../support/program.ts'

const NOTE_ID = /^[0-9a-hjkmnp-tv-z]{12}$/
const ENTRY_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/

/** A collection of four cards, and its document. Intervals are not spread by chance, so that they can be named. */
function rivers() {
  const ebb = program()
  ebb.run(['config', 'fuzz', 'off'])
  const path = documentFile(RIVERS)
  const {status, stderr} = ebb.run(['import', path])
  if (status !== 0) throw new Error(stderr)
  const ids: string[] = ebb.json(['cards']).cards.map(({id}: {id: string}) => id)
  return {...ebb, path, ids}
}

/** Runs, expects success and nothing on standard error, and gives what was printed. */
function said(ebb: Pick<ReturnType<typeof program>, 'run'>, ...args: string[]): string {
  const {stdout, stderr, status} = ebb.run(args)
  expect({stderr, status}).toEqual({stderr: '', status: 0})
  return stdout
}

test('due counts what a session would ask, siblings once', () => {
  const ebb = rivers()
  expect(said(ebb, 'due')).toBe(
    `3 cards to review: 3 new, 0 learning, 0 in review

deck               new  learning  review
Geography::Rivers    3         0       0
`,
  )
  const counts = {total: 3, new: 3, learning: 0, review: 0}
  expect(ebb.json(['due'])).toEqual({...counts, decks: [{deck: 'Geography::Rivers', ...counts}]})
})

test('a deck is chosen by its name or one above it, in any case of letters', () => {
  const ebb = rivers()
  ebb.run(['import', documentFile('# A\n\nQ: What is 1?\nA: One.\n', {name: 'numbers.md'})])
  expect(ebb.json(['due']).total).toBe(4)
  expect(ebb.json(['due', 'geography']).total).toBe(3)
  expect(ebb.json(['due', 'Geography::Rivers', 'NUMBERS']).total).toBe(4)
  expect(ebb.json(['next', 'numbers']).card.question).toBe('What is 1?')
  expect(ebb.run(['due', 'geo'])).toEqual({
    stdout: '',
    stderr:
      'ebb: There is no deck `geo`\nDid you mean `Geography`, `Geography::Rivers`? `ebb decks` lists all decks, `ebb help` all commands.\n',
    status: 1,
  })
})

test('no deck is named that is not near what was typed', () => {
  const ebb = rivers()
  ebb.run(['import', documentFile('# A\n\nQ: What is 1?\nA: One.\n', {name: 'numbers.md'})])
  const hint = (deck: string) => ebb.run(['due', deck]).stderr.split('\n')[1]
  expect(hint('nubmers')).toMatch(/^Did you mean `numbers`\? /)
  expect(hint('cooking')).toBe('`ebb decks` lists all decks, `ebb help` all commands.')
})

test('a deck that is sought in an empty collection leads to the import', () => {
  expect(program().run(['next', 'geo'])).toEqual({
    stdout: '',
    stderr: 'ebb: There is no deck `geo`\nThere are no decks yet: import a document first.\n',
    status: 1,
  })
})

test('next prints the first card with what each rating leads to', () => {
  const ebb = rivers()
  expect(said(ebb, 'next')).toBe(
    'Geography::Rivers › Rivers › Europe\n\nWhich river flows through Vienna?\n',
  )
  expect(said(ebb, 'next', '--answer')).toBe(
    `Geography::Rivers › Rivers › Europe

Which river flows through Vienna?

────

The Danube.

again 1m · hard 6m · good 10m · easy 8d
ebb rate ${ebb.ids[0]} again|hard|good|easy
`,
  )
  const {card, ratings} = ebb.json(['next'])
  expect(card).toEqual({
    id: ebb.ids[0],
    note: expect.stringMatching(NOTE_ID),
    deck: 'Geography::Rivers',
    section: ['Rivers', 'Europe'],
    tags: ['water'],
    kind: 'basic',
    question: 'Which river flows through Vienna?',
    answer: 'The Danube.',
    source: {path: ebb.path, line: 9},
    marks: {suspended: false, buriedUntil: null, flag: null, needsFixing: false, tags: []},
    schedule: {phase: 'new'},
  })
  expect(Object.keys(ratings)).toEqual(['again', 'hard', 'good', 'easy'])
  expect(ratings.good).toEqual({
    wait: '10m',
    phase: 'learning',
    due: '2026-03-02T09:10:00+00:00',
    stabilityDays: 2.3065,
    difficulty: expect.closeTo(2.1181, 4),
    lastReview: '2026-03-02T09:00:00+00:00',
    reps: 1,
    lapses: 0,
  })
  expect(ratings.easy).toMatchObject({wait: '8d', phase: 'review', due: '2026-03-10'})
})

test('rate does what next announced', () => {
  const ebb = rivers()
  const {card, ratings} = ebb.json(['next'])
  const {wait, ...schedule} = ratings.easy
  expect(ebb.json(['rate', card.id, 'easy'])).toEqual({
    id: expect.stringMatching(ENTRY_ID),
    card: card.id,
    rating: 'easy',
    schedule,
  })
  expect(wait).toBe('8d')
  expect(ebb.json(['cards', 'Danube']).cards).toEqual([{...card, schedule}])
  expect(ebb.json(['next']).card.id).toBe(ebb.ids[1])
})

test('rate takes the beginning of an id, in capitals too, and says the wait in words', () => {
  const ebb = rivers()
  expect(said(ebb, 'rate', ebb.ids[0]?.slice(0, 8).toUpperCase() ?? '', 'good')).toBe(
    'Rated good. Next in 10 minutes.\n',
  )
  expect(said(ebb, 'rate', ebb.ids[1] ?? '', 'easy')).toBe('Rated easy. Next in 8 days.\n')
})

test('rate refuses a beginning that several ids share', () => {
  const ebb = rivers()
  const note = ebb.ids[2]?.split('.')[0] ?? ''
  expect(ebb.run(['rate', note, 'good'])).toEqual({
    stdout: '',
    stderr: `ebb: More than one card’s id begins with \`${note}\`: ${note}.c1, ${note}.c2\nType more of the id.\n`,
    status: 1,
  })
  expect(ebb.json(['doctor']).entries).toBe(0)
})

test('rate refuses an id that no card has', () => {
  expect(rivers().run(['rate', 'uuuu', 'good'])).toEqual({
    stdout: '',
    stderr: 'ebb: No card has the id `uuuu`\n`ebb cards` lists cards with their ids.\n',
    status: 1,
  })
})

test('undo takes back rating after rating, each in a process of its own', () => {
  const ebb = rivers()
  const [first = '', second = ''] = ebb.ids
  const before = ebb.json(['cards'])
  ebb.json(['rate', first, 'good'])
  const learning = ebb.json(['cards', 'Danube']).cards[0].schedule
  ebb.json(['rate', second, 'easy'])
  const last = ebb.json(['rate', first, 'again'])

  expect(ebb.json(['undo'])).toEqual({
    undone: {kind: 'review', id: last.id, card: first, rating: 'again', schedule: learning},
  })
  expect(said(ebb, 'undo')).toBe('Took back “easy” on: Where does the Rhine end?\n')
  expect(ebb.json(['undo']).undone).toMatchObject({card: first, schedule: {phase: 'new'}})
  expect(ebb.json(['cards'])).toEqual(before)
  expect(ebb.json(['undo']).undone).toMatchObject({
    kind: 'import',
    at: expect.stringMatching(/^2026-03-02T09:00:0\d/),
  })
  expect(ebb.json(['cards'])).toEqual({cards: []})
  expect(ebb.json(['undo'])).toEqual({undone: null})
  expect(said(ebb, 'undo')).toBe('There is nothing to take back.\n')
  expect(ebb.json(['doctor'])).toEqual({ok: true, cards: 2, entries: 6, findings: []})
})

test('cards lists cards with their waits, and finds text in any case of letters', () => {
  const ebb = rivers()
  const [first = '', second = '', third = '', fourth = ''] = ebb.ids
  ebb.run(['rate', first, 'good'])
  ebb.run(['rate', second, 'easy'])
  expect(said(ebb, 'cards')).toBe(
    `${first}     10m  Which river flows through Vienna?
${second}      8d  Where does the Rhine end?
${third}     new  The **[…]** flows into the Mediterranean.
${fourth}     new  The Nile flows into the **[…]**.
`,
  )
  const found = (text: string) => ebb.json(['cards', text]).cards.map(({id}: {id: string}) => id)
  expect(found('NORTH sea')).toEqual([second])
  expect(found('nile')).toEqual([third, fourth])
  expect(found('Thames')).toEqual([])
  expect(said(ebb, 'cards', 'Thames')).toBe('No card holds “Thames”.\n')
})

test('decks counts cards by deck, before the daily limits', () => {
  const ebb = rivers()
  ebb.run(['config', 'new-per-day', '1'])
  ebb.run(['rate', ebb.ids[0] ?? '', 'good'])
  expect(ebb.json(['decks'])).toEqual({
    decks: [{deck: 'Geography::Rivers', cards: 4, new: 3, learning: 1, review: 0}],
    sources: 1,
  })
  expect(said(ebb, 'decks')).toBe(
    `deck               cards  new  learning  review
Geography::Rivers      4    3         1       0
`,
  )
})

test('stats counts what was answered and not taken back', () => {
  const ebb = rivers()
  const [first = '', second = ''] = ebb.ids
  ebb.run(['rate', first, 'easy'])
  ebb.run(['rate', second, 'again'])
  ebb.run(['rate', second, 'hard'])
  ebb.run(['undo'])
  const tenDaysLater = {EBB_NOW: '2026-03-12T09:00:00+00:00'}
  ebb.json(['rate', first, 'again'], tenDaysLater)
  expect(ebb.json(['stats'], tenDaysLater)).toMatchObject({
    today: {
      introduced: 0,
      reviewed: 1,
      answers: 1,
      durationMs: 0,
      ratings: {again: 1, hard: 0, good: 0, easy: 0},
    },
    streakDays: 1,
    studyDays: 2,
    retention: {days: 30, reviewed: 1, passed: 0, desired: 0.9},
    cards: {new: 2, learning: 1, review: 0, relearning: 1, absent: 0, suspended: 0},
  })
  const printed = said(ebb, 'stats')
  expect(printed).toContain('2 answers in 0 s: 1 again, 0 hard, 0 good, 1 easy.\n')
  expect(printed).toContain('2 new cards, 0 reviews;')
  expect(printed).toContain('1 day in a row; at most 1; 1 day in all.\n')
})

test('config reads, sets and resets, for every process from then on', () => {
  const ebb = program()
  expect(said(ebb, 'config', 'retention')).toBe('0.9\n')
  expect(said(ebb, 'config', 'retention', '85 %')).toBe('0.85\n')
  expect(ebb.json(['config', 'retention'])).toEqual({
    settings: {retention: {value: '0.85', default: '0.9'}},
  })
  expect(said(ebb, 'config')).toContain('retention = 0.85\n')
  expect(said(ebb, 'config')).toContain('(default: 0.9)')
  expect(said(ebb, 'config', 'learning-steps', '1m', '--json')).toContain('"1m"')
  expect(said(ebb, 'config', 'retention', '--unset')).toBe('0.9\n')
  const {settings} = ebb.json(['config'])
  expect(Object.keys(settings)).toEqual([
    'retention',
    'new-per-day',
    'reviews-per-day',
    'learning-steps',
    'relearning-steps',
    'rollover',
    'learn-ahead',
    'maximum-interval',
    'fuzz',
    'parameters',
    'reveal',
    'buttons',
    'keys',
    'bindings',
    'theme',
    'background',
    'align',
    'ascii',
    'timer',
    'goal-minutes',
    'type',
    'images',
    'links',
  ])
  expect(settings['learning-steps']).toEqual({value: '1m', default: '1m 10m'})
})

test.each([
  {args: ['retention', '1.5'], problem: 'The desired retention must be from 0.7 to 0.99, not 1.5.'},
  {args: ['retention', 'much'], problem: '`much` is no value of retention'},
  {
    args: ['rollover', '-1'],
    problem: 'The rollover hour must be a whole number from 0 to 23, not -1.',
  },
  {args: ['parameters', '1 2'], problem: 'FSRS-6 has 21 parameters, and these are 2.'},
  {args: ['speed', '3'], problem: 'There is no option `speed`'},
  {args: ['retention', '0.8', '--unset'], problem: 'A value cannot be set and unset at once'},
])('config refuses $args and changes nothing', ({args, problem}) => {
  const ebb = program()
  const before = ebb.json(['config'])
  const {stdout, stderr, status} = ebb.run(['config', ...args])
  expect({stdout, status}).toEqual({stdout: '', status: 1})
  expect(stderr.split('\n')).toEqual([`ebb: ${problem}`, expect.stringMatching(/\w/), ''])
  expect(ebb.json(['config'])).toEqual(before)
})

test('new settings touch no schedule', () => {
  const ebb = rivers()
  ebb.run(['rate', ebb.ids[0] ?? '', 'easy'])
  const before = ebb.json(['cards'])
  for (const [key, value] of [
    ['retention', '0.8'],
    ['maximum-interval', '3'],
    ['rollover', '0'],
  ] as const) {
    ebb.run(['config', key, value])
    expect(ebb.json(['cards'])).toEqual(before)
    ebb.run(['config', key, '--unset'])
    expect(ebb.json(['cards'])).toEqual(before)
  }
  expect(ebb.json(['doctor']).ok).toBe(true)
})

test('an empty collection has an answer to everything', () => {
  const ebb = program()
  const hint = 'There are no cards yet. `ebb import PATH` makes some from your documents.\n'
  expect(said(ebb, 'due')).toBe(hint)
  expect(said(ebb, 'next')).toBe(hint)
  expect(said(ebb, 'cards')).toBe('There are no cards yet.\n')
  expect(said(ebb, 'decks')).toBe('There are no decks yet. `ebb import PATH` makes some.\n')
  expect(said(ebb, 'undo')).toBe('There is nothing to take back.\n')
  expect(said(ebb, 'doctor')).toContain('Everything is as it should be: 0 cards')
  expect(ebb.json(['due'])).toEqual({total: 0, new: 0, learning: 0, review: 0, decks: []})
  expect(ebb.json(['next'])).toEqual({card: null})
  expect(ebb.json(['cards'])).toEqual({cards: []})
  expect(ebb.json(['decks'])).toEqual({decks: [], sources: 0})
  expect(ebb.json(['stats']).cards).toEqual({
    new: 0,
    learning: 0,
    review: 0,
    relearning: 0,
    absent: 0,
    suspended: 0,
  })
  expect(said(ebb, 'stats')).toBe(
    'There are no cards yet.\n`ebb import PATH` makes some from your documents.\n',
  )
})

test('without a terminal, review prints what is due, with and without its name', () => {
  const ebb = rivers()
  const due = said(ebb, 'due')
  expect(due).toContain('3 cards to review')
  expect(said(ebb, 'review')).toBe(due)
  expect(said(ebb)).toBe(due)
  expect(said(ebb, 'review', 'geography')).toBe(due)
})

test('the collection lies in EBB_HOME, else below XDG_DATA_HOME, else below the home folder', () => {
  const {run, home} = program()
  const path = documentFile(RIVERS)
  const total = (env: Record<string, string>) =>
    JSON.parse(run(['due', '--json'], {env}).stdout).total
  const below = (...path: string[]) => join(home, ...path)
  run(['import', path], {env: {EBB_HOME: below('xdg', 'ebb')}})
  run(['import', path], {env: {EBB_HOME: below('.local', 'share', 'ebb')}})
  run(['rate', cardIn(below('.local', 'share', 'ebb')), 'easy'], {
    env: {EBB_HOME: below('.local', 'share', 'ebb')},
  })
  expect(total({EBB_HOME: '', XDG_DATA_HOME: below('xdg')})).toBe(3)
  expect(total({EBB_HOME: '', XDG_DATA_HOME: '', HOME: home})).toBe(2)

  function cardIn(folder: string): string {
    const {stdout} = run(['next', '--json'], {env: {EBB_HOME: folder}})
    return JSON.parse(stdout).card.id
  }
})
