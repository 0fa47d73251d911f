import {describe, expect, test} from 'vitest'
import {DEFAULT_SETTINGS, type Settings} from '../../src/core/options.ts'
import {
  changeSetting,
  resetSetting,
  SETTING_KEYS,
  type SettingKey,
} from '../../src/core/setting-keys.ts'

function keyNamed(name: string): SettingKey {
  const key = SETTING_KEYS.find(({key}) => key === name)
  if (!key) throw new Error(`No setting ${name}`)
  return key
}

function set(name: string, text: string, settings: Settings = DEFAULT_SETTINGS) {
  return changeSetting(keyNamed(name), text, settings)
}

describe('a setting', () => {
  test.each(SETTING_KEYS.map(key => [key.key, key] as const))(
    '%s is read back as it is written',
    (_, key) => {
      const change = changeSetting(key, key.format(DEFAULT_SETTINGS), DEFAULT_SETTINGS)
      expect(change).toEqual({outcome: 'changed', settings: DEFAULT_SETTINGS})
    },
  )

  test('can have each value that is offered, and is shown so', () => {
    for (const {key, choices = []} of SETTING_KEYS) {
      for (const text of choices) {
        const change = set(key, text)
        expect(change.outcome, key).toBe('changed')
        if (change.outcome === 'changed') expect(keyNamed(key).format(change.settings)).toBe(text)
      }
    }
    expect(keyNamed('theme').choices).toHaveLength(4)
  })

  test.each([
    {key: 'retention', text: '0.85', shown: '0.85'},
    {key: 'retention', text: '85 %', shown: '0.85'},
    {key: 'learning-steps', text: '30s 5m, 1h 1d', shown: '30s 5m 1h 1d'},
    {key: 'learning-steps', text: '1 10', shown: '1m 10m'},
    {key: 'relearning-steps', text: 'none', shown: 'none'},
    {key: 'new-per-day', text: '0', shown: '0'},
    {key: 'rollover', text: '23', shown: '23'},
    {key: 'fuzz', text: 'off', shown: 'off'},
    {key: 'maximum-interval', text: '365', shown: '365'},
    {key: 'reveal', text: 'Outline', shown: 'outline'},
    {key: 'buttons', text: '2', shown: '2'},
    {key: 'theme', text: 'colour-blind', shown: 'colour-blind'},
    {key: 'theme', text: 'color-blind', shown: 'colour-blind'},
    {key: 'align', text: 'center', shown: 'centre'},
    {key: 'ascii', text: 'on', shown: 'on'},
    {key: 'goal-minutes', text: '20', shown: '20'},
    {key: 'bindings', text: 'undo=z', shown: 'undo=z'},
    {key: 'bindings', text: '', shown: ''},
  ])('$key set to `$text` is $shown', ({key, text, shown}) => {
    const change = set(key, text)
    expect(change.outcome).toBe('changed')
    if (change.outcome === 'changed') expect(keyNamed(key).format(change.settings)).toBe(shown)
  })

  test.each([
    {key: 'retention', text: 'high'},
    {key: 'retention', text: '%'},
    {key: 'learning-steps', text: '1x'},
    {key: 'new-per-day', text: ''},
    {key: 'new-per-day', text: '1e3'},
    {key: 'fuzz', text: 'yes'},
    {key: 'parameters', text: '1 two 3'},
    {key: 'buttons', text: '3'},
    {key: 'theme', text: 'pink'},
    {key: 'timer', text: 'yes'},
    {key: 'goal-minutes', text: 'some'},
  ])('$key cannot be `$text`', ({key, text}) => {
    expect(set(key, text)).toEqual({outcome: 'unreadable'})
  })

  test.each([
    {
      key: 'retention',
      text: '1.5',
      problem: 'The desired retention must be from 0.7 to 0.99, not 1.5.',
    },
    {
      key: 'rollover',
      text: '24',
      problem: 'The rollover hour must be a whole number from 0 to 23, not 24.',
    },
    {
      key: 'goal-minutes',
      text: '-1',
      problem: 'The goal in minutes must be a whole number from 0 to 1440, not -1.',
    },
    {key: 'parameters', text: '1 2 3', problem: 'FSRS-6 has 21 parameters, and these are 3.'},
  ])('$key set to `$text` is refused with a reason', ({key, text, problem}) => {
    expect(set(key, text)).toEqual({outcome: 'refused', problems: [problem]})
  })

  test('goes back to its default', () => {
    const change = set('new-per-day', '3')
    if (change.outcome !== 'changed') throw new Error('3 was refused')
    expect(resetSetting(keyNamed('new-per-day'), change.settings)).toEqual(DEFAULT_SETTINGS)
  })
})
