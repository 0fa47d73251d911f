import {type Command, Option} from 'commander'
import type {Context} from '../commands/context.ts'
import {DISPLAY_CHOICES, type DisplaySettings} from '../core/display-settings.ts'

/** The flags that say how the screen is drawn. */
export interface LookFlags {
  readonly theme?: DisplaySettings['theme']
  readonly background?: DisplaySettings['background']
  readonly ascii?: boolean
  readonly color?: boolean
}

type Terminal = NonNullable<ReturnType<Context['terminal']>>

/** Adds the flags that say how the screen is drawn, this once: `ebb config` keeps what they say. */
export function withLook(command: Command): Command {
  return command
    .addOption(new Option('--theme <name>', 'the colours').choices(DISPLAY_CHOICES.theme))
    .addOption(
      new Option('--background <kind>', 'what the terminal shows text on').choices(
        DISPLAY_CHOICES.background,
      ),
    )
    .option('--ascii', 'draw with ASCII characters only')
    .option('--no-color', 'use no colours')
}

/** The terminal with what was asked for. */
export function terminalWith(
  terminal: Terminal,
  {theme, background, ascii, color}: LookFlags,
): Terminal {
  const wishes = {
    ...(theme && {theme}),
    ...(background && {background}),
    ...(ascii && {ascii}),
    ...(color === false && {color}),
  }
  return {...terminal, wishes}
}
