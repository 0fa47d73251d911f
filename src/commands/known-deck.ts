import {overridesIn} from '../core/fingerprint.ts'
import type {StoredSource} from '../core/import-plan.ts'

/**
 * The folders and the name that stood for a deck when a document was last imported; nothing where a deck was given.
 * @param source as that import left it
 */
export function deckPathBefore(source: StoredSource): readonly string[] | undefined {
  const {deck} = overridesIn(source.hash)
  if (Array.isArray(deck)) return deck
  return deck === undefined ? source.deck.split('::') : undefined
}

/**
 * Whether a document is named from further below than before, so that its path says less of its deck: one file of a folder that was
 * imported, or a folder within it.
 */
export function saysLess(deckPath: readonly string[], before: readonly string[]): boolean {
  const end = before.slice(-deckPath.length)
  return before.length > deckPath.length && deckPath.every((level, index) => level === end[index])
}
