/** The words of an unfinished command line, as a POSIX shell would split it; the last one is being typed. */
export interface ShellLine {
  /** Complete words, without their quotes. */
  readonly before: readonly string[]
  /** What was typed of the last word, without its quotes; empty where it has not begun. */
  readonly current: string
  /** The quote that the last word is inside of. */
  readonly quote: '"' | "'" | undefined
}

/** Splits a command line that ends where the cursor stands. Substitutions and variables are taken as they are written. */
export function splitShellLine(line: string): ShellLine {
  const before: string[] = []
  let current = ''
  let hasBegun = false
  let quote: ShellLine['quote']
  const characters = [...line]
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? ''
    if (quote !== undefined && character === quote) quote = undefined
    else if (quote === undefined && (character === '"' || character === "'")) {
      quote = character
      hasBegun = true
    } else if (character === '\\' && quote !== "'" && index + 1 < characters.length) {
      index += 1
      const escaped = characters[index] ?? ''
      current += quote === '"' && !'"\\$`'.includes(escaped) ? `\\${escaped}` : escaped
      hasBegun = true
    } else if (quote === undefined && /\s/.test(character)) {
      if (hasBegun) before.push(current)
      current = ''
      hasBegun = false
    } else {
      current += character
      hasBegun = true
    }
  }
  return {before, current, quote}
}

/** The word, written so that a POSIX shell reads it as one; as little is escaped as is needed. */
export function quoteForShell(word: string): string {
  if (word === '') return "''"
  // A line break after a backslash would be taken away.
  if (/[\n\r]/.test(word)) return `'${word.replace(/'/g, `'\\''`)}'`
  return word.replace(/[^\p{L}\p{N}_./:=@%+,-]/gu, '\\$&')
}
