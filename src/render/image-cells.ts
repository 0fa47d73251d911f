import type {Span, StyledLine} from './line.ts'

/** An image that the terminal holds, and draws wherever its cells stand in the text. */
export interface DrawnImage {
  /** What the terminal knows it by: 1 to 0xffffff. */
  readonly id: number
  readonly columns: number
  /** 1 to `MOST_ROWS`. */
  readonly rows: number
}

/** The image of an address, at most as many columns wide; nothing where it cannot be drawn, or not yet. */
export type DrawImage = (address: string, columns: number) => DrawnImage | undefined

/** In kitty’s protocol this character stands for a piece of an image. */
const CELL = '\u{10eeee}'

/** The marks that number rows and columns there, from 0 on: the first of its 297. */
const NUMBERS = [
  ...[0x305, 0x30d, 0x30e, 0x310, 0x312, 0x33d, 0x33e, 0x33f, 0x346, 0x34a, 0x34b, 0x34c, 0x350],
  ...[0x351, 0x352, 0x357, 0x35b],
  ...Array.from({length: 13}, (_, index) => 0x363 + index),
].map(codePoint => String.fromCodePoint(codePoint))

/** Higher images are made smaller. */
export const MOST_ROWS = NUMBERS.length

/**
 * An image as text: cells that move, scroll and are drawn over as any other text is, and in which the terminal shows the image. The
 * first of a row says which row it is; those beside it go on from there.
 */
export function imageLines({id, columns, rows}: DrawnImage): readonly StyledLine[] {
  return NUMBERS.slice(0, rows).map((row): StyledLine => {
    const span: Span = {text: CELL + row + NUMBERS[0] + CELL.repeat(columns - 1), imageId: id}
    return [span]
  })
}
