import {NO_COLORS, type Palette, STANDARD} from '../render/ansi.ts'

/** Signs that the screen itself is drawn with, each of one column unless said otherwise. */
export interface ScreenGlyphs {
  /** Between the levels of a deck. */
  readonly level: string
  readonly dot: string
  readonly done: string
  readonly left: string
  readonly rule: string
  readonly bar: string
  readonly range: string
  readonly above: string
  readonly below: string
  /** May take several columns. */
  readonly ellipsis: string
}

const UNICODE: ScreenGlyphs = {
  level: '›',
  dot: '·',
  done: '━',
  left: '─',
  rule: '╌',
  bar: '█',
  range: '–',
  above: '↑',
  below: '↓',
  ellipsis: '…',
}

const ASCII: ScreenGlyphs = {
  level: '>',
  dot: '|',
  done: '=',
  left: '-',
  rule: '-',
  bar: '#',
  range: '-',
  above: '^',
  below: 'v',
  ellipsis: '...',
}

/** What the terminal can show, and the learner wants to see. */
export interface LookOptions {
  /** Whether colours are used. Bold, dim and underlined text is used in any case. */
  readonly color: boolean
  /** Whether signs outside ASCII are avoided, but for those that the author wrote. */
  readonly ascii: boolean
}

/** How everything on the screen is drawn. */
export interface Look extends LookOptions {
  readonly glyphs: ScreenGlyphs
  readonly palette: Palette
}

export function lookOf({color, ascii}: LookOptions): Look {
  return {color, ascii, glyphs: ascii ? ASCII : UNICODE, palette: color ? STANDARD : NO_COLORS}
}
