import fc from 'fast-check'
import {expect, test} from 'vitest'
import {NO_MARKS} from '../../../src/core/marks.ts'
import type {SessionEffect} from '../../../src/core/session-effects.ts'
import {UserError} from '../../../src/core/user-error.ts'
import {widthOf} from '../../../src/render/line.ts'
import {cardInfoOf} from '../../../src/ui/panels/card-info.ts'
import {runPlainReview} from '../../../src/ui/plain/run-plain-review.ts'
import {WORDS} from '../../../src/ui/plain/typed-line.ts'
import {learningDue, makeCard, makeContext, reviewDue} from '../../support/ui-cards.ts'
import {makeController, type ReviewSetup} from '../../support/ui-review.ts'

const POINTS = '**Solid.** It keeps its shape.\n\n**Liquid.** It flows.\n\n**Gas.** It spreads.'
const STATES = makeCard('s', undefined, {
  content: {kind: 'basic', question: 'Which states has water?', answer: POINTS},
})

interface PlainSetup extends ReviewSetup {
  readonly lines: readonly string[]
  readonly columns?: number
  readonly ascii?: boolean
}

/** The review of some cards, fed with lines; what was written, and what was done. */
async function reviewPlainly({lines, columns = 80, ascii = false, ...setup}: PlainSetup) {
  const context = setup.context ?? makeContext()
  const made = makeController({
    ...setup,
    options: {
      readCardInfo: (card, moment) => cardInfoOf(card, [], moment, context),
      search: () => ({results: setup.queue.main ?? [], total: setup.queue.main?.length ?? 0}),
      ...setup.options,
    },
  })
  const rest = [...lines]
  let text = ''
  const ending = await runPlainReview({
    controller: made.controller,
    ascii,
    lines: {next: async () => rest.shift(), forget: async () => {}},
    write: piece => {
      text += piece
      return true
    },
    columns: () => columns,
    echoes: false,
  })
  return {...made, ending, text}
}

const ratingsIn = (effects: readonly SessionEffect[]) =>
  effects.flatMap(effect => (effect.type === 'record-review' ? [effect.review.rating] : []))

test('a question, a prompt, the answer, a prompt with true intervals, and the summary', async () => {
  const {text, effects, ending} = await reviewPlainly({
    queue: {main: [makeCard('a', reviewDue(0))]},
    lines: ['', '3', ''],
  })
  expect(text).toBe(`
Backend / Databases, 1 of 1

What is a?

[enter] answer, ? help, q leave: 

It is a.

1 again 10m, 2 hard 8d, 3 good 12d, 4 easy 19d, [enter] good: 3

Recorded: good; next in 12 days.

That is all for now.
1 card in 0 s.
again 0 · hard 0 · good 1 · easy 0
Next: 8 cards tomorrow.
Retention  100 %: 1 of 1 review recalled

[enter] leave, u undo: 
`)
  expect(ratingsIn(effects)).toEqual(['good'])
  expect(ending.how).toBe('finished')
})

test('point by point, each enter shows one more, and only that', async () => {
  const {text} = await reviewPlainly({
    queue: {main: [STATES]},
    settings: {revealMode: 'points'},
    lines: ['', '', ''],
  })
  expect(text).toContain('part 1 of 3, [enter] next, a all, 1 again')
  for (const part of ['**Solid.**', '**Liquid.**', '**Gas.**']) {
    expect(text.split(part)).toHaveLength(2)
  }
  expect(text.indexOf('part 2 of 3')).toBeGreaterThan(text.indexOf('**Liquid.**'))
})

test('the points of an outline are ticked off by their numbers, and stored with the rating', async () => {
  const {text, effects} = await reviewPlainly({
    queue: {main: [STATES]},
    settings: {revealMode: 'outline'},
    lines: ['', '4', '3 1', ''],
  })
  expect(text).toContain('1. Solid\n2. Liquid\n3. Gas\n')
  expect(text).toContain('The points have the numbers 1 to 3.')
  expect(text).toContain('2 of 3 points recalled. Suggested: hard.')
  expect(text).toContain('[enter] hard:')
  expect(effects).toMatchObject([
    {type: 'record-review', review: {rating: 'hard', points: {recalled: 2, total: 3}}},
  ])
})

test.each([
  {typed: 'Liquid', numbers: '2'},
  {typed: 'all', numbers: '1-3'},
  {typed: 'none', numbers: ''},
])('of an outline $typed can be ticked', async ({typed, numbers}) => {
  const {effects} = await reviewPlainly({
    queue: {main: [STATES]},
    settings: {revealMode: 'outline'},
    lines: ['', numbers, '1'],
  })
  const recalled = {Liquid: 1, all: 3, none: 0}[typed]
  expect(effects).toMatchObject([{review: {points: {recalled, total: 3}}}])
})

test('a typed answer is compared word by word', async () => {
  const answer = 'Postgres is a database'
  const card = makeCard('p', undefined, {content: {kind: 'basic', question: 'What?', answer}})
  const {text} = await reviewPlainly({
    queue: {main: [card]},
    settings: {typeAnswers: true},
    lines: ['Postgre is no small database', ':q'],
  })
  expect(text).toContain('missing: Postgres ... a\nextra: Postgre ... no small\n')
  expect(text).toContain('Suggested: ')
})

test('where answers are typed, a colon tells commands from answers, and typing goes on after them', async () => {
  const {text, effects} = await reviewPlainly({
    queue: {main: [makeCard('a'), makeCard('b')]},
    settings: {typeAnswers: true},
    lines: [':f 2', ':i', ':h', ':nonsense', ':?', 's', '1', ':s', ':q'],
  })
  expect(text).toContain('The card has flag 2.')
  expect(text.match(/Type the answer/g)).toHaveLength(8)
  expect(text).toContain('An answer that begins with a colon needs two.')
  expect(effects.map(({type}) => type)).toEqual([
    ...['record-action', 'record-review', 'record-action'],
  ])
})

test('an answer may begin with a colon', async () => {
  const card = makeCard('r', undefined, {
    content: {kind: 'basic', question: 'What?', answer: ':root'},
  })
  const lines = ['::root', '']
  const {text} = await reviewPlainly({queue: {main: [card]}, settings: {typeAnswers: true}, lines})
  expect(text).toContain('What you typed is right.')
})

test('two buttons are again and good', async () => {
  const {text, effects} = await reviewPlainly({
    queue: {main: [makeCard('a'), makeCard('b')]},
    settings: {buttons: 2},
    lines: ['', '4', 'hard', '2', '', '1'],
  })
  expect(text).toContain('1 again 1m, 2 good 10m, [enter] good:')
  expect(text).toContain('There are two ratings: again and good.')
  expect(ratingsIn(effects)).toEqual(['good', 'again'])
})

test('while nothing can be asked, it says how long, and enter looks again', async () => {
  const setup = {queue: {learning: [makeCard('a', learningDue(90))]}}
  const {text} = await reviewPlainly({...setup, lines: ['', '']})
  expect(text.match(/Next learning card in 1\.2 hours\./g)).toHaveLength(3)
  expect(text).toContain('[enter] look again, q leave:')
})

test('after the goal one may go on', async () => {
  const {text} = await reviewPlainly({
    queue: {main: [makeCard('a'), makeCard('b')]},
    options: {limits: {cards: 1}},
    lines: ['', '4', 'g', ''],
  })
  expect(text).toContain('That is the goal.')
  expect(text).toContain('[enter] leave, g go on:')
  expect(text).toContain('It is b.')
})

test.each<readonly [line: string, said: string]>([
  ['1', 'There is nothing to rate before the answer is shown: [enter] shows it.'],
  ['what', 'That means nothing here. ? lists what can be typed.'],
  ['g', 'That means nothing here. ? lists what can be typed.'],
  ['f', 'A flag is set by f and a number from 1 to 7; f 0 takes it away.'],
  ['t', 'Tags are set by t and all tags that you want, with spaces between them; t -'],
  ['/', 'A search is / and words of a question or an answer.'],
  ['u', 'Nothing to take back.'],
  ['p', 'No card was answered before this one.'],
  ['e', 'Cards cannot be edited here.'],
  ['o', 'Images cannot be opened here.'],
  ['n', 'Marked as needing to be fixed'],
  ['s', 'Suspended: the card is not asked any more.'],
  ['B', 'Buried until tomorrow: the card, and all others of its note.'],
  ['t one two', 'Your tags: one, two.'],
  ['h', 'I· i· a.'],
  ['w', 'This card is new:'],
  ['m', 'Answers are shown point by point.'],
  ['/a', '1 card: Backend / Databases, not asked yet'],
])('%j before the answer: %s', async (line, said) => {
  const {text} = await reviewPlainly({queue: {main: [makeCard('a')]}, lines: [line]})
  expect(text).toContain(said)
  expect(text.endsWith(': \n')).toBe(true)
})

test('tags are taken away by a dash', async () => {
  const card = {...makeCard('a'), tags: ['x'], marks: {...NO_MARKS, ownTags: ['x']}}
  const {text} = await reviewPlainly({queue: {main: [card]}, lines: ['t -']})
  expect(text).toContain('The note has no tags of yours.')
})

test('undo leads back to the answer, and that is told from its question on', async () => {
  const {text, effects} = await reviewPlainly({
    queue: {main: [makeCard('a'), makeCard('b')]},
    lines: ['', '4', 'u', '1'],
  })
  expect(text.split('Taken back: the rating easy.')[1]).toMatch(
    /^\n\nBackend \/ Databases, 1 of 2\n\nWhat is a\?\n\nIt is a\.\n\n1 again 1m/,
  )
  expect(effects.map(({type}) => type)).toEqual([
    ...['record-review', 'revert-review', 'record-review'],
  ])
})

test('what the collection refuses is said, and the card stays', async () => {
  const {text} = await reviewPlainly({
    queue: {main: [makeCard('a')]},
    perform: () => {
      throw new UserError('The disk is full', 'Free some space.')
    },
    lines: ['', '3'],
  })
  expect(text).toContain('! The disk is full\nFree some space.\n')
  expect(text).not.toContain('Recorded')
})

test('where nobody reads any more, no line is taken for a rating', async () => {
  const {controller, effects} = makeController({queue: {main: [makeCard('a')]}})
  const lines = ['', '3']
  const next = async () => lines.shift()
  const {how} = await runPlainReview({
    controller,
    ascii: false,
    lines: {next, forget: async () => {}},
    write: () => false,
    columns: () => 80,
    echoes: true,
  })
  expect(how).toBe('left')
  expect(effects).toEqual([])
})

test('where a new day has begun before the rating, the new times are told first', async () => {
  const made = makeController({queue: {main: [makeCard('a', reviewDue(0))]}})
  const lines = ['', '3', '3', 'q']
  let text = ''
  await runPlainReview({
    controller: made.controller,
    ascii: false,
    lines: {
      next: async () => {
        if (lines.length === 3) made.pass(24 * 60)
        return lines.shift()
      },
      forget: async () => {},
    },
    write: piece => {
      text += piece
      return true
    },
    columns: () => 80,
    echoes: true,
  })
  expect(text).toContain('A new day has begun, and the times of the ratings are others.')
  const [first, second] = [...text.matchAll(/3 good (\d+)d/g)].map(([, days]) => Number(days))
  expect(second).toBeGreaterThan(first ?? Number.NaN)
  expect(text).toContain(`Recorded: good; next in ${second} days.`)
  expect(ratingsIn(made.effects)).toEqual(['good'])
})

test('a signal ends it while it waits for a line', async () => {
  const {controller} = makeController({queue: {main: [makeCard('a')]}})
  const abort = new AbortController()
  const ended = runPlainReview({
    controller,
    ascii: false,
    lines: {next: () => new Promise(() => {}), forget: async () => {}},
    write: () => true,
    columns: () => 80,
    echoes: true,
    signal: abort.signal,
  })
  abort.abort()
  expect((await ended).how).toBe('aborted')
})

const line = fc.oneof(
  fc.constantFrom('', '', '', '1', '2', '3', '4', 'again', 'good', '1 3', '2-3', 'f 2', 't a -'),
  fc.constantFrom(
    ...Object.values(WORDS)
      .map(({letter}) => letter)
      .filter(each => each !== 'q'),
  ),
  fc.constantFrom('/a', '/', ':u', ':', '::', 'reveal', 'easy'),
  fc.string({unit: 'grapheme', maxLength: 12}),
  fc.string({unit: 'binary', maxLength: 6}),
)

test('whatever is typed, nothing throws, and the log holds exactly what was said to be recorded', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, {maxLength: 40}),
      fc.record({
        revealMode: fc.constantFrom('all', 'points', 'outline'),
        buttons: fc.constantFrom(2, 4),
        typeAnswers: fc.boolean(),
      }),
      fc.constantFrom<'schedule' | 'cram'>('schedule', 'cram'),
      fc.integer({min: 20, max: 100}),
      fc.func(fc.integer({min: 0, max: 4})),
      async (lines, settings, mode, columns, chance) => {
        let calls = 0
        const {text, effects} = await reviewPlainly({
          queue: {main: [STATES, makeCard('a', reviewDue(-1)), makeCard('b')]},
          context: {...makeContext(), mode},
          settings,
          columns,
          ascii: true,
          lines,
          perform: () => {
            calls += 1
            if (chance(calls) === 0) throw new UserError('The collection is in use')
          },
        })
        const said = text.replace(/\s+/g, ' ')
        const recorded = [...said.matchAll(/Recorded: (again|hard|good|easy);/g)].length
        const taken = [...said.matchAll(/Taken back: the rating (?:again|hard|good|easy)\./g)]
          .length
        const count = (pattern: RegExp) => effects.filter(({type}) => pattern.test(type)).length
        expect(recorded).toBe(count(/^record-(?:review|practice)$/))
        expect(taken).toBe(count(/^revert-(?:review|practice)$/))
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
        expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/)
      },
    ),
    {numRuns: 150},
  )
})

test.each([20, 40, 80])('at %i columns no line is wider', async columns => {
  const {text} = await reviewPlainly({
    queue: {main: [STATES]},
    settings: {revealMode: 'outline'},
    columns,
    lines: ['?', 'i', 'w', 'h', '', '1', '3', '/x'],
  })
  for (const each of text.split('\n').filter(each => !/: $/.test(each))) {
    expect(widthOf([{text: each}])).toBeLessThanOrEqual(columns)
  }
})
