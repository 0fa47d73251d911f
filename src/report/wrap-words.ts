import {textWidth} from '../render/width.ts'

/** The lines of a text, broken between words where they are wider than so many columns. A word that is wider stays whole. */
export function wrapWords(text: string, width: number): string {
  return text
    .split('\n')
    .map(line => wrapLine(line, width))
    .join('\n')
}

function wrapLine(line: string, width: number): string {
  const [first = '', ...words] = line.split(' ')
  let written = first
  let column = textWidth(first)
  for (const word of words) {
    const wide = textWidth(word)
    const fits = column + 1 + wide <= width
    written += fits ? ` ${word}` : `\n${word}`
    column = fits ? column + 1 + wide : wide
  }
  return written
}
