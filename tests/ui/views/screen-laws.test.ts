import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Card} from '../../../src/core/card.ts'
import {KEY_ACTIONS} from '../../../src/core/key-actions.ts'
import {KEY_PRESETS} from '../../../src/core/key-presets.ts'
import {cardCostsOf} from '../../../src/core/pace.ts'
import {UserError} from '../../../src/core/user-error.ts'
import {widthOf} from '../../../src/render/line.ts'
import {createFaceLines} from '../../../src/ui/looks/faces.ts'
import {layoutOf} from '../../../src/ui/looks/layout.ts'
import {lookOf} from '../../../src/ui/looks/look.ts'
import {cardInfoOf} from '../../../src/ui/panels/card-info.ts'
import {
  commandOf,
  type KeyCommand,
  type PlainCommand,
  type ReviewCommand,
} from '../../../src/ui/review/commands.ts'
import {preferencesOf} from '../../../src/ui/review/preferences.ts'
import {linesOf, screenOf} from '../../../src/ui/views/screen.ts'
import {learningDue, makeCard, makeContext, reviewDue} from '../../support/ui-cards.ts'
import {makeController} from '../../support/ui-review.ts'

const text = fc.oneof(
  fc.string({unit: 'grapheme', maxLength: 200}),
  fc.constantFrom(
    '',
    '行星有哪些？水星、金星、地球、火星、木星、土星、天王星、海王星。',
    '| a | b |\n| - | - |\n| 👩‍🚀 | עולם |\n',
    `${'- item\n'.repeat(120)}`,
    '```ts\nconst planets = [1, 2, 3]\n```\n\n> quote',
    'one\n\ntwo\n\n# three\n\nfour',
  ),
)

const card: fc.Arbitrary<Card> = fc
  .record({
    name: fc.integer({min: 0, max: 9999}),
    deck: fc.string({unit: 'grapheme', maxLength: 60}),
    section: fc.array(fc.string({unit: 'grapheme', maxLength: 40}), {maxLength: 3}),
    question: text,
    answer: text,
    schedule: fc.constantFrom(undefined, reviewDue(-2), learningDue(-1), learningDue(50)),
  })
  .map(({name, schedule, question, answer, ...rest}) =>
    makeCard(`n${name}`, schedule, {...rest, content: {kind: 'basic', question, answer}}),
  )

/** Everything but the prompts, which get keys. */
const plain = KEY_ACTIONS.map(({name}) => commandOf(name)).filter(
  (each): each is Extract<KeyCommand, {readonly type: PlainCommand | 'rate'}> =>
    !['scroll', 'edit', 'open-image', 'leave'].includes(each.type),
)

const command: fc.Arbitrary<ReviewCommand> = fc.oneof(
  {weight: 4, arbitrary: fc.constantFrom<ReviewCommand>(...plain)},
  fc.constantFrom<ReviewCommand>({type: 'reveal'}, {type: 'tick'}, {type: 'undo'}),
  fc
    .constantFrom('enter', 'escape', 'tab', 'down', 'backspace', '3', 'a', '火')
    .map((key): ReviewCommand => ({type: 'prompt-key', key})),
  fc.string({unit: 'grapheme', maxLength: 300}).map(
    (pasted): ReviewCommand => ({
      type: 'prompt-text',
      text: pasted,
    }),
  ),
  fc
    .record({
      width: fc.integer({min: 8, max: 90}),
      landmark: fc.constantFrom('', 'question', 'back 0', 'back 3'),
      lines: fc.integer({min: 0, max: 500}),
      letters: fc.integer({min: 0, max: 3000}),
    })
    .map((place): ReviewCommand => ({type: 'scroll-to', place})),
  fc
    .record({
      by: fc.constantFrom('line-down', 'half-up', 'page-down', 'bottom'),
      page: fc.integer({min: 0, max: 80}),
    })
    .map((move): ReviewCommand => ({type: 'move', ...move})),
)

const settings = fc.record({
  revealMode: fc.constantFrom('all', 'points', 'outline'),
  buttons: fc.constantFrom(2, 4),
  align: fc.constantFrom('left', 'centre'),
  keyPreset: fc.constantFrom(...KEY_PRESETS),
  keyBindings: fc.constantFrom('', 'undo=z,backspace; flag=none; help=none'),
  showTimer: fc.boolean(),
  typeAnswers: fc.boolean(),
})

test('every frame is a line lower than its terminal, and no line is wider than the layout', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(card, {maxLength: 5, selector: ({id}) => id}),
      fc.array(command, {maxLength: 40}),
      fc.record({
        columns: fc.oneof(fc.integer({min: 8, max: 30}), fc.integer({min: 8, max: 260})),
        rows: fc.oneof(fc.integer({min: 1, max: 12}), fc.integer({min: 1, max: 90})),
      }),
      fc.record({color: fc.boolean(), ascii: fc.boolean()}),
      settings,
      fc.constantFrom({}, {cards: 1}, {minutes: 2}),
      fc.boolean(),
      (cards, commands, size, lookOptions, chosen, limits, diskIsFull) => {
        const isLearning = ({schedule}: Card) => schedule.phase === 'learning'
        const preferences = preferencesOf(chosen)
        const {controller, pass} = makeController({
          queue: {
            learning: cards.filter(isLearning),
            main: cards.filter(each => !isLearning(each)),
          },
          context: makeContext({learnAheadMinutes: 0}),
          perform: () => {
            if (diskIsFull) throw new UserError('The disk is full. '.repeat(9), 'Free some space.')
          },
          options: {
            preferences,
            limits,
            costs: cardCostsOf([]),
            readTags: () => ['planets', 'planets/inner', '恒星'],
            search: () => ({results: cards, total: 70}),
            readCardInfo: (each, moment) => cardInfoOf(each, [], moment, makeContext()),
          },
        })
        const layout = layoutOf(size, preferences.align)
        expect(layout.margin + layout.width).toBeLessThanOrEqual(Math.max(8, size.columns))
        const look = lookOf(lookOptions)
        const faceLines = createFaceLines(look)
        for (const each of commands) {
          pass(0.7)
          controller.dispatch(each)
          const lines = linesOf(screenOf(controller.getState(), layout, look, faceLines))
          expect(lines).toHaveLength(Math.max(1, size.rows - 1))
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(layout.width)
        }
      },
    ),
    {numRuns: 300},
  )
})
