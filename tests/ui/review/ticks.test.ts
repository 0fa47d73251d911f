import {describe, expect, test} from 'vitest'
import {tickDelayOf} from '../../../src/ui/review/ticks.ts'
import {learningDue, makeCard, makeContext, reviewDue} from '../../support/ui-cards.ts'
import {makeController} from '../../support/ui-review.ts'

describe('the screen looks at the clock', () => {
  const waiting = () =>
    makeController({
      queue: {learning: [makeCard('later', learningDue(7))]},
      context: makeContext({learnAheadMinutes: 0}),
    })

  test('every ten seconds while it waits, every second of the last minute, and not in vain', () => {
    const {controller, pass} = waiting()
    expect(tickDelayOf(controller.getState())).toBe(10_000)
    pass(6)
    controller.dispatch({type: 'tick'})
    expect(tickDelayOf(controller.getState())).toBe(1_000)
    controller.dispatch({type: 'help'})
    expect(tickDelayOf(controller.getState())).toBe(10_000)
  })

  test('while an answer is shown, and every second of a question whose time is shown', () => {
    const {controller, pass} = makeController({queue: {main: [makeCard('sql', reviewDue(0))]}})
    const delay = () => tickDelayOf(controller.getState())
    expect(delay()).toBeUndefined()
    controller.dispatch({type: 'timer'})
    expect(delay()).toBe(1_000)
    controller.dispatch({type: 'help'})
    expect(delay()).toBeUndefined()
    controller.dispatch({type: 'close'})
    pass(1.1)
    controller.dispatch({type: 'tick'})
    // More than a minute does not count, and is not shown.
    expect(delay()).toBeUndefined()
    controller.dispatch({type: 'reveal'})
    expect(delay()).toBe(10_000)
    controller.dispatch({type: 'rate', rating: 'easy'})
    expect(delay()).toBeUndefined()
  })
})
