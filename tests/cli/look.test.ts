import {chmodSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {pngOf} from '../support/png.ts'
import {program, temporaryDirectory} from '../support/program.ts'
import {openTerminal, type TerminalOptions} from '../support/terminal.ts'

const DOCUMENT = `# Trees

**1. How is a tree walked?**

Depth first, with \`walk\`; see [the notes](https://example.com/walk).

\`\`\`ts
const walk = (tree: Tree): void => tree.children.forEach(walk)
\`\`\`

![A tree](img/tree.png)
`

/** A collection of one card, its answer on the screen. */
async function openAnswer(args: readonly string[] = [], options: Partial<TerminalOptions> = {}) {
  const folder = temporaryDirectory()
  mkdirSync(join(folder, 'img'))
  writeFileSync(join(folder, 'img', 'tree.png'), pngOf(90, 54))
  writeFileSync(join(folder, 'trees.md'), DOCUMENT)
  const ebb = program()
  ebb.run(['import', join(folder, 'trees.md')])
  const terminal = openTerminal(['review', ...args], {home: ebb.home, ...options})
  await terminal.waitFor('How is a tree walked?')
  terminal.press(' ')
  await terminal.waitFor('Depth first')
  await terminal.waitFor('children.forEach')
  const leave = async () => {
    terminal.press('q')
    expect((await terminal.exit).exitCode).toBe(0)
  }
  /** Resolves when code has got its look. */
  const styled = (sequence: string) =>
    terminal.waitUntil(JSON.stringify(sequence), () =>
      terminal.raw().includes(`\u001b[${sequence}mconst`),
    )
  return {ebb, folder, terminal, leave, styled}
}

/** Foreground colours that were set. */
const colorsIn = (raw: string): readonly string[] =>
  raw
    .split('\u001b[')
    .flatMap(piece => /^[\d;]*m/.exec(piece)?.[0] ?? [])
    .filter(sgr => /(?:^|;)(?:3[0-8]|9\d)(?:[;m])/.test(sgr))

test('code has its colours, and the keywords the one of the theme', async () => {
  const {styled, leave} = await openAnswer()
  await styled('95')
  await leave()
})

test('the high-contrast theme has the colours of 256 that are fixed', async () => {
  const {styled, leave} = await openAnswer(['--theme', 'high-contrast', '--background', 'dark'])
  await styled('38;5;219')
  await leave()
})

test.each<[string, readonly string[], Record<string, string>]>([
  ['NO_COLOR', [], {NO_COLOR: '1'}],
  ['--no-color', ['--no-color'], {}],
  ['--theme monochrome', ['--theme', 'monochrome'], {}],
])(
  'with %s no colour is used: keywords are bold, inline code has its marks',
  async (_, args, env) => {
    const {terminal, styled, leave} = await openAnswer(args, {env})
    await styled('1')
    expect(terminal.screen()).toContain('with `walk`;')
    await leave()
    expect(colorsIn(terminal.raw())).toEqual([])
  },
)

test('in ASCII only the author writes anything else', async () => {
  const {terminal, leave} = await openAnswer(['--ascii'])
  expect(terminal.screen()).toMatch(/^[ -~\n]*$/)
  await leave()
})

test('a terminal that says it is light gets the colours for that, and no key is lost', async () => {
  const {terminal, styled, leave} = await openAnswer(['--theme', 'colour-blind'])
  await styled('38;5;75')
  expect(terminal.raw()).toContain('\u001b]11;?\u001b\\')
  terminal.press('\u001b]11;rgb:ffff/ffff/ffff\u001b\\?')
  await terminal.waitFor('again: not recalled')
  terminal.press('?')
  await styled('38;5;26')
  await leave()
})

test.each<[string, readonly string[], Record<string, string>]>([
  ['whose background is set', ['--background', 'light'], {}],
  ['without colours', [], {NO_COLOR: '1'}],
  ['behind one that would not understand', [], {STY: '1.tty'}],
])('a terminal %s is not asked for its background', async (_, args, env) => {
  const {terminal, leave} = await openAnswer(args, {env})
  await leave()
  expect(terminal.raw()).not.toContain('\u001b]11')
})

test('links are opened by terminals that can; to others their addresses are shown', async () => {
  const knowing = await openAnswer([], {env: {VTE_VERSION: '6800'}})
  expect(knowing.terminal.raw()).toContain('\u001b]8;;https://example.com/walk')
  expect(knowing.terminal.screen()).not.toContain('https://')
  await knowing.leave()
  const other = await openAnswer()
  expect(other.terminal.screen()).toContain('(https://example.com/walk)')
  await other.leave()
  expect(other.terminal.raw()).not.toContain('\u001b]8;')
})

test('kitty is given the image, which stands in the answer, and told to forget it', async () => {
  const {terminal, leave} = await openAnswer([], {env: {TERM_PROGRAM: 'ghostty'}})
  await terminal.waitFor('\u{10eeee}')
  expect(terminal.screen()).toContain('A tree')
  expect(terminal.raw()).toContain('\u001b_Ga=t,f=100,i=15446017,q=2,m=0;')
  await leave()
  expect(terminal.raw()).toContain('\u001b_Ga=d,d=I,i=15446017,q=2\u001b\\')
})

test('elsewhere a line says what there is to see, and its key opens it in another program', async () => {
  const programs = temporaryDirectory()
  const log = join(programs, 'log')
  const opener = join(programs, 'xdg-open')
  writeFileSync(opener, `#!/bin/sh\nprintf '%s' "$1" > '${log}'\n`)
  chmodSync(opener, 0o755)
  const env = {PATH: `${programs}:${process.env['PATH']}`}
  const {terminal, folder, leave} = await openAnswer([], {env, columns: 120})
  expect(terminal.screen()).toContain('img/tree.png; o opens it]')
  terminal.press('o')
  await terminal.waitFor('1 image opened in another program.')
  await terminal.waitUntil(
    'the program',
    () => readIfThere(log) === join(folder, 'img', 'tree.png'),
  )
  await leave()
})

test('iTerm2 shows it alone on the screen until a key is pressed', async () => {
  const {terminal, leave} = await openAnswer([], {env: {TERM_PROGRAM: 'iTerm.app'}, columns: 120})
  terminal.press('o')
  await terminal.waitFor('Any key goes back.')
  expect(terminal.raw()).toContain('\u001b]1337;File=name=dHJlZS5wbmc=;size=')
  terminal.press('x')
  await terminal.waitFor('children.forEach')
  terminal.press('?')
  await terminal.waitFor('again: not recalled')
  terminal.press('?')
  await terminal.waitFor('children.forEach')
  await leave()
})

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
