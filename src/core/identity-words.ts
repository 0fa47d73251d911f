/** Only so many characters of a text are compared. */
const COMPARED_LENGTH = 2_000

/**
 * Whether a word of one text was replaced in the other by something that is no misspelling of it: `HTTP` by `FTP`, `1914` by
 * `1918`. Words that were only added or only removed do not count.
 */
export function hasOtherWords(a: string, b: string): boolean {
  const [onlyA, onlyB] = wordsOfOne(a, b)
  if (onlyA.length === 0 || onlyB.length === 0) return false
  const [fewer, more] = onlyA.length <= onlyB.length ? [onlyA, onlyB] : [onlyB, onlyA]
  return fewer.some(word => !more.some(other => isMisspelling(word, other)))
}

/** Whether a number of one text was replaced in the other. */
export function hasOtherNumbers(a: string, b: string): boolean {
  return wordsOfOne(a, b).every(words => words.some(word => /\p{N}/u.test(word)))
}

/** The words of each text that are not in the other. */
function wordsOfOne(a: string, b: string): readonly [string[], string[]] {
  const [ofA, ofB] = [wordsOf(a), wordsOf(b)]
  return [[...ofA].filter(word => !ofB.has(word)), [...ofB].filter(word => !ofA.has(word))]
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .slice(0, COMPARED_LENGTH)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}\p{S}]+/gu) ?? [],
  )
}

/** One slip of the finger for every four letters, and one at least. Digits are never misspelled. */
function isMisspelling(a: string, b: string): boolean {
  if (a.replace(/\P{N}/gu, '') !== b.replace(/\P{N}/gu, '')) return false
  const longest = Math.max(a.length, b.length)
  if (longest > 100) return false
  const slips = Math.max(1, Math.floor(longest / 4))
  return longest > 2 && Math.abs(a.length - b.length) <= slips && slipsBetween(a, b) <= slips
}

/** Letters that were added, left out, replaced, or exchanged with the next one (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      const choices = [
        (row[j - 1] as number) + 1,
        (last[j] as number) + 1,
        (last[j - 1] as number) + Number(!isSame),
      ]
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        choices.push((beforeLast[j - 2] as number) + 1)
      }
      row.push(Math.min(...choices))
    }
    beforeLast = last
    last = row
  }
  return last[b.length] as number
}
