import {spawnSync} from 'node:child_process'
import {chmodSync, existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {documentFile} from '../support/documents.ts'
import {program, ROOT, temporaryDirectory} from '../support/program.ts'
import {openTerminal} from '../support/terminal.ts'

/** How each shell is started, and what its learner has in the file that it reads then. */
const SHELLS = {
  bash: {start: 'bash --norc --noprofile -i', setup: 'eval "$(ebb completion bash)"'},
  zsh: {
    start: 'zsh -f -i',
    setup: 'autoload -Uz compinit; compinit -u -D; source <(ebb completion zsh)',
  },
  fish: {start: 'fish --no-config -i', setup: 'ebb completion fish | source'},
} as const

type ShellName = keyof typeof SHELLS

/** The shells of this machine, and every one in CI. */
const INSTALLED = (Object.keys(SHELLS) as ShellName[]).filter(
  shell =>
    process.env['CI'] || spawnSync(shell, ['-c', 'exit'], {stdio: 'ignore'}).error === undefined,
)

const TRAP = "$(touch PWNED)`touch PWNED`;touch PWNED it's"

const TYPED = [
  ['due Net::Sys', 'Net::Sys Design'],
  ['due Net::me@h', 'Net::me@home'],
  ['due "Net::Sys', 'Net::Sys Design'],
  ["due 'Net::Sys", 'Net::Sys Design'],
  [String.raw`due Net\:\:Sys`, 'Net::Sys Design'],
  [String.raw`due Net::Sys\ D`, 'Net::Sys Design'],
  ['due Net"::Sys', 'Net::Sys Design'],
  [String.raw`due \$`, TRAP],
  ["due '$(t", TRAP],
  ['due --js', '--json'],
] as const

function collection() {
  const ebb = program()
  const folder = temporaryDirectory()
  for (const [index, deck] of ['Net::Sys Design', 'Net::me@home', TRAP].entries()) {
    const document = `---\ndeck: ${JSON.stringify(deck)}\n---\n\nQ: What is number ${index}?\nA: ${index}\n`
    documentFile(document, {folder, name: `${index}.md`})
  }
  expect(ebb.run(['import', folder, '--yes'])).toMatchObject({status: 0})
  const bin = join(ebb.home, 'bin')
  mkdirSync(bin)
  const node = `${process.execPath} ${join(ROOT, 'bin', 'ebb.js')}`
  const script = `case "$1" in complet*) exec ${node} "$@"; esac; printf '<%s>' "$@"; echo ' called'`
  writeFileSync(join(bin, 'ebb'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(bin, 'ebb'), 0o755)
  return {home: ebb.home, bin}
}

test.each(INSTALLED)(
  '%s itself completes decks however they are begun, and runs none',
  async shell => {
    const {home, bin} = collection()
    const {start, setup} = SHELLS[shell]
    const terminal = openTerminal([], {
      home,
      columns: 120,
      launcher: ['bash', '-c', `cd "$HOME"; exec ${start}`],
      env: {PATH: `${bin}:${process.env['PATH']}`},
    })
    terminal.press(`${setup}; echo rea''dy\r`)
    await terminal.waitFor(/^ready/m)
    for (const [typed, word] of TYPED) {
      terminal.press(`clear; ebb ${typed}\t\r`)
      await terminal.waitFor(`<due><${word}> called`)
    }
    expect(existsSync(join(home, 'PWNED'))).toBe(false)
  },
)
