import {describe, expect, test} from 'vitest'
import type {EntryId} from '../../../src/core/review-log.ts'
import type {Earlier} from '../../../src/core/step.ts'
import {UserError} from '../../../src/core/user-error.ts'
import {cardInfoOf} from '../../../src/ui/panels/card-info.ts'
import {makeCard, makeContext, minutesIn, reviewDue} from '../../support/ui-cards.ts'
import {openReview} from '../../support/ui-review.ts'
import {KEYS} from '../../support/ui-terminal.ts'

const git = makeCard('git', reviewDue(0))
const sql = makeCard('sql', reviewDue(0))
const tcp = makeCard('tcp')

describe('marks', () => {
  test('are set with a key, shown in the header, and taken back', async () => {
    const {screen, effects} = openReview({queue: {main: [git, sql]}})
    await screen.press('f', 'Which flag, 1 to 7?')
    await screen.press('3', 'The card has flag 3.')
    expect(screen.lines()[0]).toContain('flag 3')
    await screen.press('n', 'ebb cards --needs-fixing')
    expect(screen.lines()[0]).toContain('flag 3 · needs fixing')
    await screen.press('u', 'Taken back: the mark “needs fixing”.')
    expect(screen.lines()[0]).not.toContain('needs fixing')
    await screen.press('u', 'Taken back: flag 3.')
    expect(screen.lines()[0]).not.toContain('flag')
    expect(effects.map(({type}) => type)).toEqual([
      'record-action',
      'record-action',
      'revert-action',
      'revert-action',
    ])
  })

  test('leave the answer as it is shown, and the clock as it runs', async () => {
    const {screen, effects, pass} = openReview({queue: {main: [git, sql]}})
    await screen.press(KEYS.space, 'It is git.')
    pass(0.2)
    await screen.press('n', 'Marked as needing to be fixed')
    expect(screen.text()).toContain('It is git.')
    pass(0.2)
    await screen.press('3', 'What is sql?')
    expect(effects).toMatchObject([{}, {review: {durationMs: 24_000}}])
  })

  test('are told in short where there is little room', async () => {
    const {screen} = openReview({queue: {main: [git]}, size: {columns: 30, rows: 10}})
    await screen.press('f', 'Which flag')
    await screen.press('5', 'flag 5.')
    await screen.press('n', 'Marked')
    expect(screen.lines()[0]).toContain('F5 !')
  })

  test('a flag is taken away by 0, and the question is left by escape', async () => {
    const {screen, effects} = openReview({queue: {main: [git]}})
    await screen.press('f', 'Which flag')
    await screen.press('2', 'flag 2')
    await screen.press('f', 'Which flag')
    screen.type('q')
    await screen.press('0', 'The card has no flag.')
    await screen.press('f', 'Which flag')
    await screen.press(KEYS.escape, 'show the answer')
    expect(effects).toHaveLength(2)
  })
})

describe('a card that is put away', () => {
  test.each([
    {key: 's', said: 'Suspended: the card is not asked any more.', back: 'suspending'},
    {key: 'b', said: 'Buried until tomorrow: the card.', back: 'burying the card'},
    {key: 'B', said: 'Buried until tomorrow: the card, and all others', back: 'burying the note'},
  ])('by $key makes room for the next, and comes back with undo', async ({key, said, back}) => {
    const {screen} = openReview({queue: {main: [git, sql]}})
    await screen.press(KEYS.space, 'It is git.')
    await screen.press(key, 'What is sql?')
    expect(screen.text()).toContain(said)
    expect(screen.text()).toContain('u takes it back.')
    await screen.press('u', 'It is git.')
    expect(screen.text()).toContain(`Taken back: ${back}.`)
  })

  test('stays where the disk refuses, and says so', async () => {
    const {screen} = openReview({
      queue: {main: [git, sql]},
      perform: () => {
        throw new UserError('The disk is full.')
      },
    })
    await screen.press('s', '! The disk is full.')
    expect(screen.text()).toContain('What is git?')
  })
})

describe('tags', () => {
  test('are typed, completed and said', async () => {
    const {screen, effects} = openReview({
      queue: {main: [git, sql]},
      options: {readTags: () => ['interview', 'work']},
    })
    await screen.press('t', 'Tags:')
    expect(screen.text()).not.toContain('What is git?')
    await screen.press('int', 'interview')
    await screen.press('\t', 'Tags: interview')
    await screen.press('q 3', 'q 3')
    await screen.press(KEYS.enter, 'Your tags: interview, q, 3.')
    expect(effects).toMatchObject([
      {step: {action: {kind: 'tag', ownTags: ['interview', 'q', '3']}}},
    ])
    await screen.press('u', 'Taken back: the tags.')
  })
})

describe('a typed answer', () => {
  const typing = {typeAnswers: true} as const

  test('is compared, and its rating suggested and confirmed', async () => {
    const {screen, effects} = openReview({queue: {main: [git, sql]}, settings: typing})
    await screen.press('It is gut.', 'Your answer: It is gut.')
    await screen.press(KEYS.enter, 'It is g{+i+}[-u-]t.')
    expect(screen.text()).toContain('% alike')
    expect(screen.text()).toContain('›2 hard')
    await screen.press(KEYS.enter, 'What is sql?')
    expect(effects).toMatchObject([{review: {rating: 'hard'}}])
    await screen.press('it is sql', 'it is sql')
    await screen.press(KEYS.enter, '›3 good')
  })

  test('that is left empty shows the answer without a word', async () => {
    const {screen} = openReview({queue: {main: [git]}, settings: typing})
    await screen.see('enter show the answer')
    await screen.press(KEYS.enter, 'It is git.')
    expect(screen.text()).not.toContain('alike')
    expect(screen.text()).not.toMatch(/›\d/)
  })

  test('leaves all keys to be typed, until escape', async () => {
    const {screen, effects} = openReview({queue: {main: [git, sql]}, settings: typing})
    await screen.press('u q?s3', 'Your answer: u q?s3')
    await screen.press(KEYS.escape, 'space show the answer')
    await screen.press('s', 'Suspended')
    expect(effects).toHaveLength(1)
  })

  test('may be pasted', async () => {
    const {screen} = openReview({queue: {main: [git]}, settings: typing})
    await screen.see('Your answer:')
    await screen.press('\u001b[200~It is\ngit.\u001b[201~', 'Your answer: It is git.')
    await screen.press(KEYS.enter, 'What you typed is right.')
  })

  test('is typed for one card with a key; of a cloze only what is hidden', async () => {
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
    await screen.press('w', 'Your answer:')
    await screen.press('100', 'Your answer: 100')
    await screen.press(KEYS.enter, 'What you typed is right.')
    expect(screen.text()).toContain('Water boils at 100 °C.')
  })
})

describe('a hint', () => {
  test('shows first letters below the question, until it is hidden or the answer shown', async () => {
    const {screen} = openReview({queue: {main: [git]}})
    await screen.press('h', 'I· i· g··.')
    await screen.press('h', 'show the answer')
    await screen.waitUntil('no hint', () => !screen.text().includes('g··'))
    await screen.press('h', 'I· i· g··.')
    await screen.press(KEYS.space, 'It is git.')
    expect(screen.text()).not.toContain('g··')
  })
})

describe('time', () => {
  test('stands still while the review is paused and the card hidden', async () => {
    const {screen, effects, pass} = openReview({queue: {main: [git, sql]}})
    pass(0.1)
    await screen.press('z', 'Paused.')
    expect(screen.text()).not.toContain('What is git?')
    pass(30)
    await screen.press('z', 'What is git?')
    pass(0.1)
    await screen.press(' ', 'It is git.')
    await screen.press('3', 'What is sql?')
    expect(effects).toMatchObject([{review: {durationMs: 12_000}}])
  })

  test('is shown where it is wanted, second by second up to the minute that counts', async () => {
    const {screen, pass, fireTimers, timers} = openReview({
      queue: {main: [git]},
      settings: {showTimer: true},
    })
    await screen.press('h', 'g··')
    expect(screen.text()).toContain('0 s')
    pass(0.25)
    fireTimers()
    await screen.see('15 s')
    pass(1)
    fireTimers()
    await screen.see('60 s and more')
    expect(timers()).toBe(0)
    await screen.press('T', 'show the answer')
    await screen.waitUntil('no time', () => !screen.text().includes('60 s'))
  })
})

describe('what was answered before', () => {
  test('is shown again, with its rating and its next day', async () => {
    const {screen} = openReview({queue: {main: [git, sql]}})
    await screen.press('p', 'No card was answered before this one.')
    await screen.press(' 3', 'What is sql?')
    await screen.press('p', 'It is git.')
    expect(screen.text()).toContain('The card before: good')
    await screen.press('p', 'What is sql?')
    expect(screen.text()).not.toContain('It is git.')
  })
})

describe('what is known of a card', () => {
  test('is shown in its place, and scrolls', async () => {
    const {screen} = openReview({
      queue: {main: [git]},
      size: {columns: 80, rows: 16},
      options: {readCardInfo: (card, moment) => cardInfoOf(card, [], moment, makeContext())},
    })
    await screen.press(KEYS.space, 'It is git.')
    await screen.press('i', 'Stability')
    expect(screen.text()).not.toContain('It is git.')
    await screen.press('G', '100 %')
    await screen.press(KEYS.escape, 'It is git.')
  })
})

describe('a search', () => {
  test('lists what is found with each letter, and shows the card that is chosen', async () => {
    const asked: string[] = []
    const {screen} = openReview({
      queue: {main: [git]},
      options: {
        search: text => {
          asked.push(text)
          return {results: [sql, tcp], total: 2}
        },
      },
    })
    await screen.press('/', 'Search:')
    await screen.press('is', '> What is sql?')
    await screen.press(KEYS.down, '> What is tcp?')
    await screen.press(KEYS.enter, 'It is tcp.')
    await screen.press(KEYS.escape, '> What is tcp?')
    await screen.press(KEYS.escape, 'What is git?')
    expect(asked.at(-1)).toBe('is')
  })

  test('tells about the card that is shown, not about the one that is asked', async () => {
    const {screen} = openReview({
      queue: {main: [git]},
      options: {
        search: () => ({results: [sql], total: 1}),
        readCardInfo: (card, moment) => cardInfoOf(card, [], moment, makeContext()),
      },
    })
    await screen.press('/sql', '> What is sql?')
    await screen.press(KEYS.enter, 'It is sql.')
    await screen.press('i', 'Why this interval')
    expect(screen.text()).toContain(sql.id)
  })

  test('is not offered where there is none', async () => {
    const {screen} = openReview({queue: {main: [git]}})
    await screen.press('/', 'There is no search here.')
  })
})

describe('editing', () => {
  const edited = {
    ...git,
    content: {kind: 'basic', question: 'What is git?', answer: 'It is a tool.'},
  } as const

  test('shows the new text, its clock standing still meanwhile, and is taken back', async () => {
    const {screen, effects, pass} = openReview({
      queue: {main: [git, sql]},
      options: {
        edit: async (card, present) => {
          expect(card).toBe(git)
          expect(present).toEqual([git.id, sql.id])
          pass(5)
          return {
            change: {stepId: 'step' as EntryId, cards: [edited]},
            message: 'Imported: 1 changed.',
          }
        },
      },
    })
    await screen.press(KEYS.space, 'It is git.')
    await screen.press('e', 'It is a tool.')
    expect(screen.text()).toContain('Imported: 1 changed.')
    await screen.press('u', 'It is git.')
    await screen.press('3', 'What is sql?')
    expect(effects).toMatchObject([
      {type: 'revert-edit', stepId: 'step'},
      {review: {durationMs: 0}},
    ])
  })

  test('goes on with the next card where the card is gone', async () => {
    const {screen} = openReview({
      queue: {main: [git, sql]},
      options: {
        edit: async () => ({
          change: {stepId: 'step' as EntryId, cards: [{...git, isAbsent: true}]},
          message: 'This card is not in its document any more.',
        }),
      },
    })
    await screen.press('e', 'What is sql?')
    expect(screen.text()).toContain('not in its document any more')
    await screen.press('u', 'What is git?')
  })

  test('says what went wrong, and leaves the card as it was', async () => {
    const {screen} = openReview({
      queue: {main: [git]},
      options: {
        edit: async () => {
          throw new UserError('The editor could not be started.', 'Set EDITOR.')
        },
      },
    })
    await screen.press('e', '! The editor could not be started.')
    expect(screen.text()).toContain('Set EDITOR.')
    expect(screen.text()).toContain('What is git?')
  })

  test('hands a bug on, with the terminal as it was', async () => {
    const {screen, ended} = openReview({
      queue: {main: [git]},
      options: {
        edit: async () => {
          throw new TypeError('a bug')
        },
      },
    })
    await screen.see('What is git?')
    screen.type('e')
    await expect(ended).rejects.toThrow('a bug')
    expect(screen.isRestored()).toBe(true)
  })
})

describe('images', () => {
  test('of the question only are opened while it is asked', async () => {
    const sides: string[] = []
    const {screen} = openReview({
      queue: {main: [git]},
      options: {
        openImage: async (_, side) => {
          sides.push(side)
          return `Opened the image of the ${side}.`
        },
      },
    })
    await screen.press('o', 'Opened the image of the front.')
    await screen.press(KEYS.space, 'It is git.')
    await screen.press('o', 'Opened the image of the back.')
    expect(sides).toEqual(['front', 'back'])
  })
})

describe('an undo beyond the session', () => {
  test('takes back what was done before it, as often as there is something', async () => {
    const review = {
      kind: 'review',
      id: 'before' as EntryId,
      cardId: tcp.id,
      ...minutesIn(-60),
      rating: 'easy',
      durationMs: 1000,
      optionsId: makeContext().optionsId,
      before: 'new',
      after: reviewDue(5),
    } as const
    const done: Earlier[] = [{kind: 'review', review, cards: [tcp], askNext: tcp.id}]
    const {screen, effects} = openReview({
      queue: {main: [git]},
      options: {readEarlier: () => done.shift()},
    })
    await screen.press('u', 'It is tcp.')
    expect(screen.text()).toContain('Taken back: the rating easy, from before.')
    await screen.press('u', 'Nothing to take back.')
    expect(effects).toMatchObject([{type: 'revert-review', undo: {voids: 'before'}}])
  })
})

test('a collection that cannot be read for a moment is told of, and the review goes on', async () => {
  const {screen} = openReview({
    queue: {main: [git]},
    options: {
      readEarlier: () => {
        throw new UserError('The database is in use by another program', 'Try again.')
      },
    },
  })
  await screen.press('u', 'The database is in use by another program')
  await screen.press(KEYS.space, 'It is git.')
})

describe('a goal', () => {
  test('of so many cards ends the session calmly, and lets one go on', async () => {
    const {screen, effects} = openReview({
      queue: {main: [git, sql]},
      options: {limits: {cards: 1}},
    })
    await screen.press(' 3', 'That is the goal.')
    expect(screen.text()).toContain('1 card is left; it can wait.')
    expect(screen.text()).not.toContain('What is sql?')
    await screen.press(KEYS.space, 'What is sql?')
    await screen.press(' 3', 'That is all for now.')
    expect(effects).toHaveLength(2)
  })

  test('of so many minutes is reached with an answer, never within a card', async () => {
    const {screen, pass, ended} = openReview({
      queue: {main: [git, sql]},
      options: {limits: {minutes: 5}},
    })
    pass(6)
    await screen.press(KEYS.space, 'It is git.')
    await screen.press('3', 'That is the goal.')
    screen.type('q')
    expect(await ended).toMatchObject({how: 'left'})
  })

  test('is ahead again when its last answer is taken back', async () => {
    const {screen} = openReview({queue: {main: [git, sql]}, options: {limits: {cards: 1}}})
    await screen.press(' 3', 'That is the goal.')
    await screen.press('u', 'It is git.')
    await screen.press('1', 'That is the goal.')
  })

  test('is not in the way of what was begun', async () => {
    const {screen} = openReview({queue: {main: [tcp, git]}, options: {limits: {cards: 2}}})
    await screen.press(' 4', 'What is git?')
    await screen.press(' 1', '1 of 2')
    await screen.press(' ', 'It is git.')
    await screen.press('4', 'That is all for now.')
  })

  test('is reached once: not again where an answer after it is taken back', async () => {
    const {screen, effects} = openReview({
      queue: {main: [git, sql, tcp]},
      options: {limits: {cards: 1}},
    })
    await screen.press(' 3', 'That is the goal.')
    await screen.press(KEYS.space, 'What is sql?')
    await screen.press(' 3', 'What is tcp?')
    await screen.press('u', 'It is sql.')
    await screen.press('3', 'What is tcp?')
    expect(effects).toHaveLength(4)
  })

  test('has no part in the time of the card that is asked after it', async () => {
    const {screen, pass, effects} = openReview({
      queue: {main: [git, sql]},
      settings: {typeAnswers: true},
      options: {limits: {cards: 1}},
    })
    await screen.press(KEYS.enter, 'It is git.')
    await screen.press('3', 'That is the goal.')
    pass(0.5)
    await screen.press(KEYS.space, 'Your answer:')
    pass(0.25)
    await screen.press(KEYS.enter, 'It is sql.')
    await screen.press('3', 'That is all for now.')
    expect(effects[1]).toMatchObject({review: {durationMs: 15_000}})
  })
})

describe('keys of one’s own', () => {
  test('are obeyed, and named where they are offered', async () => {
    const {screen, effects} = openReview({
      queue: {main: [git, sql]},
      settings: {keyBindings: 'reveal=r; again=x; help=f1x'.replace('f1x', '!')},
    })
    await screen.see('r show the answer')
    await screen.see('! keys')
    screen.type(' ')
    await screen.press('r', 'x again')
    await screen.press('!', 'r                show the answer')
    await screen.press(KEYS.escape, 'x again')
    await screen.press('x', 'What is sql?')
    expect(effects).toMatchObject([{review: {rating: 'again'}}])
  })

  test('arrows go through a review alone', async () => {
    const {screen, effects} = openReview({
      queue: {main: [git, sql]},
      settings: {keyPreset: 'arrows'},
    })
    await screen.press('\u001b[C', 'It is git.')
    await screen.press('\u001b[C', 'What is sql?')
    await screen.press('\u001b[C', 'It is sql.')
    await screen.press('\u001b[D', 'What is')
    await screen.waitUntil('both', () => effects.length === 2)
    expect(effects).toMatchObject([{review: {rating: 'good'}}, {review: {rating: 'again'}}])
  })
})

describe('outside the schedule', () => {
  test('the buttons tell no intervals', async () => {
    const {screen, effects} = openReview({
      queue: {main: [git]},
      context: {...makeContext(), mode: 'cram'},
    })
    await screen.press(KEYS.space, '1 again · 2 hard · 3 good · 4 easy')
    await screen.press('3', 'That is all for now.')
    expect(effects).toMatchObject([{type: 'record-practice'}])
  })
})
