import {changeProblemOf, stepProblemOf} from './archive-journal-checks.ts'
import {isBetween, isObject} from './archive-values.ts'
import {DEFAULT_SETTINGS, type SchedulingOptions, settingsProblems} from './options.ts'

/** Not of the last millisecond that an id can tell, after which no other could come. */
const ENTRY_ID = /^(?!7Z{9})[0-7][0-9A-HJKMNP-TV-Z]{25}$/
const NOTE_ID = /^[0-9a-z]{12}$/

type Fields = Readonly<Record<string, unknown>>

/**
 * What keeps a row from being one that ebb writes, where its columns are of the right kind each. What the database itself checks is
 * left to it.
 */
export function rowProblemOf(table: string, row: Fields): string | undefined {
  switch (table) {
    case 'settings':
      return settingProblemOf(row['key'] as string, row['value'])
    case 'notes':
      return NOTE_ID.test(row['id'] as string)
        ? deletionsProblemOf(row)
        : 'This is no id of a note.'
    case 'cards':
      return cardProblemOf(row)
    case 'scheduling_options':
      return optionsProblemOf(row['options'])
    case 'steps':
      return ENTRY_ID.test(row['id'] as string) ? stepProblemOf(row) : 'This is no id of an entry.'
    case 'reviews':
    case 'practice':
      return entryProblemOf(row['id'] as string, row['voids'] as string | undefined)
    case 'step_changes':
      return changeProblemOf(row)
    default:
      return undefined
  }
}

function entryProblemOf(id: string, voids: string | undefined): string | undefined {
  if (!ENTRY_ID.test(id)) return 'This is no id of an entry.'
  return voids === undefined || voids < id
    ? undefined
    : 'An entry takes back only what was recorded before it.'
}

function settingProblemOf(key: string, value: unknown): string | undefined {
  const {scheduling, ...others} = DEFAULT_SETTINGS
  const defaults: Fields = {...scheduling, ...others}
  if (!Object.hasOwn(defaults, key)) return undefined
  if (!isLike(defaults[key], value)) return `The setting \`${key}\` has a value of another kind.`
  const changed = Object.hasOwn(scheduling, key)
    ? {...DEFAULT_SETTINGS, scheduling: {...scheduling, [key]: value}}
    : {...DEFAULT_SETTINGS, [key]: value}
  return settingsProblems(changed)[0]
}

function isLike(sample: unknown, value: unknown): boolean {
  if (Array.isArray(sample)) return Array.isArray(value) && value.every(Number.isFinite)
  return typeof value === typeof sample
}

function optionsProblemOf(options: unknown): string | undefined {
  const defaults = DEFAULT_SETTINGS.scheduling
  const keys = Object.keys(defaults) as (keyof SchedulingOptions)[]
  const isWhole =
    isObject(options) &&
    Object.keys(options).length === keys.length &&
    keys.every(key => Object.hasOwn(options, key) && isLike(defaults[key], options[key]))
  if (!isWhole) return 'These are no scheduling options.'
  const scheduling = options as unknown as SchedulingOptions
  return settingsProblems({...DEFAULT_SETTINGS, scheduling})[0]
}

function deletionsProblemOf({deletions, cloze_text: text}: Fields): string | undefined {
  if (deletions === undefined) return undefined
  const problem = '`deletions` do not fit the text.'
  if (!Array.isArray(deletions) || deletions.length === 0 || typeof text !== 'string')
    return problem
  let from = 0
  for (const deletion of deletions as readonly unknown[]) {
    if (!isObject(deletion)) return problem
    const {group, start, end, hint} = deletion
    const fits =
      Number.isSafeInteger(group) &&
      (group as number) >= 1 &&
      isBetween(start, from, text.length) &&
      isBetween(end, start as number, text.length) &&
      (hint === undefined || typeof hint === 'string')
    if (!fits) return problem
    from = end as number
  }
  return undefined
}

const VARIANT = /^(?:forward|backward|cloze-([1-9]\d{0,8}))$/

function cardProblemOf({id, note_id: noteId, variant}: Fields): string | undefined {
  const match = VARIANT.exec(variant as string)
  if (!match) return 'This is no variant of a note.'
  const suffix = match[1] === undefined ? (variant === 'forward' ? '1' : '2') : `c${match[1]}`
  return id === `${noteId}.${suffix}`
    ? undefined
    : 'The id is not the one of this card of the note.'
}
