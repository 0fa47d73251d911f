import {type DatabasePlace, openDatabase} from './database.ts'
import {storeOn} from './store.ts'

/** An open collection. Every operation throws what the user can put right as a `UserError`. */
export type Store = ReturnType<typeof storeOn>

/**
 * Opens the collection, after creating or migrating it where that is needed.
 * @throws UserError where the user can do something about it: no permission, no database, a newer version, a full disk …
 */
export function openStore(place: DatabasePlace): Store {
  return storeOn(openDatabase(place))
}
