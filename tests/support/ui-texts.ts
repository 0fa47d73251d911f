import fc from 'fast-check'
import {expect} from 'vitest'
import {plainText, type StyledLine, widthOf} from '../../src/render/line.ts'
import {lookOf} from '../../src/ui/looks/look.ts'

/** Whatever a document, a deck’s name or a keyboard may hold. */
export const anyText = fc.oneof(
  fc.string({unit: 'grapheme', maxLength: 80}),
  fc
    .array(
      fc.constantFrom(
        'word',
        'incomprehensibilities-of-the-solar-system',
        ' ',
        '\n',
        '\t',
        '行星有哪些？',
        'かな。',
        '👩‍🚀',
        '🇩🇪',
        '🏽',
        '\u0301',
        '\u200d',
        'שלום',
        'مرحبا',
        '\u202e',
        '\u001b[31m',
        '\u009b2J',
        '\u0007',
        '\ud800',
        '**',
        '`',
      ),
      {maxLength: 12},
    )
    .map(parts => parts.join('')),
)

/** Columns of a frame, the narrow ones more often. */
export const anyWidth = fc.oneof(fc.integer({min: 8, max: 40}), fc.integer({min: 8, max: 250}))

export const anyLook = fc.record({color: fc.boolean(), ascii: fc.boolean()}).map(lookOf)

const UNSAFE = /[\p{Cc}\p{Bidi_Control}]|\p{Cs}/u

/** No line is wider than asked for, and a terminal has nothing to obey. */
export function expectFit(lines: readonly StyledLine[], width: number): void {
  for (const line of lines) {
    const text = plainText(line)
    expect(widthOf(line), text).toBeLessThanOrEqual(width)
    expect(text).not.toMatch(UNSAFE)
  }
}

/** The lines as one text. */
export function textOf(lines: readonly StyledLine[]): string {
  return lines.map(line => plainText(line).trimEnd()).join('\n')
}
