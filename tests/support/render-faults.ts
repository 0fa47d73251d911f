import stringWidth from 'string-width'
import {glyphsOf} from '../../src/render/glyphs.ts'
import {plainText, type Span, type StyledLine, widthOf} from '../../src/render/line.ts'

const CONTROL = /[\p{Cc}\p{Bidi_Control}]|\p{Cs}/u

/** Tags of HTML as documents use it. What looks like a tag and is none of these (`List<T>`) is the author’s text. */
const TAG =
  /<!--|<\/?(?:a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var)(?:\s[^<>]*)?\/?>/i

/**
 * What is wrong with lines that were rendered for a width, as sentences: too wide, control characters, tags that are shown, borders
 * of a table that do not stand below one another.
 */
export function faultsOf(
  lines: readonly StyledLine[],
  width: number,
  ascii: boolean,
): readonly string[] {
  return [...lines.flatMap(line => lineFaults(line, width, ascii)), ...tornTables(lines, ascii)]
}

function lineFaults(line: StyledLine, width: number, ascii: boolean): readonly string[] {
  const text = plainText(line)
  const columns = Math.max(stringWidth(text), widthOf(line))
  const tag = TAG.exec(proseOf(line, ascii))?.[0]
  return [
    ...(columns > width ? [`${columns} columns: ${text}`] : []),
    ...(CONTROL.test(text) ? [`control character: ${JSON.stringify(text)}`] : []),
    ...(tag === undefined ? [] : [`${tag} in: ${text}`]),
  ]
}

/** The line without its code. */
function proseOf(line: StyledLine, ascii: boolean): string {
  const bar = `${glyphsOf(ascii).code} `
  const code = line.findIndex(span => isBorder(span) && span.text === bar)
  const prose = code === -1 ? line : line.slice(0, code)
  return prose.map(span => (span.style?.color === 'code' ? '\u0001' : span.text)).join('')
}

/** Lines of one table that have their borders at other columns than the line above, or none below a line of crossings. */
function tornTables(lines: readonly StyledLine[], ascii: boolean): readonly string[] {
  const {crossing} = glyphsOf(ascii)
  return lines.flatMap((line, index) => {
    const lineAbove = lines[index - 1] ?? []
    const above = bordersOf(lineAbove, ascii)
    const borders = bordersOf(line, ascii)
    if (above.length === 0 || plainText(line).trim() === '') return []
    const isBelowCrossings = lineAbove.some(span => isBorder(span) && span.text.includes(crossing))
    if (borders.length === 0 && !isBelowCrossings) return []
    return above.join() === borders.join() ? [] : [`torn table: ${plainText(line)}`]
  })
}

/** The columns at which a line has borders or crossings of a table. */
function bordersOf(line: StyledLine, ascii: boolean): readonly number[] {
  const {column, crossing} = glyphsOf(ascii)
  const borders: number[] = []
  let at = 0
  for (const span of line) {
    if (isBorder(span) && (span.text === ` ${column} ` || span.text.includes(crossing))) {
      for (const [offset, sign] of [...span.text].entries()) {
        if (sign === column || sign === crossing) borders.push(at + offset)
      }
    }
    at += widthOf([span])
  }
  return borders
}

function isBorder({style}: Span): boolean {
  return style?.color === 'border'
}
