/** Only so many characters of a text are compared. */
const COMPARED_LENGTH = 2_000

/** The runs of three characters of a text’s words in lower case, as numbers below 2³⁰. */
export type Trigrams = ReadonlySet<number>

/** A text as what it has in common with others is measured by. Only its beginning counts. */
export function trigramsOf(text: string, length = COMPARED_LENGTH): Trigrams {
  const words = text
    .slice(0, length)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{S}]+/gu, ' ')
  const padded = `  ${words} `
  const trigrams = new Set<number>()
  for (let at = 0; at + 3 <= padded.length; at += 1) {
    const [a, b, c] = [padded.charCodeAt(at), padded.charCodeAt(at + 1), padded.charCodeAt(at + 2)]
    trigrams.add(Math.imul(Math.imul(Math.imul(a, 0x10dcd) ^ b, 0x10dcd) ^ c, 0x9e3779b1) >>> 2)
  }
  return trigrams
}

/** How far two texts agree, 0–1: Dice’s coefficient. */
export function agreementOf(a: Trigrams, b: Trigrams): number {
  return a === b ? 1 : (2 * commonOf(a, b)) / (a.size + b.size)
}

/** How much of a text is found in another one, 0–1. */
export function containmentOf(part: Trigrams, whole: Trigrams): number {
  return commonOf(part, whole) / part.size
}

function commonOf(a: Trigrams, b: Trigrams): number {
  let common = 0
  for (const trigram of a) if (b.has(trigram)) common += 1
  return common
}
