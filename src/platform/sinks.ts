import {realpathSync} from 'node:fs'
import {UserError} from '../core/user-error.ts'
import {type FilePlace, openAtomicFile} from './atomic-file.ts'
import {type Sink, standardSink} from './sink.ts'

/** Where a command may write. */
export interface Sinks {
  readonly standard: () => Sink
  /** A file that appears whole or not at all. @throws UserError where it may not be written. */
  readonly file: (place: FilePlace) => Sink
}

/** @param database the file of the collection, which nothing may replace */
export function systemSinks(database: string): Sinks {
  return {
    standard: standardSink,
    file(place) {
      const target = withoutLinks(place.path)
      const own = withoutLinks(database)
      if (target === own || target.startsWith(`${own}-`)) {
        throw new UserError(
          `${place.path} is the collection itself`,
          'Name another file. Nothing was written.',
        )
      }
      return openAtomicFile(place)
    },
  }
}

function withoutLinks(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
