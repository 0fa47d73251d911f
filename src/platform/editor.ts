import {basename} from 'node:path'
import {splitShellLine} from '../core/shell-words.ts'
import {UserError} from '../core/user-error.ts'

/** Where to begin to edit. */
export interface EditorPlace {
  /** Absolute. */
  readonly file: string
  /** Counted from 1. */
  readonly line: number
}

type Environment = Readonly<Record<string, string | undefined>>

/** What is run, without a shell unless `isShell`: then the first is a piece of shell, and the arguments are what it gets as `$@`. */
export interface EditorCommand {
  /** How the editor is called in messages: as the learner has set it. */
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly isShell: boolean
}

/** What only a shell understands: variables, substitutions, `~`, pipes and the like. */
const SHELL_SYNTAX = /[$`~|&;<>()*?#\n]/

/** `VISUAL`, else `EDITOR`, else vi, as every program has it; either may bring arguments along. Empty counts as unset. */
export function editorCommand(
  {file, line}: EditorPlace,
  {VISUAL, EDITOR}: Environment,
): EditorCommand {
  const name = VISUAL?.trim() || EDITOR?.trim() || 'vi'
  const {before, current} = splitShellLine(name)
  const words = current === '' ? before : [...before, current]
  const [program = 'vi', ...given] = words
  const args = placeArguments(programName(words), given, file, line)
  if (SHELL_SYNTAX.test(name)) return {name, command: name, args, isShell: true}
  return {name, command: program, args: [...given, ...args], isShell: false}
}

/** `vim` of `/usr/bin/vim`, `Code.exe`, `env TERM=xterm vim`. */
function programName(words: readonly string[]): string {
  const word = words.find(word => !/^\w+=/.test(word) && basename(word) !== 'env') ?? ''
  return basename(word.replaceAll('\\', '/'))
    .replace(/\.(?:exe|cmd|bat)$/i, '')
    .toLowerCase()
}

/** `+LINE` before the file: vi was the first. */
const PLUS =
  /^(?:vi|vim|nvim|view|n?vi-\w+|nvi|gvim|mvim|vim\.\w+|ex|elvis|nano|pico|rnano|emacs|emacs-\w+|emacsclient|jmacs|mg|zile|jed|joe|ne|kak|micro|mcedit|gedit|gnome-text-editor|xed|pluma)$/
/** `FILE:LINE`. */
const COLON = /^(?:hx|helix|zed|zeditor|subl|sublime_text)$/
/** `--goto FILE:LINE`: Visual Studio Code and its kin. */
const GOTO = /^(?:code|code-insiders|code-oss|codium|vscodium|cursor|windsurf|positron)$/
/** These come back at once, with the document open, unless they are told to wait. */
const HASTY =
  /^(?:code|code-insiders|code-oss|codium|vscodium|cursor|windsurf|positron|zed|zeditor|subl|sublime_text|gedit|mate)$/

/** An editor of which nothing is known gets the file alone. */
function placeArguments(
  program: string,
  given: readonly string[],
  file: string,
  line: number,
): readonly string[] {
  const wait = HASTY.test(program) && !given.some(word => /^(?:-w|--wait)$/.test(word))
  const before = wait ? ['--wait'] : []
  if (PLUS.test(program)) return [...before, `+${line}`, file]
  if (COLON.test(program)) return [...before, `${file}:${line}`]
  if (GOTO.test(program)) return [...before, '--goto', `${file}:${line}`]
  if (program === 'mate') return [...before, '-l', String(line), file]
  return [...before, file]
}

/**
 * Opens the editor of the learner’s choice at a line of a document, and waits until it is left. The terminal must be free for it. Nothing
 * else happens in this process meanwhile.
 * @throws UserError where it cannot be started, or ends with an error: what was saved before that is in the document.
 */
export async function openEditor(place: EditorPlace, environment: Environment): Promise<void> {
  const {spawnSync} = process.getBuiltinModule('node:child_process')
  const {name, command, args, isShell} = editorCommand(place, environment)
  const {error, status, signal} = await withoutInterrupts(() =>
    isShell
      ? spawnSync('/bin/sh', ['-c', `${command} "$@"`, 'sh', ...args], {stdio: 'inherit'})
      : spawnSync(command, args, {stdio: 'inherit'}),
  )
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  if (code === 'ENOENT' || (isShell && status === 127)) {
    throw new UserError(
      `The editor \`${name}\` was not found`,
      'Set EDITOR to the command that starts your editor.',
    )
  }
  if (error) throw new UserError(`The editor \`${name}\` cannot be started: ${error.message}`)
  if (status !== 0) {
    const how = signal ? `was ended by ${signal}` : `ended with an error (${status})`
    throw new UserError(`The editor \`${name}\` ${how}`, 'What it has saved was not imported.')
  }
}

/** Ctrl-C in the editor’s terminal is meant for the editor, and arrives here, too. */
async function withoutInterrupts<T>(run: () => T): Promise<T> {
  const listeners = process.rawListeners('SIGINT') as NodeJS.SignalsListener[]
  const ignore = (): void => {}
  process.on('SIGINT', ignore)
  for (const listener of listeners) process.off('SIGINT', listener)
  try {
    return run()
  } finally {
    // What arrived meanwhile is told in the next turn of the event loop, before this.
    await new Promise(resolve => setTimeout(resolve, 0))
    await new Promise(resolve => setImmediate(resolve))
    for (const listener of listeners) process.on('SIGINT', listener)
    process.off('SIGINT', ignore)
  }
}
