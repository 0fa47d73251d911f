import {describe, expect, test} from 'vitest'
import {makeCard, reviewDue} from '../../support/ui-cards.ts'
import {openReview} from '../../support/ui-review.ts'
import {KEYS} from '../../support/ui-terminal.ts'

const ITEMS = Array.from({length: 40}, (_, index) => `- point ${index + 1}`)

const PLANETS = makeCard('planets', reviewDue(0), {
  content: {
    kind: 'basic',
    question: 'What do the planets have in common?',
    answer: [
      '## Orbit',
      '',
      'They go round the Sun.',
      '',
      '## Shape',
      '',
      'They are round.',
      '',
      '## Way',
      '',
      '**Cleared:** nothing else is on it.',
    ].join('\n'),
  },
})
const MANY = makeCard('many', reviewDue(0), {
  content: {kind: 'basic', question: 'Which points?', answer: ITEMS.join('\n')},
})
const SHORT = makeCard('short', reviewDue(0), {
  content: {kind: 'basic', question: 'Which planet is red?', answer: 'Mars.'},
})

describe('an answer that is shown point by point', () => {
  const points = {revealMode: 'points'} as const

  test('shows one part more with each press, and takes space for good when all is shown', async () => {
    const {screen, effects} = openReview({queue: {main: [PLANETS, SHORT]}, settings: points})
    await screen.press(KEYS.space, 'part 1 of 6')
    expect(screen.text()).toContain('Orbit')
    expect(screen.text()).not.toContain('They go round')
    await screen.press(KEYS.space, 'They go round')
    await screen.press('    ', 'Cleared')
    expect(effects).toEqual([])
    await screen.press(KEYS.space, 'Which planet is red?')
    expect(effects).toMatchObject([{review: {rating: 'good'}}])
  })

  test('can be rated from the first part on', async () => {
    const {screen, effects} = openReview({queue: {main: [PLANETS, SHORT]}, settings: points})
    await screen.press(KEYS.space, 'part 1 of 6')
    expect(screen.text()).toContain('1 again')
    await screen.press('1', 'Which planet is red?')
    expect(effects).toMatchObject([{review: {rating: 'again'}}])
  })

  test('keeps the newest part in sight, however long the answer', async () => {
    const {screen} = openReview({queue: {main: [MANY]}, settings: points})
    await screen.press(KEYS.space, 'part 1 of 40')
    for (let part = 2; part <= 40; part += 1) {
      await screen.press(KEYS.space, `part ${part} of 40`)
      expect(screen.text()).toContain(`point ${part}`)
      expect(screen.text()).not.toContain(`point ${part + 1}`)
    }
    expect(screen.text()).toContain('26–40 of 40')
    expect(screen.text()).toContain('Which points?')
  })

  test('shows the rest at once with a key of its own, what is read staying in its place', async () => {
    const {screen} = openReview({queue: {main: [MANY]}, settings: points})
    await screen.press(' '.repeat(20), 'part 20 of 40')
    const before = screen.lines().findIndex(line => line.includes('point 12'))
    await screen.press('a', 'part 40 of 40')
    expect(screen.lines().findIndex(line => line.includes('point 12'))).toBe(before)
    expect(screen.text()).toContain('6–20 of 40')
  })

  test('stays as far as it is shown when answers are to be shown as an outline from then on', async () => {
    const {screen} = openReview({queue: {main: [MANY]}, settings: points})
    await screen.press('   ', 'part 3 of 40')
    await screen.press('m', 'Answers are shown as an outline')
    expect(screen.text()).toContain('point 3')
    expect(screen.text()).not.toContain('point 4')
    await screen.press('m', 'Answers are shown at once.')
    expect(screen.text()).toContain('point 4')
  })

  test('is shown at once where its question is in it: a cloze', async () => {
    const text = 'Mars is red.\n\nVenus is white.\n\nThe Earth is blue.'
    const cloze = makeCard('cloze', reviewDue(0), {
      variant: 'cloze-1',
      content: {kind: 'cloze', text, deletions: [{group: 1, start: 8, end: 11}], extra: ''},
    })
    const {screen} = openReview({queue: {main: [cloze]}, settings: points})
    await screen.press(KEYS.space, 'Mars is red.')
    expect(screen.text()).toContain('The Earth is blue.')
    expect(screen.text()).not.toContain('part 1')
  })

  test('is shown at once where it has one part only', async () => {
    const {screen} = openReview({queue: {main: [SHORT]}, settings: points})
    await screen.press(KEYS.space, 'Mars.')
    expect(screen.text()).not.toContain('part 1')
  })

  test('scrolls back, and goes on at its end', async () => {
    const {screen} = openReview({queue: {main: [MANY]}, settings: points})
    await screen.press(' '.repeat(30), 'part 30 of 40')
    await screen.press('g', '1–15 of 30')
    await screen.press(KEYS.space, '17–31 of 31')
  })
})

describe('an answer that begins with its outline', () => {
  const outline = {revealMode: 'outline'} as const

  test('is ticked off, and its rating suggested, confirmed and stored', async () => {
    const {screen, effects} = openReview({queue: {main: [PLANETS, SHORT]}, settings: outline})
    await screen.press(KEYS.space, '0 of 4 points recalled')
    expect(screen.text()).not.toContain('They go round')
    expect(screen.text()).not.toContain('1 again')
    await screen.press(KEYS.space, '1 of 4 points recalled')
    await screen.press('x', '2 of 4 points recalled')
    await screen.press(KEYS.up, '[x]')
    await screen.press('x', '1 of 4 points recalled')
    await screen.press('x', '2 of 4 points recalled')
    await screen.press(KEYS.enter, 'They go round')
    expect(screen.text()).toContain('›2 hard')
    await screen.press(KEYS.enter, 'Which planet is red?')
    expect(effects).toMatchObject([{review: {rating: 'hard', points: {recalled: 2, total: 4}}}])
  })

  test('may be rated otherwise than suggested', async () => {
    const {screen, effects} = openReview({queue: {main: [PLANETS, SHORT]}, settings: outline})
    await screen.press(KEYS.space, '0 of 4 points recalled')
    await screen.press(KEYS.enter, '›1 again')
    await screen.press('3', 'Which planet is red?')
    expect(effects).toMatchObject([{review: {rating: 'good', points: {recalled: 0, total: 4}}}])
  })

  test('keeps its ticks when the rating is taken back', async () => {
    const {screen, effects} = openReview({queue: {main: [PLANETS, SHORT]}, settings: outline})
    await screen.press(' xxx', '3 of 4 points recalled')
    await screen.press(KEYS.enter, '›3 good')
    await screen.press('1', 'Which planet is red?')
    await screen.press('u', '›3 good')
    await screen.press(KEYS.enter, 'Which planet is red?')
    expect(effects.at(-1)).toMatchObject({
      review: {rating: 'good', points: {recalled: 3, total: 4}},
    })
  })

  test('counts nothing where the outline is given up', async () => {
    const {screen, effects} = openReview({queue: {main: [PLANETS, SHORT]}, settings: outline})
    await screen.press(' x', '1 of 4 points recalled')
    await screen.press('a', 'They go round')
    expect(screen.text()).not.toMatch(/›\d/)
    await screen.press(KEYS.space, 'Which planet is red?')
    expect(effects).toMatchObject([{review: {rating: 'good'}}])
    expect(JSON.stringify(effects)).not.toContain('"points"')
  })

  test('is shown at once where no points are marked', async () => {
    const {screen} = openReview({queue: {main: [SHORT]}, settings: outline})
    await screen.press(KEYS.space, 'Mars.')
  })
})

describe('the key that changes how answers are shown', () => {
  test('goes round, and counts for this card and the next', async () => {
    const {screen} = openReview({queue: {main: [PLANETS, MANY]}})
    await screen.press('m', 'Answers are shown point by point.')
    await screen.press(KEYS.space, 'part 1 of 6')
    await screen.press('3', 'Which points?')
    await screen.press(KEYS.space, 'part 1 of 40')
    await screen.press('m', 'as an outline')
    await screen.press('m', 'Answers are shown at once.')
    expect(screen.text()).toContain('point 12')
  })
})

describe('two buttons', () => {
  const two = {buttons: 2} as const

  test('are again and good, with their intervals', async () => {
    const {screen, effects} = openReview({queue: {main: [PLANETS, SHORT]}, settings: two})
    await screen.press(KEYS.space, '1 again 10m · 2 good 14d')
    expect(screen.text()).not.toContain('easy')
    await screen.press('2', 'Which planet is red?')
    expect(effects).toMatchObject([{review: {rating: 'good'}}])
    await screen.press(KEYS.space, 'Mars.')
    await screen.press('1', 'show the answer')
    expect(effects).toMatchObject([{}, {review: {rating: 'again'}}])
  })

  test('suggest good for what was recalled in part', async () => {
    const settings = {...two, revealMode: 'outline'} as const
    const {screen} = openReview({queue: {main: [PLANETS]}, settings})
    await screen.press(' xx', '2 of 4 points recalled')
    await screen.press(KEYS.enter, '›2 good')
  })
})

describe('a long answer on a terminal that changes', () => {
  const words = Array.from({length: 300}, (_, index) => `word${index + 1}`).join(' ')
  const question = Array.from({length: 5}, (_, index) => `- clue ${index + 1}`).join('\n')
  const card = makeCard('words', reviewDue(0), {
    content: {kind: 'basic', question, answer: `${words}\n\n${words.replaceAll('word', 'term')}`},
  })

  test('keeps the words at its top, also when the question no longer has room to stay in place', async () => {
    const {screen} = openReview({queue: {main: [card]}, size: {columns: 80, rows: 30}})
    await screen.press(KEYS.space, 'word1')
    await screen.press(KEYS.pageDown, 'word297')
    expect(screen.text()).toContain('clue 5')
    await screen.resize({columns: 50, rows: 14}, '1 left')
    expect(screen.text()).not.toContain('clue')
    const [top = ''] = screen.lines().filter(line => line.includes('word'))
    expect(top.split(/\s+/)).toContain('word163')
    await screen.resize({columns: 80, rows: 30}, 'clue 5')
    expect(/word\d+/.exec(screen.text())?.[0]).toBe('word163')
  })
})
