/** Dots on a grid, from the top left. */
export interface Dots {
  readonly columns: number
  readonly rows: number
  readonly has: (x: number, y: number) => boolean
}

/**
 * The dots of a line through values; where one is missing the line is broken.
 *
 * @param places 0 (foot) to 1 (top), at equal distances from left to right.
 */
export function dotsOfLine(
  places: readonly (number | undefined)[],
  columns: number,
  rows: number,
): Dots {
  const dots = new Uint8Array(columns * rows)
  const last = Math.max(1, places.length - 1)
  let before: {readonly x: number; readonly y: number} | undefined
  places.forEach((place, index) => {
    if (place === undefined) {
      before = undefined
      return
    }
    const x = Math.round((index / last) * (columns - 1))
    const y = Math.round((1 - place) * (rows - 1))
    stroke(dots, columns, before ?? {x, y}, {x, y})
    before = {x, y}
  })
  return {columns, rows, has: (x, y) => dots[y * columns + x] === 1}
}

function stroke(
  dots: Uint8Array,
  columns: number,
  from: {readonly x: number; readonly y: number},
  to: {readonly x: number; readonly y: number},
): void {
  const steps = Math.max(1, Math.abs(to.x - from.x), Math.abs(to.y - from.y))
  for (let step = 0; step <= steps; step += 1) {
    const x = Math.round(from.x + ((to.x - from.x) * step) / steps)
    const y = Math.round(from.y + ((to.y - from.y) * step) / steps)
    dots[y * columns + x] = 1
  }
}

/** Dots of a braille character, by column and row; as Unicode numbers them. */
const BRAILLE_BITS = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const

export const BRAILLE_COLUMNS = 2
export const BRAILLE_ROWS = 4

/** The braille character of the dots in one cell; nothing where there are none. */
export function brailleAt(dots: Dots, column: number, row: number): string | undefined {
  let bits = 0
  BRAILLE_BITS.forEach((bitsOfColumn, x) => {
    bitsOfColumn.forEach((bit, y) => {
      if (dots.has(column * BRAILLE_COLUMNS + x, row * BRAILLE_ROWS + y)) bits |= bit
    })
  })
  return bits === 0 ? undefined : String.fromCodePoint(0x2800 + bits)
}
