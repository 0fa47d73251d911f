import {type Trigrams, trigramsOf} from './identity-trigrams.ts'

/** An item is found by so many of its features: the rarest ones. */
const KEPT_FEATURES = 24
/** Features that more items share than this say nothing about which one is meant. */
const COMMON = 50
/** Items that are named for one text. */
const NAMED = 5
/** Characters of a text that count. */
const INDEXED_LENGTH = 400
const FEWEST_BUCKETS = 2 ** 10
const MOST_BUCKETS = 2 ** 20

/**
 * Finds the items whose text has most in common with another one, at most five, the likeliest first. Memory is bounded by the
 * number of items, and the time of a look-up by the length of the text.
 */
export function indexByText<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): (text: string) => readonly Item[] {
  if (items.length === 0) return () => []
  const buckets = bucketsFor(items.length)
  const frequency = new Uint32Array(buckets)
  const featuresOf = (text: string) => bucketed(trigramsOf(text, INDEXED_LENGTH), buckets)
  const frequencyOf = (feature: number) => frequency[feature] as number
  for (const item of items) {
    for (const feature of featuresOf(textOf(item))) frequency[feature] = frequencyOf(feature) + 1
  }
  const holders = new Map<number, Item[]>()
  for (const item of items) {
    const rarest = [...featuresOf(textOf(item))].sort((a, b) => frequencyOf(a) - frequencyOf(b))
    for (const feature of rarest.slice(0, KEPT_FEATURES)) {
      const list = holders.get(feature)
      if (!list) holders.set(feature, [item])
      else if (list.length <= COMMON) list.push(item)
    }
  }
  return text => {
    const counts = new Map<Item, number>()
    for (const feature of featuresOf(text)) {
      const sharing = holders.get(feature)
      if (!sharing || sharing.length > COMMON) continue
      for (const item of sharing) counts.set(item, (counts.get(item) ?? 0) + 1)
    }
    return [...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, NAMED)
      .map(([item]) => item)
  }
}

function bucketsFor(items: number): number {
  let buckets = FEWEST_BUCKETS
  while (buckets < items * 64 && buckets < MOST_BUCKETS) buckets *= 2
  return buckets
}

function bucketed(trigrams: Trigrams, buckets: number): ReadonlySet<number> {
  const features = new Set<number>()
  for (const trigram of trigrams) features.add(trigram & (buckets - 1))
  return features
}
