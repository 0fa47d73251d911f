import {DEFAULT_SETTINGS, type Settings} from '../core/options.ts'
import {SETTING_KEYS} from '../core/setting-keys.ts'

/** Every option with its value, what it is, and its default where it differs. */
export function formatSettings(settings: Settings): string {
  const lines = SETTING_KEYS.map(({key, description, format}) => {
    const value = format(settings)
    const usual = format(DEFAULT_SETTINGS)
    const note = value === usual ? '' : ` (default: ${usual})`
    return `${key} = ${value}\n    ${description}${note}\n`
  })
  return lines.join('')
}
