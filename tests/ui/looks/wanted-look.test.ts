import {describe, expect, it} from 'vitest'
import {
  type LookFeatures,
  type LookSettings,
  wantedLook,
} from '../../../src/ui/looks/wanted-look.ts'

const SETTINGS: LookSettings = {theme: 'standard', background: 'auto', ascii: false, links: 'auto'}
const FEATURES: LookFeatures = {
  colors: 256,
  hasAttributes: true,
  hasUnicode: true,
  background: undefined,
  isAskable: true,
  hyperlinks: true,
}

describe('the look that is wanted', () => {
  it.each<[string, Partial<LookSettings>, Partial<LookFeatures>, object]>([
    [
      'what the terminal can',
      {},
      {},
      {color: true, colorCount: 256, hyperlinks: true, ascii: false},
    ],
    ['no colours', {theme: 'high-contrast'}, {colors: 0}, {color: false}],
    ['sixteen colours', {}, {colors: 16}, {color: true, colorCount: 16}],
    ['ASCII where it is set', {ascii: true}, {}, {ascii: true}],
    ['ASCII where the terminal has no more', {}, {hasUnicode: false}, {ascii: true}],
    ['links off', {links: 'off'}, {}, {hyperlinks: false}],
    ['links on', {links: 'on'}, {hyperlinks: false}, {hyperlinks: true}],
    ['no links on a dumb terminal', {links: 'on'}, {hasAttributes: false}, {hyperlinks: false}],
    [
      'a background that is set',
      {background: 'light'},
      {background: 'dark'},
      {background: 'light', isAskable: false},
    ],
    [
      'a background that the environment tells',
      {},
      {background: 'light'},
      {background: 'light', isAskable: true},
    ],
    ['a terminal that cannot be asked', {}, {isAskable: false}, {isAskable: false}],
  ])('%s', (_, settings, features, look) => {
    expect(wantedLook({...SETTINGS, ...settings}, {...FEATURES, ...features})).toMatchObject(look)
  })

  it('has no background where nothing tells it', () => {
    expect(wantedLook(SETTINGS, FEATURES)).not.toHaveProperty('background')
  })
})
