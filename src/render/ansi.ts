import type {Role, Span, Style, StyledLine} from './line.ts'
import {sanitizeText} from './sanitize.ts'

/** SGR parameters of each role: one colour, or one attribute where there are no colours. A role left out looks like any text. */
export type Palette = Readonly<Partial<Record<Role, readonly number[]>>>

/** For `NO_COLOR`: attributes such as bold stay, colours go. In code, keywords are bold and comments dim. */
export const NO_COLORS: Palette = {border: [2], muted: [2], keyword: [1], comment: [2]}

/**
 * The terminal’s own sixteen colours, so that its theme decides how they look, on a dark background. Blue and magenta are the bright
 * ones: the others fall to a contrast of 2.2 against the background (tests/render/palettes.test.ts measures it). What is
 * muted is dimmed text: the bright black that others use is the background itself in Solarized.
 */
export const STANDARD: Palette = {
  heading: [36],
  accent: [36],
  code: [33],
  math: [95],
  link: [94],
  quote: [32],
  marker: [36],
  border: [2],
  muted: [2],
  keyword: [95],
  string: [32],
  number: [33],
  comment: [2],
  function: [94],
  type: [36],
  good: [32],
  warning: [33],
  bad: [31],
}

export interface AnsiOptions {
  /** Write links as OSC 8, for terminals that know it. */
  readonly hyperlinks?: boolean
}

/**
 * The line with the sequences that show its looks: SGR and, if asked for, OSC 8, each closed where its span ends; no movement of
 * the cursor. Ink’s `<Text>` takes it as it is.
 */
export function toAnsi(line: StyledLine, palette: Palette, options: AnsiOptions = {}): string {
  let result = ''
  for (const span of line) result += spanToAnsi(span, palette, options)
  return result
}

function spanToAnsi(span: Span, palette: Palette, {hyperlinks}: AnsiOptions): string {
  const text = sanitizeText(span.text)
  if (span.imageId !== undefined) return imageCells(text, span.imageId)
  const {open, close} = span.style ? sequencesOf(span.style, palette) : NO_SEQUENCES
  const styled = open + text + close
  if (!hyperlinks || span.href === undefined) return styled
  return `${linkTo(encodeAddress(span.href))}${styled}${linkTo('')}`
}

/** The colour of the cells says which image they are of. */
function imageCells(text: string, id: number): string {
  return sgr([38, 2, (id >> 16) & 255, (id >> 8) & 255, id & 255]) + text + sgr([39])
}

interface Sequences {
  readonly open: string
  readonly close: string
}

const NO_SEQUENCES: Sequences = {open: '', close: ''}

function sequencesOf(style: Style, palette: Palette): Sequences {
  const on: number[] = []
  if (style.bold) on.push(1)
  if (style.dim) on.push(2)
  if (style.italic) on.push(3)
  if (style.underline) on.push(4)
  if (style.inverse) on.push(7)
  if (style.strikethrough) on.push(9)
  const off = on.map(endOf)
  const role = style.color ? palette[style.color] : undefined
  if (role?.[0] !== undefined) {
    on.push(...role)
    off.push(endOf(role[0]))
  }
  return on.length === 0 ? NO_SEQUENCES : {open: sgr(on), close: sgr([...new Set(off)])}
}

/** The parameter that ends what another one starts. */
function endOf(parameter: number): number {
  if (parameter === 1) return 22
  return parameter < 10 ? 20 + parameter : 39
}

function sgr(parameters: readonly number[]): string {
  return `\u001b[${parameters.join(';')}m`
}

function linkTo(address: string): string {
  return `\u001b]8;;${address}\u001b\\`
}

/** What OSC 8 allows in an address: printable ASCII. */
function encodeAddress(address: string): string {
  return sanitizeText(address).replaceAll(/[^\x21-\x7e]/gu, character =>
    encodeURIComponent(character),
  )
}
