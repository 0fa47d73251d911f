import type {Context} from './context.ts'
import type {Span, Style, StyledLine} from './line.ts'
import {sanitizeText} from './sanitize.ts'
import {splitSpans} from './split.ts'

const BORDER: Style = {color: 'border'}
const TAB = 4

/**
 * A code block: its language above, a bar at its left, which says enough where no colours do; lines that are too long go on below,
 * with a sign that they do.
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
  const spans = options.highlight?.(text, name) ?? [{text}]
  const mark: Span = {text: `${glyphs.continued} `, style: BORDER}
  const rows = splitSpans(spans, room, room - mark.text.length).flatMap(([first = [], ...rest]) => [
    first,
    ...rest.map(part => [mark, ...part]),
  ])
  const block = rows.map(row => (bar.text === '' ? row : [bar, ...row]))
  return name === '' ? block : [...label(name, context, width), ...block]
}

function label(name: string, {glyphs}: Context, width: number): readonly StyledLine[] {
  const text = `${glyphs.rule}${glyphs.rule} ${name}`
  return splitSpans([{text, style: {color: 'muted'}}], width)[0]?.slice(0, 1) ?? []
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
