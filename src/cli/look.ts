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

/** The flags that say how answers are shown. */
export interface AnswerFlags {
  readonly reveal?: DisplaySettings['revealMode']
  readonly type?: boolean
}

type Terminal = NonNullable<ReturnType<Context['terminal']>>
type Wishes = NonNullable<Terminal['wishes']>

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

/** Adds the flags that say how answers are shown, this once. */
export function withAnswers(command: Command): Command {
  return command
    .addOption(
      new Option('--reveal <way>', 'show answers at once, by points, or an outline first').choices(
        DISPLAY_CHOICES.revealMode,
      ),
    )
    .option('--type', 'type each answer and compare it')
}

/** The terminal with what was asked for. */
export function terminalWith(terminal: Terminal, flags: LookFlags & AnswerFlags): Terminal {
  return {...terminal, wishes: wishesOf(flags)}
}

/** What was asked for this once, instead of what is set. */
export function wishesOf({
  theme,
  background,
  ascii,
  color,
  reveal,
  type,
}: LookFlags & AnswerFlags): Wishes {
  return {
    ...(reveal && {revealMode: reveal}),
    ...(type && {typeAnswers: type}),
    ...(theme && {theme}),
    ...(background && {background}),
    ...(ascii && {ascii}),
    ...(color === false && {color}),
  }
}
