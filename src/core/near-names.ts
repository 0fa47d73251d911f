/** Of a name of so many characters, one may be mistyped. */
const CHARACTERS_PER_MISTAKE = 3

/**
 * The names that somebody may have meant by what was typed, the nearest first: those that hold it, else those that are few mistakes
 * away, whole or in their last part (`a::b`). In any case of letters.
 */
export function nearNames<Name extends string>(
  typed: string,
  names: readonly Name[],
): readonly Name[] {
  const wanted = typed.toLowerCase()
  const holding = names.filter(name => name.toLowerCase().includes(wanted))
  if (holding.length > 0) return holding
  const most = Math.ceil([...wanted].length / CHARACTERS_PER_MISTAKE)
  return names
    .map(name => ({name, mistakes: mistakesTo(wanted, name.toLowerCase())}))
    .filter(({mistakes}) => mistakes <= most)
    .sort((a, b) => a.mistakes - b.mistakes)
    .map(({name}) => name)
}

function mistakesTo(wanted: string, name: string): number {
  const last = name.split('::').at(-1) ?? name
  return Math.min(distance(wanted, name), distance(wanted, last))
}

/** Characters to add, take away, replace or swap with the next one (optimal string alignment). */
function distance(from: string, to: string): number {
  const [a, b] = [[...from], [...to]]
  let beforeLast: readonly number[] = []
  let last: readonly number[] = [0, ...b.map((_, column) => column + 1)]
  for (const [row, character] of a.entries()) {
    const next = [row + 1]
    for (const [column, other] of b.entries()) {
      const isSwapped = row > 0 && column > 0 && character === b[column - 1] && a[row - 1] === other
      next.push(
        Math.min(
          (last[column + 1] ?? 0) + 1,
          (next[column] ?? 0) + 1,
          (last[column] ?? 0) + (character === other ? 0 : 1),
          isSwapped ? (beforeLast[column - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    beforeLast = last
    last = next
  }
  return last.at(-1) ?? 0
}
