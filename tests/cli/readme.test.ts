import {spawnSync} from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, dirname, join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {variantsOf} from '../../src/core/faces.ts'
import {keymapOf} from '../../src/core/keymap.ts'
import {DEFAULT_SETTINGS} from '../../src/core/options.ts'
import {SETTING_KEYS} from '../../src/core/setting-keys.ts'
import {importDocument} from '../../src/importer/import-document.ts'
import {program, programEnvironment, ROOT} from '../support/program.ts'
import {
  anchorsOf,
  examplesOf,
  excerptOf,
  fencesOf,
  linksOf,
  withRealIds,
} from '../support/readme.ts'

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
const examples = fencesOf(readme, 'console').flatMap(({lines}) => examplesOf(lines))

/** In order and in one collection: each may build on those before it. */
describe('an example of the README prints what stands below it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ebb-readme-'))
  const home = join(folder, 'me')
  const bin = join(folder, 'bin')
  const ids = new Map<string, string>()

  const run = (command: string): readonly string[] => {
    const environment = programEnvironment(join(folder, 'collection'))
    const {stdout} = spawnSync('sh', ['-c', `exec 2>&1; ${command}`], {
      cwd: home,
      env: {...environment, PATH: `${bin}${delimiter}${environment.PATH}`},
      input: '',
    })
    return stdout.toString().replaceAll(home, '/home/me').split('\n').slice(0, -1)
  }

  beforeAll(() => {
    for (const directory of [home, bin]) mkdirSync(directory)
    cpSync(join(ROOT, 'decks'), join(home, 'decks'), {recursive: true})
    const ebb = join(bin, 'ebb')
    writeFileSync(ebb, `#!/bin/sh\nexec '${process.execPath}' '${ROOT}/bin/ebb.js' "$@"\n`)
    chmodSync(ebb, 0o755)
    run('ebb config fuzz off')
  })
  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  test.each(examples)('$command', ({command, expected}) => {
    const printed = run(withRealIds(command, ids))
    expect(excerptOf(printed, expected, ids)).toEqual(expected)
  })
})

describe('the README has an example of every command', () => {
  const {stdout} = program(tmpdir()).run(['--help'])
  const list = /^Commands:\n((?: .*\n)+)/m.exec(stdout)?.[1] ?? ''
  const commands = [...list.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name)

  test('there are commands', () => expect(commands).toContain('import'))

  test.each(commands)('%s', name => {
    const shown = examples.filter(({command}) => new RegExp(`\\bebb ${name}\\b`).test(command))
    expect(shown).not.toEqual([])
  })
})

describe('the README shows documents that are read as it says', () => {
  const samples = fencesOf(readme, 'markdown')

  test('there are some', () => expect(samples.length).toBeGreaterThan(4))

  test.each(samples)('$lines.0 … $before', ({before, lines}) => {
    const {notes, diagnostics} = importDocument(Buffer.from(`${lines.join('\n')}\n`), {
      path: 'sample.md',
    })
    const cards = notes.flatMap(({content}) => variantsOf(content)).length
    expect(`<!-- ${cards} card${cards === 1 ? '' : 's'} -->`).toBe(before)
    expect(diagnostics.filter(({severity}) => severity !== 'info')).toEqual([])
  })
})

describe('the README lists every option with its default', () => {
  test.each(SETTING_KEYS)('$key', ({key, format}) => {
    const usual = key === 'parameters' ? 'FSRS-6’s' : `\`${format(DEFAULT_SETTINGS)}\``
    expect(readme).toContain(`| \`${key}\` | ${usual} |`)
  })
})

describe('the README lists every key of the review', () => {
  const SHOWN: Readonly<Record<string, string>> = {
    up: '↑',
    down: '↓',
    pageup: 'PgUp',
    pagedown: 'PgDn',
    home: 'Home',
    end: 'End',
    escape: 'Esc',
  }
  const keymap = keymapOf({preset: 'standard', buttons: 4})
  const keys = keymap.filter(({scene}) => scene !== 'help' && scene !== 'panel')
  const table = /\| key \| does \|\n(?:\|.*\n)+/.exec(readme)?.[0]

  test.each([...new Set(keys.map(({key}) => key))])('%s', key => {
    expect(table).toContain(`\`${SHOWN[key] ?? key}\``)
  })
})

describe('a link leads to a file', () => {
  const decisions = readdirSync(join(ROOT, 'docs', 'decisions'))
  const pages = [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'docs/json.md',
    ...decisions.map(name => `docs/decisions/${name}`),
  ]
  const links = pages.flatMap(page =>
    linksOf(readFileSync(join(ROOT, page), 'utf8')).map(target => ({page, target})),
  )

  test.each(links)('$target in $page', ({page, target}) => {
    const [path = '', anchor] = target.split('#')
    const file = path === '' ? join(ROOT, page) : join(ROOT, dirname(page), path)
    expect(existsSync(file)).toBe(true)
    if (anchor) expect(anchorsOf(readFileSync(file, 'utf8'))).toContain(`#${anchor}`)
  })
})
