import {describe, expect, it} from 'vitest'
import {NO_COLORS, type Palette, STANDARD} from '../../src/render/ansi.ts'
import type {Role} from '../../src/render/line.ts'
import {type Colors, paletteNamed, THEMES} from '../../src/render/palettes.ts'
import {
  COLOR_BLINDNESS,
  type ColorBlindness,
  contrastOf,
  differenceOf,
  type Rgb,
  rgbOf,
  rgbOfIndex,
} from './contrast.ts'

/** Backgrounds that people have: black, and those of the schemes most in use. */
const BACKGROUNDS = {
  dark: ['#000000', '#1e1e1e', '#282a36', '#282c34', '#2e3440', '#002b36', '#300a24'].map(rgbOf),
  light: ['#ffffff', '#fafafa', '#eff1f5', '#fdf6e3', '#fbf1c7'].map(rgbOf),
}

/**
 * The sixteen colours that terminals ship with: the background, then red, green, yellow, blue, magenta and cyan, and the
 * same six bright.
 */
const SCHEMES: Readonly<Record<Colors['background'], Readonly<Record<string, string>>>> = {
  dark: {
    xterm:
      '#000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff',
    'VS Code':
      '#1e1e1e cd3131 0dbc79 e5e510 2472c8 bc3fbc 11a8cd f14c4c 23d18b f5f543 3b8eea d670d6 29b8db',
    Windows:
      '#0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6',
    GNOME:
      '#171421 cc0000 4e9a06 c4a000 3465a4 75507b 06989a ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2',
    macOS:
      '#000000 c23621 25bc24 adad27 492ee1 d338d3 33bbc8 fc391f 31e722 eaec23 5833ff f935f8 14f0f0',
    Solarized:
      '#002b36 dc322f 859900 b58900 268bd2 d33682 2aa198 cb4b16 586e75 657b83 839496 6c71c4 93a1a1',
  },
  light: {
    xterm:
      '#ffffff cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff',
    'VS Code':
      '#ffffff cd3131 107c10 949800 0451a5 bc05bc 0598bc cd3131 14ce14 b5ba00 0451a5 bc05bc 0598bc',
    GNOME:
      '#ffffff cc0000 4e9a06 c4a000 3465a4 75507b 06989a ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2',
    macOS:
      '#ffffff c23621 25bc24 adad27 492ee1 d338d3 33bbc8 fc391f 31e722 eaec23 5833ff f935f8 14f0f0',
    Solarized:
      '#fdf6e3 dc322f 859900 b58900 268bd2 d33682 2aa198 cb4b16 586e75 657b83 839496 6c71c4 93a1a1',
  },
}

const palette = (name: string, background: Colors['background'], count: Colors['count']): Palette =>
  paletteNamed(name, {background, count}) ?? expect.unreachable(name)

const indexOf = (parameters: readonly number[] = []): number => {
  expect(parameters.slice(0, 2)).toEqual([38, 5])
  return parameters[2] ?? Number.NaN
}

const ATTRIBUTES = new Set([2])

/** Red to cyan at 31–36 and bright at 91–96, as an index of a scheme. */
const inScheme = (parameter: number) => (parameter > 90 ? parameter - 91 + 7 : parameter - 30)

describe.each(['dark', 'light'] as const)('on a %s background', background => {
  it.each([
    ['high-contrast', 7],
    ['colour-blind', 4.5],
  ])('%s has a contrast of at least %d everywhere', (name, least) => {
    for (const [role, parameters] of Object.entries(palette(name, background, 256))) {
      const color = rgbOfIndex(indexOf(parameters))
      for (const behind of BACKGROUNDS[background]) {
        expect(contrastOf(color, behind), role).toBeGreaterThanOrEqual(least)
      }
    }
  })

  it.each(['standard', 'colour-blind'])('%s in sixteen colours has at least 3', name => {
    for (const [role, [parameter = Number.NaN]] of Object.entries(palette(name, background, 16))) {
      if (ATTRIBUTES.has(parameter)) continue
      for (const [scheme, colors] of Object.entries(SCHEMES[background])) {
        const [behind = '', ...others] = colors.split(' ')
        const color = `#${others[inScheme(parameter) - 1]}`
        expect(contrastOf(rgbOf(color), rgbOf(behind)), `${role} ${scheme}`).toBeGreaterThanOrEqual(
          3,
        )
      }
    }
  })

  const groups: readonly (readonly Role[])[] = [
    ['good', 'warning', 'bad'],
    ['keyword', 'string', 'comment', 'function'],
  ]
  const kinds: readonly (ColorBlindness | undefined)[] = [
    undefined,
    ...(Object.keys(COLOR_BLINDNESS) as ColorBlindness[]),
  ]

  it.each(groups)('colour-blind tells %s, %s and %s apart for every eye', (...roles) => {
    const colors = palette('colour-blind', background, 256)
    const rgb = (role: Role): Rgb => rgbOfIndex(indexOf(colors[role]))
    for (const [index, role] of roles.entries()) {
      for (const other of roles.slice(index + 1)) {
        for (const kind of kinds) {
          expect(
            differenceOf(rgb(role), rgb(other), kind),
            `${role} ${other} ${kind}`,
          ).toBeGreaterThan(0.1)
        }
      }
    }
  })

  it('no colour-blind palette has a green, or red, to tell good from bad by', () => {
    const {good, bad} = palette('colour-blind', background, 16)
    expect([good, bad]).not.toContainEqual([32])
    expect(good).toEqual(background === 'dark' ? [94] : [34])
  })
})

describe('names', () => {
  it.each(THEMES)('%s has a palette for every terminal', name => {
    for (const background of ['dark', 'light'] as const) {
      for (const count of [16, 256] as const) {
        expect(paletteNamed(name, {background, count})).toBeDefined()
      }
    }
  })

  it('are taken in any case, and with either spelling', () => {
    const colors = {background: 'dark', count: 256} as const
    expect(paletteNamed(' Color-Blind ', colors)).toBe(paletteNamed('colour-blind', colors))
    expect(paletteNamed('STANDARD', colors)).toBe(STANDARD)
    expect(paletteNamed('monochrome', colors)).toBe(NO_COLORS)
  })

  it('that are none have none', () => {
    expect(paletteNamed('sepia', {background: 'dark', count: 256})).toBeUndefined()
  })

  it('high contrast with sixteen colours is the terminal’s own text', () => {
    expect(palette('high-contrast', 'dark', 16)).toEqual({})
  })
})

describe('measuring', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#0000ff', '#ffffff', 8.59],
  ])('the contrast of %s and %s is %d', (a, b, ratio) => {
    expect(contrastOf(rgbOf(a), rgbOf(b))).toBeCloseTo(ratio, 2)
    expect(contrastOf(rgbOf(b), rgbOf(a))).toBeCloseTo(ratio, 2)
  })

  it('black and white are 1 apart, red and green are nearer to one who lacks red cones', () => {
    expect(differenceOf([0, 0, 0], [255, 255, 255], undefined)).toBeCloseTo(1, 3)
    const [red, green] = [rgbOf('#d00000'), rgbOf('#6a6a00')]
    expect(differenceOf(red, green, 'deuteranopia')).toBeLessThan(
      differenceOf(red, green, undefined) / 2,
    )
  })

  it.each([
    [16, '#000000'],
    [75, '#5fafff'],
    [231, '#ffffff'],
    [232, '#080808'],
    [255, '#eeeeee'],
  ])('colour %d is %s', (index, hex) => {
    expect(rgbOfIndex(index)).toEqual(rgbOf(hex))
  })
})
