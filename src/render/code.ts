import type {Context} from './context.ts'
import type {Span, Style, StyledLine} from './line.ts'
import {sanitizeText} from './sanitize.ts'
import {splitSpans} from './wrap.ts'

const CODE: Style = {color: 'code'}
const BORDER: Style = {color: 'border'}
const TAB = 4

/**
 * A code block: its language above, a bar at its left; lines that are too long go on below, with a sign that they do.
 * @param width columns of the whole block, at least 4
 */
export function renderCode(
  code: string,
  language: string,
  context: Context,
  width: number,
): readonly StyledLine[] {
  const {glyphs, options} = context
  const bar: Span = {text: width < 8 ? '' : `${glyphs.code} `, style: BORDER}
  const room = width - bar.text.length
  const name = sanitizeText(language).replaceAll(/\s/g, '')
  const text = expandTabs(sanitizeText(code))
  const spans = options.highlight?.(text, name) ?? [{text, style: CODE}]
  const lines = splitLines(spans).flatMap(line =>
    splitSpans(line, room).length > 1 ? continued(line, context, room) : [line],
  )
  const block = lines.map(line => (bar.text === '' ? line : [bar, ...line]))
  return name === '' ? block : [...label(name, context, width), ...block]
}

function label(name: string, {glyphs}: Context, width: number): readonly StyledLine[] {
  const text = `${glyphs.rule}${glyphs.rule} ${name}`
  return splitSpans([{text, style: {color: 'muted'}}], width).slice(0, 1)
}

/** The parts of a line that is too long, each but the first marked as a continuation. */
function continued(line: StyledLine, {glyphs}: Context, width: number): readonly StyledLine[] {
  const mark: Span = {text: `${glyphs.continued} `, style: BORDER}
  const [first, ...rest] = splitSpans(line, width - mark.text.length)
  return [first ?? [], ...rest.map(part => [mark, ...part])]
}

function splitLines(spans: readonly Span[]): readonly StyledLine[] {
  const lines: Span[][] = [[]]
  for (const span of spans) {
    for (const [index, text] of span.text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({...span, text})
    }
  }
  return lines
}

/** Tabs to the next multiple of four columns, counted in characters, as code has them at the start of lines. */
function expandTabs(code: string): string {
  if (!code.includes('\t')) return code
  return code
    .split('\n')
    .map(line => {
      let result = ''
      for (const [index, part] of line.split('\t').entries()) {
        if (index > 0) result += ' '.repeat(TAB - (result.length % TAB))
        result += part
      }
      return result
    })
    .join('\n')
}
