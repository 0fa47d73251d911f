import {describe, expect, test} from 'vitest'
import type {Card} from '../../../src/core/card.ts'
import {learningDue, makeCard, makeContext, reviewDue} from '../../support/ui-cards.ts'
import {openReview} from '../../support/ui-review.ts'
import {KEYS, type TestScreen} from '../../support/ui-terminal.ts'

/** A card whose answer has as many lines as asked, `line 1` to `line n`. */
function longCard(lines: number, name = 'long'): Card {
  const answer = Array.from({length: lines}, (_, index) => `- line ${index + 1}`).join('\n')
  return makeCard(name, reviewDue(0), {
    content: {kind: 'basic', question: `What is ${name}?`, answer},
  })
}

const [git, sql] = [makeCard('git', reviewDue(0)), makeCard('sql')]

describe('a review on a terminal', () => {
  test('goes from question to answer to the next question to the summary', async () => {
    const {screen, effects, ended} = openReview({queue: {main: [git, sql]}})
    await screen.see('What is git?')
    expect(screen.text()).not.toContain('It is git.')
    await screen.press(KEYS.space, 'It is git.')
    await screen.press('3', 'What is sql?')
    await screen.press(KEYS.enter, 'It is sql.')
    await screen.press('4', 'That is all for now.')
    expect(effects).toMatchObject([
      {review: {cardId: git.id, rating: 'good'}},
      {review: {cardId: sql.id, rating: 'easy'}},
    ])
    screen.type(KEYS.enter)
    expect(await ended).toMatchObject({how: 'finished', session: {kind: 'finished'}})
  })

  test('takes space after the reveal for good', async () => {
    const {screen, effects} = openReview({queue: {main: [git, sql]}})
    await screen.press(KEYS.space, 'It is git.')
    await screen.press(KEYS.space, 'What is sql?')
    expect(effects).toMatchObject([{review: {rating: 'good'}}])
  })

  test('obeys every key of several that arrive at once', async () => {
    const {screen, effects} = openReview({queue: {main: [git, sql]}})
    await screen.press(' 4 4', 'That is all for now.')
    expect(effects).toHaveLength(2)
  })

  test('rates nothing by a key that is held down', async () => {
    const {screen, effects} = openReview({queue: {main: [git, sql]}, keyEveryMs: 33})
    await screen.press('    ', 'It is git.')
    await screen.press('?', 'esc close')
    await screen.press(KEYS.escape, 'It is git.')
    expect(effects).toEqual([])
    await screen.press(' ', 'What is sql?')
    await screen.press('  ', 'It is sql.')
    await screen.press('?', 'esc close')
    expect(effects).toHaveLength(1)
  })

  test('rates nothing when text is pasted by mistake', async () => {
    const {screen, effects} = openReview({queue: {main: [git, sql]}})
    await screen.press(KEYS.space, 'It is git.')
    screen.type('\u001b[200~1 2 3 4\u001b[201~')
    await screen.press('?', 'esc close')
    expect(effects).toEqual([])
  })

  test('undoes from the summary, card by card, to the first, each with its answer to be rated anew', async () => {
    const {screen, effects} = openReview({queue: {main: [git, sql]}})
    await screen.press(' 3 4', 'That is all for now.')
    await screen.press('u', 'It is sql.')
    expect(screen.text()).toContain('Taken back: the rating easy.')
    await screen.press('u', 'It is git.')
    await screen.press('u', 'Nothing to take back.')
    expect(effects.map(effect => effect.type)).toEqual([
      'record-review',
      'record-review',
      'revert-review',
      'revert-review',
    ])
  })

  test('asks a card in learning when its time comes, counting down to it', async () => {
    const {screen, pass, fireTimers} = openReview({
      queue: {learning: [makeCard('tcp', learningDue(2))]},
      context: makeContext({learnAheadMinutes: 0}),
    })
    await screen.see('Next learning card in 2 minutes.')
    await screen.ready()
    pass(1.25)
    fireTimers()
    await screen.see('Next learning card in 45 seconds.')
    pass(0.75)
    fireTimers()
    await screen.see('What is tcp?')
  })
})

describe('an answer longer than the screen', () => {
  test('is made ready while its question is read', async () => {
    const {screen, fireTimers, timers} = openReview({queue: {main: [longCard(100)]}})
    await screen.see('What is long?')
    await screen.waitUntil('the timer', () => timers() === 1)
    fireTimers()
    await screen.press(KEYS.space, '1–15 of 100')
  })

  test('scrolls by line, half page, page, to the end and back', async () => {
    const {screen} = openReview({queue: {main: [longCard(100)]}})
    await screen.press(KEYS.space, '1–15 of 100')
    expect(screen.text()).toContain('15 %  ↓ more')
    await screen.press('j', '2–16 of 100')
    await screen.press(KEYS.down, '3–17 of 100')
    await screen.press('k', '2–16 of 100')
    await screen.press(KEYS.up, '1–15 of 100')
    await screen.press(KEYS.ctrlD, '8–22 of 100')
    await screen.press(KEYS.ctrlU, '1–15 of 100')
    await screen.press(KEYS.pageDown, '15–29 of 100')
    await screen.press(KEYS.pageUp, '1–15 of 100')
    await screen.press('G', '86–100 of 100  100 %  ↑')
    expect(screen.text()).not.toContain('more')
    await screen.press('g', '1–15 of 100')
    await screen.press('jjjj', '5–19 of 100')
  })

  test('keeps the question in sight', async () => {
    const {screen} = openReview({queue: {main: [longCard(100)]}})
    await screen.press(KEYS.space, '1–15 of 100')
    await screen.press('G', 'line 100')
    expect(screen.text()).toContain('What is long?')
  })

  test('begins at the top again on the next card', async () => {
    const {screen} = openReview({queue: {main: [longCard(100), longCard(90, 'other')]}})
    await screen.press(KEYS.space, '1–15 of 100')
    await screen.press('G', '86–100')
    await screen.press('3', 'What is other?')
    await screen.press(KEYS.space, '1–15 of 90')
  })

  test('keeps its place while the list of keys is open', async () => {
    const {screen} = openReview({queue: {main: [longCard(100)]}})
    await screen.press(KEYS.space, '1–15 of 100')
    await screen.press(KEYS.pageDown, '15–29 of 100')
    await screen.press('?', 'esc close')
    await screen.press(KEYS.escape, '15–29 of 100')
  })

  test('shows the beginning of the answer when the question is long itself, and scrolls up to it', async () => {
    const question = Array.from({length: 30}, (_, index) => `- clue ${index + 1}`).join('\n')
    const riddle = makeCard('riddle', reviewDue(0), {
      content: {kind: 'basic', question, answer: 'The answer at last.'},
    })
    const {screen} = openReview({queue: {main: [riddle]}})
    await screen.see('1–18 of 30')
    await screen.press(KEYS.space, 'The answer at last.')
    expect(screen.text()).toContain('clue 30')
    await screen.press('g', 'clue 1')
  })

  test('shows the text of a cloze once, the deletion filled in', async () => {
    const cloze = makeCard('cloze', reviewDue(0), {
      variant: 'cloze-1',
      content: {
        kind: 'cloze',
        text: 'Water boils at 100 °C.',
        deletions: [{group: 1, start: 15, end: 18}],
        extra: '',
      },
    })
    const {screen} = openReview({queue: {main: [cloze]}})
    await screen.see('Water boils at […] °C.')
    await screen.press(KEYS.space, 'Water boils at 100 °C.')
    expect(screen.text()).not.toContain('[…]')
  })
})

describe('resizing', () => {
  /** Resolve when the frame fills the terminal, its header in the first line and the ratings in the last but one. */
  const settled = (screen: TestScreen) =>
    screen.waitUntil('a whole frame', () => {
      const lines = screen.lines()
      const [first = ''] = lines
      return (
        first.includes('Databases') &&
        (lines.at(-2) ?? '').includes('4 easy') &&
        lines.at(-1) === ''
      )
    })

  test('breaks the lines anew and keeps the place', async () => {
    const words = Array.from({length: 300}, (_, index) => `word${index + 1}`).join(' ')
    const card = makeCard('words', reviewDue(0), {
      content: {kind: 'basic', question: 'Which words?', answer: words},
    })
    const {screen} = openReview({queue: {main: [card]}})
    await screen.press(KEYS.space, '1–15 of 32')
    await screen.press('j', '2–16 of 32')
    await screen.resize({columns: 50, rows: 16}, '2–7 of 48')
    await settled(screen)
    expect(screen.lines()[0]).toBe(` Backend › Databases${' '.repeat(23)}1 left`)
    expect(screen.lines()[6]).toBe(' word9 word10 word11 word12 word13 word14 word15')
    await screen.resize({columns: 120, rows: 40}, 'word300')
    await settled(screen)
    expect(screen.hasErasedScrollback()).toBe(false)
  })

  test('leaves nothing of what the terminal made of the old frame', async () => {
    const {screen} = openReview({queue: {main: [git]}})
    await screen.press(KEYS.space, 'It is git.')
    await screen.scribble(15, 'a torn line')
    await screen.resize({columns: 90, rows: 24}, '1 again')
    const isWider = () => screen.lines()[1]?.length === 88
    expect(await screen.waitUntil('the wider frame', isWider)).not.toContain('a torn line')
  })

  test('leaves no ghosts in a storm of sizes', async () => {
    const {screen} = openReview({queue: {main: [longCard(100)]}})
    await screen.press(KEYS.space, '1–15 of 100')
    const sizes = [
      [40, 10],
      [100, 30],
      [60, 12],
      [250, 80],
      [41, 50],
      [80, 24],
    ] as const
    for (const [columns, rows] of sizes) {
      await screen.resize({columns, rows}, '1 again')
      const frame = await settled(screen)
      expect(frame.match(/1 again/g)).toHaveLength(1)
      expect(frame.match(/Databases/g)).toHaveLength(1)
      expect(frame.match(/ of 10\d /g)).toHaveLength(1)
    }
    await screen.see('1–15 of 100')
  })
})

describe('leaving', () => {
  test('by q keeps what was rated and restores the screen', async () => {
    const {screen, ended} = openReview({queue: {main: [git, sql]}})
    await screen.press(' 3', 'What is sql?')
    screen.type('q')
    expect(await ended).toMatchObject({how: 'left', session: {last: {review: {cardId: git.id}}}})
    expect(screen.isRestored()).toBe(true)
  })

  test('by q, whatever comes after it', async () => {
    const {screen, ended, effects} = openReview({queue: {main: [git, sql]}})
    await screen.see('What is git?')
    screen.type(' q4')
    expect(await ended).toMatchObject({how: 'left', session: {kind: 'answering'}})
    expect(effects).toEqual([])
  })

  test('by Ctrl-C, also among other keys', async () => {
    const {screen, ended, effects} = openReview({queue: {main: [git, sql]}})
    await screen.see('What is git?')
    screen.type(` ${KEYS.ctrlC}4`)
    expect(await ended).toMatchObject({how: 'interrupted', session: {kind: 'answering'}})
    expect(effects).toEqual([])
    expect(screen.isRestored()).toBe(true)
  })

  test('by Ctrl-C from the list of keys', async () => {
    const {screen, ended} = openReview({queue: {main: [git]}})
    await screen.press('?', 'esc close')
    screen.type(KEYS.ctrlC)
    expect(await ended).toMatchObject({how: 'interrupted'})
  })

  test('on a signal from outside', async () => {
    const {screen, ended, abort} = openReview({queue: {main: [git]}})
    await screen.press(KEYS.space, 'It is git.')
    abort()
    expect(await ended).toMatchObject({how: 'aborted'})
    expect(screen.isRestored()).toBe(true)
  })

  test('when the terminal is gone without a signal', async () => {
    const {screen, ended} = openReview({queue: {main: [git]}})
    await screen.press(KEYS.space, 'It is git.')
    screen.stdin.end()
    expect(await ended).toMatchObject({how: 'aborted'})
  })

  test('when the terminal takes no more output', async () => {
    const {screen, ended} = openReview({queue: {main: [git]}})
    await screen.press(KEYS.space, 'It is git.')
    screen.stdout.destroy(new Error('write EIO'))
    expect(await ended).toMatchObject({how: 'aborted'})
  })

  test('because of a bug: the screen is restored and the error handed on', async () => {
    const {screen, ended} = openReview({
      queue: {main: [git]},
      perform: () => {
        throw new TypeError('a bug')
      },
    })
    await screen.press(KEYS.space, 'It is git.')
    screen.type('3')
    await expect(ended).rejects.toThrow('a bug')
    expect(screen.isRestored()).toBe(true)
  })
})

describe('what is written', () => {
  test('is on the alternate screen and never touches the scrollback', async () => {
    const {screen, ended} = openReview({
      queue: {main: [longCard(100)]},
      size: {columns: 40, rows: 10},
    })
    await screen.press(KEYS.space, '4 easy')
    await screen.press('G', '100 %')
    screen.type('q')
    await ended
    expect(screen.written().startsWith('\u001b[?1049h')).toBe(true)
    expect(screen.hasErasedScrollback()).toBe(false)
  })

  test('is little: a key that changes one line writes little more than that line', async () => {
    const {screen} = openReview({queue: {main: [longCard(100)]}, size: {columns: 120, rows: 40}})
    await screen.press(KEYS.space, '1–31 of 100')
    screen.forget()
    await screen.press('u', 'Nothing to take back.')
    expect(screen.written().length).toBeLessThan(400)
  })

  test('has no colours under NO_COLOR, but the same words', async () => {
    const colored = openReview({queue: {main: [git]}})
    const plain = openReview({queue: {main: [git]}, look: {color: false}})
    await colored.screen.press(KEYS.space, 'It is git.')
    await plain.screen.press(KEYS.space, 'It is git.')
    expect(plain.screen.text()).toBe(colored.screen.text())
    expect(plain.screen.colors()).toEqual([])
    expect(new Set(colored.screen.colors()).size).toBeGreaterThan(3)
  })

  test('is ASCII where that is asked for', async () => {
    const {screen} = openReview({queue: {main: [longCard(100), git]}, look: {ascii: true}})
    const isAscii = () => expect(screen.text()).toMatch(/^[\n -~]*$/)
    await screen.press(KEYS.space, '1-15 of 100')
    isAscii()
    await screen.press('?', 'esc close')
    isAscii()
    screen.type('?')
    await screen.press('4', 'What is git?')
    await screen.press(' 4', 'That is all')
    isAscii()
  })

  test('holds no control sequence that a document wrote', async () => {
    const hostile = makeCard('hostile', reviewDue(0), {
      deck: 'De\u001b[2Jck',
      section: ['Sec\u009b3Jtion'],
      content: {kind: 'basic', question: 'What\u001b]0;title\u0007?', answer: 'A\u001b[3Jnswer'},
    })
    const {screen} = openReview({queue: {main: [hostile]}})
    await screen.press(KEYS.space, '4 easy')
    for (const sequence of ['\u001b[2J', '\u001b[3J', '\u001b]0;', '\u009b']) {
      expect(screen.written()).not.toContain(sequence)
    }
  })
})
