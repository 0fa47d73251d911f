import {NO_COLORS, type Palette, STANDARD} from './ansi.ts'
import type {Role} from './line.ts'

/** What the learner can ask for by name. */
export const THEMES = ['standard', 'high-contrast', 'colour-blind', 'monochrome'] as const

export type Theme = (typeof THEMES)[number]

/** What the terminal shows colours on, and how many it has. */
export interface Colors {
  readonly background: 'dark' | 'light'
  /** 256 where the terminal has as many or more. */
  readonly count: 16 | 256
}

/**
 * The colours of a theme. How they were chosen, by WCAG’s contrast ratio against the backgrounds of common terminals (the
 * tests measure all of it):
 *
 * - `standard`: the terminal’s own sixteen colours, so that its theme decides; 3 and more in the schemes that terminals ship with.
 * - `high-contrast`: 7 and more for every role (WCAG AAA).
 * - `colour-blind`: 4.5 and more (AA); good, warning and bad, and the tokens of code, differ in blue against yellow and in lightness, and so
 *   for each kind of colour blindness. Nothing relies on red against green.
 * - `monochrome`: bold, dim and underlined text only.
 *
 * The middle two need the 256-colour palette, whose colours are fixed. With sixteen, high contrast is the plain colour of the
 * terminal’s text, and `colour-blind` keeps to blue, yellow and magenta.
 *
 * @param name any case, `color` as well as `colour`
 * @returns undefined where there is no theme of that name
 */
export function paletteNamed(name: string, colors: Colors): Palette | undefined {
  const wanted = name.trim().toLowerCase().replace('color', 'colour')
  const theme = THEMES.find(known => known === wanted)
  return theme && paletteOf(theme, colors)
}

function paletteOf(theme: Theme, {background, count}: Colors): Palette {
  const isLight = background === 'light'
  switch (theme) {
    case 'standard':
      return isLight ? STANDARD_LIGHT : STANDARD
    case 'high-contrast':
      if (count === 16) return {}
      return isLight ? HIGH_CONTRAST_LIGHT : HIGH_CONTRAST_DARK
    case 'colour-blind':
      if (count === 16) return isLight ? COLOUR_BLIND_LIGHT_16 : COLOUR_BLIND_DARK_16
      return isLight ? COLOUR_BLIND_LIGHT : COLOUR_BLIND_DARK
    case 'monochrome':
      return NO_COLORS
  }
}

/** On white only red, blue and magenta can be read in every scheme; yellow and cyan fall to 1.7. */
const STANDARD_LIGHT: Palette = {
  ...STANDARD,
  heading: [34],
  accent: [34],
  code: [35],
  math: [35],
  link: [34],
  quote: [2],
  marker: [34],
  keyword: [34],
  string: [31],
  number: [35],
  function: [34],
  type: [35],
  good: [34],
  warning: [35],
  bad: [31],
}

const HIGH_CONTRAST_DARK = indexed({
  heading: 123,
  accent: 123,
  code: 229,
  math: 225,
  link: 153,
  quote: 194,
  marker: 123,
  border: 252,
  muted: 252,
  keyword: 219,
  string: 157,
  number: 229,
  comment: 252,
  function: 153,
  type: 123,
  good: 157,
  warning: 229,
  bad: 218,
})

const HIGH_CONTRAST_LIGHT = indexed({
  heading: 18,
  accent: 18,
  code: 53,
  math: 54,
  link: 19,
  quote: 22,
  marker: 18,
  border: 238,
  muted: 238,
  keyword: 19,
  string: 22,
  number: 88,
  comment: 238,
  function: 16,
  type: 54,
  good: 22,
  warning: 55,
  bad: 88,
})

const COLOUR_BLIND_DARK = indexed({
  heading: 81,
  accent: 81,
  code: 222,
  math: 229,
  link: 75,
  quote: 152,
  marker: 81,
  border: 247,
  muted: 247,
  keyword: 75,
  string: 222,
  number: 229,
  comment: 247,
  function: 153,
  type: 117,
  good: 75,
  warning: 229,
  bad: 208,
})

const COLOUR_BLIND_LIGHT = indexed({
  heading: 25,
  accent: 25,
  code: 94,
  math: 58,
  link: 26,
  quote: 240,
  marker: 25,
  border: 242,
  muted: 241,
  keyword: 26,
  string: 88,
  number: 58,
  comment: 241,
  function: 18,
  type: 20,
  good: 26,
  warning: 94,
  bad: 52,
})

const COLOUR_BLIND_DARK_16: Palette = {
  ...STANDARD,
  quote: [2],
  string: [33],
  number: [36],
  good: [94],
  bad: [95],
}

const COLOUR_BLIND_LIGHT_16: Palette = {...STANDARD_LIGHT, string: [35], number: [2]}

/** Colours by their index in the 256-colour palette. */
function indexed(indexes: Readonly<Record<Role, number>>): Palette {
  return Object.fromEntries(Object.entries(indexes).map(([role, index]) => [role, [38, 5, index]]))
}
