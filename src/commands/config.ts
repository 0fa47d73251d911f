import {DEFAULT_SETTINGS, type Settings} from '../core/options.ts'
import {changeSetting, resetSetting, SETTING_KEYS, type SettingKey} from '../core/setting-keys.ts'
import {UserError} from '../core/user-error.ts'
import {formatJson} from '../report/json.ts'
import {formatSettings} from '../report/settings.ts'
import {type Context, done, type Outcome} from './context.ts'

export interface ConfigFlags {
  readonly key: string | undefined
  readonly value: string | undefined
  readonly unset: boolean
  readonly json: boolean
}

/**
 * Lists every option, prints one, or sets one.
 * @throws UserError where there is no such option, or the value is none that it can have.
 */
export function config(context: Context, {key: name, value, unset, json}: ConfigFlags): Outcome {
  const store = context.openStore()
  const settings = store.readSettings()
  if (name === undefined) {
    return done(
      json ? formatJson({settings: toJson(SETTING_KEYS, settings)}) : formatSettings(settings),
    )
  }
  const key = keyNamed(name)
  if (unset && value !== undefined) {
    throw new UserError('A value cannot be set and unset at once', `\`ebb config ${name} --unset\``)
  }
  const next = unset
    ? store.changeSettings(present => resetSetting(key, present))
    : value === undefined
      ? settings
      : store.changeSettings(present => changed(key, value, present))
  return done(json ? formatJson({settings: toJson([key], next)}) : `${key.format(next)}\n`)
}

function keyNamed(name: string): SettingKey {
  const key = SETTING_KEYS.find(({key}) => key === name)
  if (key) return key
  throw new UserError(
    `There is no option \`${name}\``,
    `There are ${SETTING_KEYS.map(({key}) => key).join(', ')}.`,
  )
}

function changed(key: SettingKey, text: string, settings: Settings): Settings {
  const change = changeSetting(key, text, settings)
  switch (change.outcome) {
    case 'changed':
      return change.settings
    case 'unreadable':
      throw new UserError(
        `\`${text}\` is no value of ${key.key}`,
        `${key.key} is ${key.description}. For example: ${key.example}`,
      )
    case 'refused':
      throw new UserError(change.problems.join(' '), `For example: ${key.example}`)
  }
}

function toJson(keys: readonly SettingKey[], settings: Settings) {
  return Object.fromEntries(
    keys.map(key => [
      key.key,
      {value: key.format(settings), default: key.format(DEFAULT_SETTINGS)},
    ]),
  )
}
