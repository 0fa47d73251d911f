import type {Database} from 'better-sqlite3'
import {DISPLAY_CHOICES} from '../core/display-settings.ts'
import {
  canonicalOptions,
  DEFAULT_SETTINGS,
  type OptionsId,
  parametersProblems,
  type SchedulingOptions,
  type Settings,
} from '../core/options.ts'
import {LogError} from '../core/replay.ts'
import {lazily} from './statement.ts'

/** 64 bits of SHA-256: plenty for the few options that a learner ever has. */
const ID_LENGTH = 16

export type SettingsTable = ReturnType<typeof settingsTable>

/** The learner’s settings, and every set of scheduling options that a review was made with. */
export function settingsTable(db: Database) {
  const selectAll = lazily<[], {key: string; value: string}>(db, 'select key, value from settings')
  const upsert = lazily<[key: string, value: string]>(
    db,
    `insert into settings (key, value) values (?, ?)
      on conflict (key) do update set value = excluded.value`,
  )
  const remove = lazily<[key: string]>(db, 'delete from settings where key = ?')
  const insertOptions = lazily<[id: string, options: string]>(
    db,
    'insert into scheduling_options (id, options) values (?, ?) on conflict (id) do nothing',
  )
  const selectOptions = lazily<[id: string], {options: string}>(
    db,
    'select options from scheduling_options where id = ?',
  )
  /** Equal ids give the same object, so that what is computed from one can be kept with it. */
  const known = new Map<OptionsId, SchedulingOptions>()

  return {
    /** The settings in force: the defaults, and what the learner set. */
    readSettings(): Settings {
      const stored: Record<string, unknown> = {}
      for (const {key, value} of selectAll().all()) stored[key] = JSON.parse(value)
      const {scheduling, ...rest} = DEFAULT_SETTINGS
      return {...overlaid(rest, stored), scheduling: overlaid(scheduling, stored)}
    },

    /** Only what differs from the defaults is kept. */
    writeSettings(settings: Settings): void {
      const defaults = flattened(DEFAULT_SETTINGS)
      for (const [key, value] of Object.entries(flattened(settings))) {
        const json = JSON.stringify(value)
        if (json === JSON.stringify(defaults[key])) remove().run(key)
        else upsert().run(key, json)
      }
    },

    /** The id of these options, which the log refers to. Nothing is read or written. */
    optionsIdOf(options: SchedulingOptions): OptionsId {
      return hashOf(canonicalOptions(options)) as OptionsId
    },

    /** Keeps the options that the log is about to refer to; once for equal ones. */
    storeOptions(id: OptionsId, options: SchedulingOptions): void {
      if (!selectOptions().get(id)) insertOptions().run(id, JSON.stringify(options))
    },

    /** The options that an entry of the log was made with. */
    optionsOf(id: OptionsId): SchedulingOptions {
      const cached = known.get(id)
      if (cached) return cached
      const row = selectOptions().get(id)
      if (!row) throw new LogError(`No scheduling options have the id ${id}`)
      const options = JSON.parse(row.options) as SchedulingOptions
      const [problem] = parametersProblems(options.parameters ?? [])
      if (problem) throw new LogError(`The scheduling options ${id} are damaged: ${problem}`)
      known.set(id, options)
      return options
    },
  }
}

function hashOf(text: string): string {
  // Loaded only here: it takes 4 ms, a tenth of the time that `ebb due` has.
  const {createHash} = process.getBuiltinModule('node:crypto')
  return createHash('sha256').update(text).digest('hex').slice(0, ID_LENGTH)
}

function flattened({scheduling, ...rest}: Settings): Record<string, unknown> {
  return {...scheduling, ...rest}
}

/**
 * The defaults with what is stored in their place. Keys of a later version are left alone, and so are its values where this one has
 * none of their kind.
 */
function overlaid<Values extends object>(
  defaults: Values,
  stored: Readonly<Record<string, unknown>>,
): Values {
  const entries = Object.entries(defaults).map(([key, value]) => [
    key,
    isOfKind(key, stored[key], value) ? stored[key] : value,
  ])
  return Object.fromEntries(entries) as Values
}

function isOfKind(key: string, stored: unknown, usual: unknown): boolean {
  const choices: readonly unknown[] | undefined = Object.hasOwn(DISPLAY_CHOICES, key)
    ? DISPLAY_CHOICES[key as keyof typeof DISPLAY_CHOICES]
    : undefined
  if (choices) return choices.includes(stored)
  return typeof stored === typeof usual && Array.isArray(stored) === Array.isArray(usual)
}
