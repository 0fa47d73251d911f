import type {DiffSpan} from '../../core/typed-answer.ts'
import type {Span, StyledLine} from '../../render/line.ts'
import {wrapSpans} from '../../render/wrap.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import type {Typed} from '../review/review-state.ts'
import {span} from '../text/fit.ts'

/** What was typed, compared with the answer: signs tell what is missing and what is too much, colours too. */
export function typedLines(
  {diff: {spans, likeness}}: Typed,
  {width}: Layout,
  {glyphs}: Look,
): readonly StyledLine[] {
  const percent = Math.floor(likeness * 100)
  const title = likeness === 1 ? 'What you typed is right.' : `What you typed: ${percent} % alike.`
  const legend = spans.some(({kind}) => kind !== 'equal')
    ? wrapSpans([span('{+missing+}  [-too much-]', {dim: true})], width)
    : []
  const rule: StyledLine = [span(glyphs.rule.repeat(width), {dim: true, color: 'border'})]
  return [
    ...wrapSpans([span(title, {bold: true})], width),
    ...legend,
    ...wrapSpans(
      spans.flatMap((each, index) => signed(each, spans[index - 1])),
      width,
    ),
    rule,
  ]
}

/** The white space before a word stays outside the sign. What is missing and what was typed instead are apart, unless within a word. */
function signed({kind, text}: DiffSpan, before: DiffSpan | undefined): readonly Span[] {
  const words = text.trimStart()
  const isApart = before !== undefined && before.kind !== 'equal' && /\s/.test(before.text + words)
  const gap = text.length === words.length && !isApart ? [] : [span(' ')]
  switch (kind) {
    case 'equal':
      return [span(text)]
    case 'missing':
      return words === '' ? gap : [...gap, span(`{+${words}+}`, {bold: true, color: 'good'})]
    case 'extra':
      return words === '' ? gap : [...gap, span(`[-${words}-]`, {color: 'bad'})]
  }
}
