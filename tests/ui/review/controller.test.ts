import {describe, expect, test} from 'vitest'
import type {EntryId} from '../../../src/core/review-log.ts'
import {UserError} from '../../../src/core/user-error.ts'
import {sceneOf} from '../../../src/ui/review/review-state.ts'
import {tickDelayOf} from '../../../src/ui/review/ticks.ts'
import {learningDue, makeCard, makeContext, reviewDue} from '../../support/ui-cards.ts'
import {makeController} from '../../support/ui-review.ts'

const sql = makeCard('sql', reviewDue(0))
const git = makeCard('git')

describe('the controller', () => {
  test('performs the effects of a rating before the next card is shown', () => {
    const shown: unknown[] = []
    const {controller} = makeController({
      queue: {main: [sql, git]},
      perform: () => shown.push(controller.getState().session.kind),
    })
    controller.dispatch({type: 'reveal'})
    controller.dispatch({type: 'rate', rating: 'good'})
    expect(shown).toEqual(['answering'])
    expect(controller.getState().session).toMatchObject({kind: 'asking', card: git})
  })

  test('measures the time from question to rating', () => {
    const {controller, effects, pass} = makeController({queue: {main: [sql, git]}})
    pass(0.1)
    controller.dispatch({type: 'reveal'})
    pass(0.2)
    controller.dispatch({type: 'rate', rating: 'good'})
    pass(0.05)
    controller.dispatch({type: 'reveal'})
    controller.dispatch({type: 'rate', rating: 'easy'})
    expect(effects).toMatchObject([{review: {durationMs: 18_000}}, {review: {durationMs: 3_000}}])
  })

  test('previews, while the answer is shown, what the rating then does', () => {
    const {controller, effects} = makeController({queue: {main: [sql]}})
    expect(controller.getState().preview).toBeUndefined()
    controller.dispatch({type: 'reveal'})
    const {preview} = controller.getState()
    controller.dispatch({type: 'rate', rating: 'hard'})
    expect(effects).toMatchObject([{review: {after: preview?.hard}}])
    expect(controller.getState().preview).toBeUndefined()
  })

  test('previews anew when a study day begins between the answer and its rating', () => {
    const {controller, effects, pass} = makeController({queue: {main: [sql]}})
    pass(15 * 60 - 1) // a minute before midnight, when days begin here
    controller.dispatch({type: 'reveal'})
    const before = controller.getState().preview?.good
    pass(2)
    controller.dispatch({type: 'tick'})
    const {preview} = controller.getState()
    controller.dispatch({type: 'rate', rating: 'good'})
    expect(effects).toMatchObject([{review: {after: preview?.good}}])
    expect(preview?.good.due).not.toBe(before?.due)
  })

  test('stays where it is and says why when the disk refuses, and goes on when it no longer does', () => {
    let isFull = true
    const {controller, effects} = makeController({
      queue: {main: [sql]},
      perform: () => {
        if (isFull) throw new UserError('The disk is full.', 'Free some space.')
      },
    })
    controller.dispatch({type: 'reveal'})
    const before = controller.getState()
    controller.dispatch({type: 'rate', rating: 'good'})
    expect(controller.getState()).toEqual({
      ...before,
      message: {tone: 'bad', text: 'The disk is full.', hint: 'Free some space.'},
    })
    isFull = false
    controller.dispatch({type: 'rate', rating: 'good'})
    expect(controller.getState()).toMatchObject({session: {kind: 'finished'}, message: undefined})
    expect(effects).toHaveLength(1)
  })

  test('advances with what was stored, though what comes next cannot be read', () => {
    const {controller, effects} = makeController({
      queue: {main: [sql]},
      options: {
        readNextDue: () => {
          throw new UserError('The collection cannot be read')
        },
      },
    })
    controller.dispatch({type: 'reveal'})
    controller.dispatch({type: 'rate', rating: 'easy'})
    expect(controller.getState()).toMatchObject({
      session: {kind: 'finished'},
      nextDue: undefined,
      message: {tone: 'bad', text: 'The collection cannot be read'},
    })
    controller.dispatch({type: 'rate', rating: 'easy'})
    expect(effects).toHaveLength(1)
  })

  test('does not advance on an undo that the disk refuses', () => {
    let isFull = false
    const {controller} = makeController({
      queue: {main: [sql]},
      perform: () => {
        if (isFull) throw new UserError('The disk is full.')
      },
    })
    controller.dispatch({type: 'reveal'})
    controller.dispatch({type: 'rate', rating: 'easy'})
    isFull = true
    controller.dispatch({type: 'undo'})
    expect(controller.getState()).toMatchObject({
      session: {kind: 'finished'},
      message: {text: 'The disk is full.'},
    })
  })

  test('hands on what is a bug, its state unchanged', () => {
    const {controller} = makeController({
      queue: {main: [sql]},
      perform: () => {
        throw new TypeError('a bug')
      },
    })
    controller.dispatch({type: 'reveal'})
    const before = controller.getState()
    expect(() => controller.dispatch({type: 'rate', rating: 'good'})).toThrow('a bug')
    expect(controller.getState()).toBe(before)
  })

  test('says that there is nothing to take back, until the next key', () => {
    const {controller} = makeController({queue: {main: [sql]}})
    controller.dispatch({type: 'undo'})
    expect(controller.getState().message?.text).toBe('Nothing to take back.')
    controller.dispatch({type: 'reveal'})
    expect(controller.getState().message).toBeUndefined()
  })

  test('waits, ticks, and asks when the time has come', () => {
    const {controller, pass} = makeController({
      queue: {learning: [makeCard('later', learningDue(7))]},
      context: makeContext({learnAheadMinutes: 0}),
    })
    expect(controller.getState()).toMatchObject({session: {kind: 'waiting'}, nextDue: {cards: 8}})
    pass(6)
    controller.dispatch({type: 'tick'})
    expect(controller.getState().session.kind).toBe('waiting')
    pass(1)
    controller.dispatch({type: 'tick'})
    expect(controller.getState().session.kind).toBe('asking')
  })

  test('closes nothing that is open when the time has come: the card is asked once it is closed', () => {
    const {controller, pass, effects} = makeController({
      queue: {learning: [makeCard('later', learningDue(7))]},
      context: makeContext({learnAheadMinutes: 0}),
      settings: {typeAnswers: true},
      options: {search: () => ({results: [], total: 0})},
    })
    controller.dispatch({type: 'search'})
    controller.dispatch({type: 'prompt-key', key: 'b'})
    pass(8)
    controller.dispatch({type: 'tick'})
    controller.dispatch({type: 'prompt-key', key: '+'})
    expect(controller.getState().overlay).toMatchObject({prompt: {search: {entry: {value: 'b+'}}}})
    expect(tickDelayOf(controller.getState())).toBeLessThanOrEqual(1_000)
    controller.dispatch({type: 'prompt-key', key: 'escape'})
    pass(1)
    controller.dispatch({type: 'tick'})
    const {moment, askedAt, session, overlay} = controller.getState()
    expect(session.kind).toBe('asking')
    expect(overlay).toMatchObject({prompt: {kind: 'answer'}})
    expect(askedAt).toBe(moment.at)
    expect(effects).toEqual([])
  })

  test('counts a stop within a pause once', async () => {
    const {controller, pass, effects} = makeController({queue: {main: [sql]}})
    pass(0.25)
    controller.dispatch({type: 'pause'})
    pass(1)
    await controller.whileStopped(async () => pass(5))
    pass(1)
    controller.dispatch({type: 'close'})
    pass(0.25)
    controller.dispatch({type: 'reveal'})
    controller.dispatch({type: 'rate', rating: 'easy'})
    expect(effects).toMatchObject([{review: {durationMs: 30_000}}])
  })

  test('reaches its goal while it waits, rather than asking the next card', () => {
    const {controller, pass} = makeController({
      queue: {main: [sql], learning: [makeCard('later', learningDue(7))]},
      context: makeContext({learnAheadMinutes: 0}),
      options: {limits: {minutes: 5}},
    })
    controller.dispatch({type: 'reveal'})
    controller.dispatch({type: 'rate', rating: 'easy'})
    expect(controller.getState()).toMatchObject({
      session: {kind: 'waiting'},
      goal: {stage: 'ahead'},
    })
    pass(8)
    controller.dispatch({type: 'tick'})
    expect(sceneOf(controller.getState())).toBe('goal')
    controller.dispatch({type: 'go-on'})
    expect(sceneOf(controller.getState())).toBe('question')
  })

  test('previews anew after an edit that took its time', async () => {
    const {controller, pass} = makeController({
      queue: {main: [git]},
      options: {
        edit: async () => {
          pass(3)
          return {message: ''}
        },
      },
    })
    controller.dispatch({type: 'reveal'})
    const before = controller.getState().preview?.again
    await controller.attend('edit')
    const {preview, moment} = controller.getState()
    expect(preview?.again.due).toBe(moment.at + 60_000)
    expect(before?.due).not.toBe(preview?.again.due)
  })

  test('hides an answer again whose flag was set before it was shown, when that is taken back', () => {
    const {controller} = makeController({queue: {main: [git]}})
    controller.dispatch({type: 'flag'})
    controller.dispatch({type: 'prompt-key', key: '3'})
    controller.dispatch({type: 'reveal'})
    controller.dispatch({type: 'undo'})
    expect(controller.getState()).toMatchObject({
      session: {kind: 'asking', card: {marks: {flag: undefined}}},
      reveal: {kind: 'hidden'},
    })
  })

  test('shows an answer again that was buried while it was shown', () => {
    const {controller} = makeController({queue: {main: [git, sql]}})
    controller.dispatch({type: 'reveal'})
    controller.dispatch({type: 'bury-card'})
    expect(controller.getState().session).toMatchObject({kind: 'asking', card: sql})
    controller.dispatch({type: 'undo'})
    expect(controller.getState()).toMatchObject({
      session: {kind: 'answering', card: git},
      reveal: {kind: 'whole'},
      preview: {again: {phase: 'learning'}},
    })
  })

  test('shows all of an answer that was edited while the first of its points were shown', async () => {
    const content = (answer: string) => ({kind: 'basic', question: 'Which?', answer}) as const
    const card = makeCard('points', reviewDue(0), {content: content('one\n\ntwo\n\nthree')})
    const edited = {...card, content: content('one\n\ntwo\n\nthree\n\nfour')}
    const {controller} = makeController({
      queue: {main: [card]},
      settings: {revealMode: 'points'},
      options: {
        edit: async () => ({
          change: {stepId: 'e' as EntryId, cards: [edited]},
          message: 'Changed.',
        }),
      },
    })
    controller.dispatch({type: 'reveal'})
    expect(controller.getState().reveal).toEqual({kind: 'points', shown: 1, total: 3})
    await controller.attend('edit')
    expect(controller.getState()).toMatchObject({
      session: {kind: 'answering', card: edited},
      reveal: {kind: 'whole'},
      message: {text: 'Changed.'},
    })
  })

  test('asks no card in the future that came while something else took its time', async () => {
    const {controller, pass, effects} = makeController({
      queue: {main: [git, sql]},
      options: {
        openImage: async () => {
          pass(1)
          controller.dispatch({type: 'reveal'})
          controller.dispatch({type: 'rate', rating: 'easy'})
          pass(1)
          return ''
        },
      },
    })
    await controller.attend('open-image')
    pass(0.25)
    controller.dispatch({type: 'reveal'})
    controller.dispatch({type: 'rate', rating: 'easy'})
    expect(effects[1]).toMatchObject({review: {durationMs: 15_000}})
  })

  test('rates nothing while an outline hides the answer', () => {
    const card = makeCard('outline', reviewDue(0), {
      content: {kind: 'basic', question: 'Which?', answer: '- **One**\n- **Two**\n- **Three**'},
    })
    const {controller, effects} = makeController({
      queue: {main: [card]},
      settings: {revealMode: 'outline'},
    })
    controller.dispatch({type: 'reveal'})
    expect(sceneOf(controller.getState())).toBe('outline')
    controller.dispatch({type: 'rate', rating: 'good'})
    controller.dispatch({type: 'confirm'})
    expect(effects).toEqual([])
  })

  test('attends to one thing at a time', async () => {
    let edits = 0
    const {controller} = makeController({
      queue: {main: [git]},
      options: {
        edit: async () => {
          edits += 1
          return {message: ''}
        },
      },
    })
    await Promise.all([controller.attend('edit'), controller.attend('edit')])
    expect(edits).toBe(1)
  })

  test('a tick disturbs no card: neither its scrolling nor the list of keys', () => {
    const {controller} = makeController({queue: {main: [sql]}})
    const place = {width: 80, landmark: '', lines: 3, letters: 40}
    const helpPlace = {...place, lines: 1}
    controller.dispatch({type: 'scroll-to', place})
    controller.dispatch({type: 'help'})
    controller.dispatch({type: 'scroll-to', place: helpPlace})
    controller.dispatch({type: 'tick'})
    expect(controller.getState()).toMatchObject({place, overlay: {place: helpPlace}})
    controller.dispatch({type: 'close'})
    expect(controller.getState()).toMatchObject({place, overlay: undefined})
  })

  test('tells its listeners of every change, and of nothing else', () => {
    const {controller} = makeController({queue: {main: [sql]}})
    let calls = 0
    const unsubscribe = controller.subscribe(() => {
      calls += 1
    })
    controller.dispatch({type: 'rate', rating: 'good'})
    expect(calls).toBe(0)
    controller.dispatch({type: 'reveal'})
    expect(calls).toBe(1)
    unsubscribe()
    controller.dispatch({type: 'rate', rating: 'good'})
    expect(calls).toBe(1)
  })
})
