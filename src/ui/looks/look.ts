import {NO_COLORS, type Palette, STANDARD, toAnsi} from '../../render/ansi.ts'
import {plainText, type StyledLine} from '../../render/line.ts'
import {type Colors, paletteNamed, type Theme} from '../../render/palettes.ts'

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
  /** Whether colours are used. Bold, dim and underlined text is used unless `attributes` says otherwise. */
  readonly color: boolean
  /** Whether signs outside ASCII are avoided, but for those that the author wrote. */
  readonly ascii: boolean
  /** `standard` unless given. */
  readonly theme?: Theme
  /** Dark unless given. */
  readonly background?: Colors['background']
  /** Whether the terminal may be asked for its background. */
  readonly isAskable?: boolean
  /** Told what the terminal says of its background, which the next screen need not ask for then. */
  readonly hearBackground?: (background: Colors['background']) => void
  /** How many colours the terminal has; sixteen unless given. */
  readonly colorCount?: Colors['count']
  /** False where not even bold text can be shown: emphasis is then marked as in Markdown. */
  readonly attributes?: boolean
  /** Whether the terminal opens links (OSC 8). Else their addresses are written out. */
  readonly hyperlinks?: boolean
}

/** How everything on the screen is drawn. */
export interface Look extends LookOptions {
  readonly glyphs: ScreenGlyphs
  readonly palette: Palette
}

/** The signs and colours for a terminal and a learner. */
export function lookOf(options: LookOptions): Look {
  const {ascii} = options
  return {...options, glyphs: ascii ? ASCII : UNICODE, palette: paletteOf(options)}
}

/** A line as it is written to the terminal: with the sequences that show its looks, as far as there are any. */
export function lineText(
  line: StyledLine,
  {palette, attributes = true, hyperlinks = false}: Look,
): string {
  return attributes ? toAnsi(line, palette, {hyperlinks}) : plainText(line)
}

/** Whether anything on the screen is told by a colour, so that without one it must be told otherwise. */
export function isColorful({color, theme}: LookOptions): boolean {
  return color && theme !== 'monochrome'
}

function paletteOf(options: LookOptions): Palette {
  const {attributes = true, theme = 'standard', background = 'dark', colorCount = 16} = options
  if (!attributes) return {}
  if (!isColorful(options)) return NO_COLORS
  return paletteNamed(theme, {background, count: colorCount}) ?? STANDARD
}
