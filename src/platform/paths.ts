import {statSync} from 'node:fs'
import {homedir} from 'node:os'
import {join} from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The folder that holds the collection: `EBB_HOME`, else `$XDG_DATA_HOME/ebb`, else `~/.local/share/ebb`. An empty variable
 * counts as unset.
 */
function dataDirectory(environment: Environment): string {
  const {EBB_HOME, XDG_DATA_HOME} = environment
  if (EBB_HOME) return EBB_HOME
  return join(XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'ebb')
}

/** The database inside the data folder. */
export function databaseFile(environment: Environment): string {
  return join(dataDirectory(environment), 'ebb.db')
}

/** Whether nothing is there. Not so where that cannot be told: whoever opens it says why. */
export function isMissing(path: string): boolean {
  try {
    return statSync(path, {throwIfNoEntry: false}) === undefined
  } catch {
    return false
  }
}
