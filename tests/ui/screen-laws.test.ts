import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Card} from '../../src/core/card.ts'
import {UserError} from '../../src/core/user-error.ts'
import {widthOf} from '../../src/render/line.ts'
import type {ReviewCommand} from '../../src/ui/commands.ts'
import {createFaceLines} from '../../src/ui/faces.ts'
import {layoutOf} from '../../src/ui/layout.ts'
import {lookOf} from '../../src/ui/look.ts'
import {linesOf, screenOf} from '../../src/ui/screen.ts'
import {learningDue, makeCard, makeContext, reviewDue} from '../support/ui-cards.ts'
import {makeController} from '../support/ui-review.ts'

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

const command: fc.Arbitrary<ReviewCommand> = fc.oneof(
  fc.constantFrom<ReviewCommand>(
    {type: 'reveal'},
    {type: 'rate', rating: 'again'},
    {type: 'rate', rating: 'good'},
    {type: 'rate', rating: 'easy'},
    {type: 'undo'},
    {type: 'tick'},
    {type: 'help', open: true},
    {type: 'help', open: false},
  ),
  fc.integer({min: -5, max: 500}).map((top): ReviewCommand => ({type: 'scroll-to', top})),
)

test('every frame is a line lower than its terminal, and no line is wider than the layout', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(card, {maxLength: 5, selector: ({id}) => id}),
      fc.array(command, {maxLength: 30}),
      fc.record({
        columns: fc.oneof(fc.integer({min: 8, max: 30}), fc.integer({min: 8, max: 260})),
        rows: fc.oneof(fc.integer({min: 1, max: 12}), fc.integer({min: 1, max: 90})),
      }),
      fc.record({color: fc.boolean(), ascii: fc.boolean()}),
      fc.boolean(),
      (cards, commands, size, lookOptions, diskIsFull) => {
        const isLearning = ({schedule}: Card) => schedule.phase === 'learning'
        const {controller, pass} = makeController({
          queue: {
            learning: cards.filter(isLearning),
            main: cards.filter(each => !isLearning(each)),
          },
          context: makeContext({learnAheadMinutes: 0}),
          perform: () => {
            if (diskIsFull) throw new UserError('The disk is full. '.repeat(9), 'Free some space.')
          },
        })
        const layout = layoutOf(size)
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
