import type {Settings} from '../core/options.ts'
import type {Terminal} from '../platform/terminal.ts'
import type {LookOptions} from '../ui/look.ts'
import {wantedLook} from '../ui/wanted-look.ts'

/** How the screen is drawn: what was asked for this once, else as the learner has set, as far as the terminal can. */
export function lookOn({features, wishes = {}}: Terminal, settings: Settings): LookOptions {
  const {color = true, ...wished} = wishes
  return wantedLook({...settings, ...wished}, color ? features : {...features, colors: 0})
}
