import type {CardId} from '../card.ts'
import type {MemoryState} from '../schedule.ts'
import type {CardFacts} from './card-row.ts'

/** A card that keeps being forgotten. */
export interface Leech {
  readonly id: CardId
  readonly deck: string
  /** Times that it was in review and rated again. */
  readonly lapses: number
  readonly memory: MemoryState
  readonly isSuspended: boolean
}

/** Lapses that make a leech, as Anki counts them. */
export const LEECH_LAPSES = 8

/** Collects leeches, in one pass, in any order. Absent cards are left aside. */
export function leechTally(threshold = LEECH_LAPSES) {
  const leeches: Leech[] = []
  return {
    add({id, deck, state, lapses, memory}: CardFacts): void {
      if (memory === undefined || lapses < threshold || state === 'absent') return
      leeches.push({id, deck, lapses, memory, isSuspended: state === 'suspended'})
    },

    /** Those with the most lapses first; among equals the more difficult, then by id. */
    leeches(): readonly Leech[] {
      return leeches.toSorted(
        (a, b) =>
          b.lapses - a.lapses ||
          b.memory.difficulty - a.memory.difficulty ||
          (a.id < b.id ? -1 : 1),
      )
    },
  }
}
