import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {KEY_ACTIONS, SCENES} from '../../src/core/key-actions.ts'
import {parseKeyBindings} from '../../src/core/key-bindings.ts'
import {KEY_PRESETS} from '../../src/core/key-presets.ts'
import {actionForKey, keymapOf, keysFor} from '../../src/core/keymap.ts'

describe('a preset', () => {
  const presets = KEY_PRESETS.flatMap(preset =>
    ([2, 4] as const).map(buttons => ({preset, buttons})),
  )

  test.each(presets)(
    '$preset with $buttons buttons has no key for two things in a scene',
    options => {
      const places = keymapOf(options).map(({scene, key}) => `${scene} ${key}`)
      expect(new Set(places).size).toBe(places.length)
    },
  )

  test.each(presets)(
    '$preset with $buttons buttons reaches every action wherever it can be asked for',
    options => {
      const keymap = keymapOf(options)
      for (const {name, scenes} of KEY_ACTIONS) {
        const isLeftOut = options.buttons === 2 && (name === 'hard' || name === 'easy')
        for (const scene of scenes) {
          expect([name, scene, keysFor(keymap, name, scene).length > 0]).toEqual([
            name,
            scene,
            !isLeftOut,
          ])
        }
      }
    },
  )

  test.each(KEY_PRESETS)(
    '%s rates with 1 to 4, and with 1 and 2 where there are two buttons',
    preset => {
      const four = keymapOf({preset, buttons: 4})
      const two = keymapOf({preset, buttons: 2})
      const rated = (keymap: typeof four) =>
        ['1', '2', '3', '4'].map(key => actionForKey(keymap, key, 'answer'))
      expect(rated(four)).toEqual(['again', 'hard', 'good', 'easy'])
      expect(rated(two)).toEqual(['again', 'good', 'good', undefined])
    },
  )

  test('arrows needs no other key for a card that was or was not recalled', () => {
    const keymap = keymapOf({preset: 'arrows', buttons: 4})
    expect(actionForKey(keymap, 'right', 'question')).toBe('reveal')
    expect(actionForKey(keymap, 'right', 'answer')).toBe('confirm')
    expect(actionForKey(keymap, 'left', 'answer')).toBe('again')
    expect(actionForKey(keymap, 'down', 'answer')).toBe('scroll-down')
  })
})

describe('keys of one’s own', () => {
  const own = (text: string) => {
    const parsed = parseKeyBindings(text)
    if (parsed.outcome === 'refused') throw new Error(parsed.problems.join('\n'))
    return keymapOf({preset: 'standard', buttons: 4, bindings: parsed.bindings})
  }

  test('take the place of the preset’s, and leave other actions where they were', () => {
    const keymap = own('undo=z,backspace; suspend=ctrl-s')
    expect(keysFor(keymap, 'undo')).toEqual(['z', 'backspace'])
    expect(actionForKey(keymap, 'u', 'answer')).toBeUndefined()
    expect(actionForKey(keymap, 'z', 'answer')).toBe('undo')
    expect(keysFor(keymap, 'pause', 'answer')).toEqual([])
    expect(keysFor(keymap, 'suspend')).toEqual(['ctrl-s'])
    expect(keysFor(keymap, 'flag')).toEqual(['f'])
  })

  test('may be the same in scenes that are never on the screen at once', () => {
    const keymap = own('tick-off=y; confirm=y')
    expect(actionForKey(keymap, 'y', 'outline')).toBe('tick-off')
    expect(actionForKey(keymap, 'y', 'answer')).toBe('confirm')
  })

  test.each([
    {text: '', bindings: []},
    {text: ' ; \n ', bindings: []},
    {text: 'undo=none', bindings: [{action: 'undo', keys: []}]},
    {text: 'undo = Z z', bindings: [{action: 'undo', keys: ['Z', 'z']}]},
    {
      text: 'undo=ESC, PgUp; tag=C-t',
      bindings: [
        {action: 'undo', keys: ['escape', 'pageup']},
        {action: 'tag', keys: ['ctrl-t']},
      ],
    },
    {
      text: 'tag=semicolon\nflag=equals',
      bindings: [
        {action: 'tag', keys: [';']},
        {action: 'flag', keys: ['=']},
      ],
    },
  ])('$text is read', ({text, bindings}) => {
    expect(parseKeyBindings(text)).toEqual({outcome: 'read', bindings})
  })

  test.each([
    {text: 'undu=z', problem: 'There is no action “undu”.'},
    {text: 'undo', problem: 'Say a key for undo, or “none”: undo=none.'},
    {text: 'undo=', problem: 'Say a key for undo'},
    {text: 'undo=zz', problem: '“zz” is no key.'},
    {text: 'undo=alt-z', problem: '“alt-z” is no key.'},
    {text: 'undo=ctrl-c', problem: 'ctrl-c always leaves the review; it cannot be undo.'},
    {text: 'undo=ctrl-m', problem: 'ctrl-m is the same as enter to a terminal; it cannot be undo.'},
    {text: 'undo=z; undo=y', problem: 'There are two lists of keys for undo.'},
    {text: 'undo=z; flag=z', problem: 'z cannot be both undo and flag.'},
    {text: 'leave=none', problem: 'There would be no key left for leave.'},
    {text: 'undo=1', problem: 'There would be no key left for again.'},
    {text: 'undo=space; flag=enter', problem: 'There would be no key left for reveal.'},
  ])('$text is refused', ({text, problem}) => {
    const parsed = parseKeyBindings(text)
    expect(parsed.outcome).toBe('refused')
    if (parsed.outcome === 'refused') expect(parsed.problems[0]).toContain(problem)
  })

  test('are read without a throw whatever they are, and then give every scene one meaning a key', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'undo',
        'reveal',
        'again',
        '=',
        ';',
        ',',
        'z',
        'space',
        'ctrl-x',
        'none',
        ' ',
      ),
      fc.string({maxLength: 4}),
    )
    fc.assert(
      fc.property(
        fc.array(word, {maxLength: 12}),
        fc.constantFrom(...KEY_PRESETS),
        (words, preset) => {
          const parsed = parseKeyBindings(words.join(''))
          if (parsed.outcome === 'refused') {
            expect(parsed.problems.length).toBeGreaterThan(0)
            return
          }
          const keymap = keymapOf({preset, buttons: 4, bindings: parsed.bindings})
          for (const scene of SCENES) {
            const keys = keymap.filter(bound => bound.scene === scene).map(({key}) => key)
            expect(new Set(keys).size).toBe(keys.length)
          }
          expect(keysFor(keymap, 'leave', 'question')).not.toEqual([])
        },
      ),
    )
  })
})
