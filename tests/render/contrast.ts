/** sRGB, 0–255 each. */
export type Rgb = readonly [number, number, number]

/** WCAG 2.2’s contrast ratio of two colours: 1 (none) to 21 (black on white). */
export function contrastOf(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** WCAG 2.2’s relative luminance, 0–1. */
function luminanceOf(color: Rgb): number {
  const [r, g, b] = linearOf(color)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linearOf(color: Rgb): Rgb {
  return mapped(color, value => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
}

function mapped([r, g, b]: Rgb, change: (value: number) => number): Rgb {
  return [change(r), change(g), change(b)]
}

type Matrix = readonly [Rgb, Rgb, Rgb]

function applied([x, y, z]: Matrix, color: Rgb): Rgb {
  const times = (row: Rgb) => row[0] * color[0] + row[1] * color[1] + row[2] * color[2]
  return [times(x), times(y), times(z)]
}

/** Complete colour blindness of each kind in linear RGB: Machado, Oliveira and Fernandes 2009, severity 1. */
export const COLOR_BLINDNESS = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, Matrix>

export type ColorBlindness = keyof typeof COLOR_BLINDNESS

/**
 * How different two colours look to one with that colour blindness: the distance in Oklab (Ottosson 2020). Black and white are 1
 * apart; 0.1 is plain to see side by side.
 */
export function differenceOf(a: Rgb, b: Rgb, blindness: ColorBlindness | undefined): number {
  const [la, aa, ba] = oklabOf(seen(linearOf(a), blindness))
  const [lb, ab, bb] = oklabOf(seen(linearOf(b), blindness))
  return Math.hypot(la - lb, aa - ab, ba - bb)
}

function seen(linear: Rgb, blindness: ColorBlindness | undefined): Rgb {
  if (blindness === undefined) return linear
  return mapped(applied(COLOR_BLINDNESS[blindness], linear), value =>
    Math.min(1, Math.max(0, value)),
  )
}

function oklabOf(linear: Rgb): Rgb {
  const cones = applied(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    linear,
  )
  return applied(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    mapped(cones, Math.cbrt),
  )
}

/** The colour of an index of the 256-colour palette from 16 on, which terminals agree on: a cube of 6×6×6 and 24 greys. */
export function rgbOfIndex(index: number): Rgb {
  if (index >= 232) return mapped([0, 0, 0], () => 8 + 10 * (index - 232))
  const level = (value: number) => (value === 0 ? 0 : 55 + 40 * value)
  const at = index - 16
  return [level(Math.floor(at / 36)), level(Math.floor(at / 6) % 6), level(at % 6)]
}

/** `#rrggbb`. */
export function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}
