/** Tells which place in a list a card’s id has that stands in a text; −1 for none. */
export type NumberOf = (text: string, from: number, to: number) => number

/** Of each slot: three words of the note’s id, one of the variant, and the place in the list. */
const FIELDS = 5
const NOTE_LENGTH = 12
const FREE = -1

/**
 * Looks up ids of cards where they stand in a larger text. A `Map` would ask for a text of its own for each, which for a million
 * reviews takes longer than all else that is done with them. Four characters of seven bits make a word, so that no two ids are
 * taken for one another; ids are ASCII, the note’s twelve characters first.
 */
export function cardNumbers(ids: readonly string[]): NumberOf {
  let slots = 1024
  while (slots < ids.length * 2) slots *= 2
  const table = new Int32Array(slots * FIELDS).fill(FREE)

  /** Where an id is in the table, or the free slot where it belongs. */
  function slotOf(text: string, from: number, to: number): number {
    const first = wordAt(text, from)
    const second = wordAt(text, from + 4)
    const third = wordAt(text, from + 8)
    const variant = variantAt(text, from, to)
    let slot = hashOf(first, second, third, variant) & (slots - 1)
    for (;;) {
      const at = slot * FIELDS
      const isSame =
        table[at] === first &&
        table[at + 1] === second &&
        table[at + 2] === third &&
        table[at + 3] === variant
      if (isSame || table[at + 4] === FREE) return at
      slot = (slot + 1) & (slots - 1)
    }
  }

  ids.forEach((id, place) => {
    const words = [wordAt(id, 0), wordAt(id, 4), wordAt(id, 8), variantAt(id, 0, id.length)]
    table.set([...words, place], slotOf(id, 0, id.length))
  })
  return (text, from, to) => table[slotOf(text, from, to) + 4] as number
}

function wordAt(text: string, at: number): number {
  return (
    text.charCodeAt(at) |
    (text.charCodeAt(at + 1) << 7) |
    (text.charCodeAt(at + 2) << 14) |
    (text.charCodeAt(at + 3) << 21)
  )
}

function variantAt(text: string, from: number, to: number): number {
  let variant = 0
  for (let at = from + NOTE_LENGTH; at < to; at += 1) {
    variant = (Math.imul(variant, 128) + text.charCodeAt(at)) | 0
  }
  return variant
}

/** The lower bits decide. */
function hashOf(first: number, second: number, third: number, variant: number): number {
  const mixed = Math.imul(first ^ Math.imul(second, 0x01000193) ^ variant, 0x85ebca6b) ^ third
  return mixed ^ (mixed >>> 15)
}
