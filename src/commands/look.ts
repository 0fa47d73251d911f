import type {Settings} from '../core/options.ts'
import type {Terminal} from '../platform/terminal.ts'
import type {LookOptions} from '../ui/looks/look.ts'
import {wantedLook} from '../ui/looks/wanted-look.ts'

/** What terminals have said of their backgrounds, for one screen after the other. */
const backgrounds = new WeakMap<Terminal, 'dark' | 'light'>()

/** How the screen is drawn: what was asked for this once, else as the learner has set, as far as the terminal can. */
export function lookOn(terminal: Terminal, settings: Settings): LookOptions {
  const {features, wishes = {}} = terminal
  const {color = true, ...wished} = wishes
  const known = backgrounds.get(terminal)
  const look = wantedLook(
    {...settings, ...wished},
    {
      ...features,
      ...(!color && {colors: 0}),
      ...(known && {background: known, isAskable: false}),
    },
  )
  return {...look, hearBackground: background => backgrounds.set(terminal, background)}
}
