import type {CardId} from './card.ts'

/**
 * A card’s place among cards that are equally due: seemingly random, the same all day. It depends on nothing but the
 * seed and the card itself, so the rest keep their order when one is answered.
 */
function lotOf(cardId: CardId, seed: number): number {
  // FNV-1a over the characters, then the finish of MurmurHash3, so that ids that differ in one character part ways.
  let hash = 0x811c9dc5 ^ seed
  for (let index = 0; index < cardId.length; index += 1) {
    hash = Math.imul(hash ^ cardId.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Items in the order of their lots; ties by id, so that the order never depends on how they came in. */
export function shuffle<Item extends {readonly id: CardId}>(
  items: readonly Item[],
  seed: number,
): readonly Item[] {
  return items
    .map(item => ({item, lot: lotOf(item.id, seed)}))
    .sort((a, b) => a.lot - b.lot || (a.item.id < b.item.id ? -1 : 1))
    .map(({item}) => item)
}

/** How much of the day’s work is behind: what the mixing of the rest takes up from. */
export interface MixStart {
  readonly many: number
  readonly few: number
}

/**
 * Both lists in one, each in its own order, the `few` spread evenly among the `many`. The k-th of the few (of m, counted
 * from the start of the day) comes after k·n/(m + 1) of the many (of n): so a list that is planned again after every
 * answer gives the same order as one that was planned in the morning.
 */
export function mixEvenly<Item>(
  many: readonly Item[],
  few: readonly Item[],
  start: MixStart,
): readonly Item[] {
  const gap = (start.many + many.length) / (start.few + few.length + 1)
  const mixed: Item[] = []
  let taken = 0
  for (const [index, item] of few.entries()) {
    const place = Math.round((start.few + index + 1) * gap) - start.many
    while (taken < place && taken < many.length) {
      mixed.push(many[taken] as Item)
      taken += 1
    }
    mixed.push(item)
  }
  return [...mixed, ...many.slice(taken)]
}
