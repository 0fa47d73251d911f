import type {Theme} from '../../render/palettes.ts'
import type {LookOptions} from './look.ts'

/** What the learner has set. */
export interface LookSettings {
  readonly theme: Theme
  readonly background: 'auto' | 'light' | 'dark'
  readonly ascii: boolean
  readonly links: 'auto' | 'on' | 'off'
}

/** What the terminal can do. */
export interface LookFeatures {
  readonly colors: 0 | 16 | 256
  readonly hasAttributes: boolean
  readonly hasUnicode: boolean
  readonly background: 'dark' | 'light' | undefined
  readonly isAskable: boolean
  readonly hyperlinks: boolean
}

/** What is set, as far as the terminal can do it; and what it can do, where that is left to the program. */
export function wantedLook(settings: LookSettings, features: LookFeatures): LookOptions {
  const {theme, background: wanted, links} = settings
  const {colors, hasAttributes, hasUnicode} = features
  const background = wanted === 'auto' ? features.background : wanted
  return {
    theme,
    color: colors > 0,
    colorCount: colors === 256 ? 256 : 16,
    ascii: settings.ascii || !hasUnicode,
    attributes: hasAttributes,
    hyperlinks: hasAttributes && (links === 'auto' ? features.hyperlinks : links === 'on'),
    // What `COLORFGBG` says may be of another time: programs change their colours as they run.
    isAskable: wanted === 'auto' && features.isAskable,
    ...(background && {background}),
  }
}
