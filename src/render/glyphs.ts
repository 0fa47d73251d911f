/** The signs that rendering adds to what the author wrote, each of one column unless said otherwise. */
export interface Glyphs {
  /** Before list items, by depth. */
  readonly bullets: readonly [string, string, string]
  /** Under a heading of level 1 and 2. */
  readonly underlines: readonly [string, string]
  /** Before a heading of level 3 to 6. */
  readonly headings: readonly [string, string, string, string]
  readonly rule: string
  readonly quote: string
  readonly code: string
  /** Before the rest of a code line that was broken. */
  readonly continued: string
  readonly column: string
  readonly crossing: string
  readonly dash: string
  readonly ellipsis: string
}

const UNICODE: Glyphs = {
  bullets: ['•', '◦', '–'],
  underlines: ['═', '─'],
  headings: ['■', '□', '◆', '◇'],
  rule: '─',
  quote: '│',
  code: '┆',
  continued: '↪',
  column: '│',
  crossing: '┼',
  dash: '—',
  ellipsis: '…',
}

const ASCII: Glyphs = {
  bullets: ['-', '*', '+'],
  underlines: ['=', '-'],
  headings: ['###', '####', '#####', '######'],
  rule: '-',
  quote: '|',
  code: ':',
  continued: '\\',
  column: '|',
  crossing: '+',
  dash: '-',
  ellipsis: '...',
}

/** The signs to draw with. */
export function glyphsOf(ascii: boolean): Glyphs {
  return ascii ? ASCII : UNICODE
}
