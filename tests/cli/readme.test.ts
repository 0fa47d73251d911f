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
import {KEY_ACTIONS} from '../../src/core/key-actions.ts'
import {KEY_PRESETS} from '../../src/core/key-presets.ts'
import {keymapOf, keysFor} from '../../src/core/keymap.ts'
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

const read = (page: string) => readFileSync(join(ROOT, page), 'utf8')
const examplesIn = (page: string) =>
  fencesOf(read(page), 'console').flatMap(({lines}) => examplesOf(lines))

/** What a learner reads. */
const GUIDES = readdirSync(join(ROOT, 'docs'))
  .filter(name => name.endsWith('.md'))
  .map(name => `docs/${name}`)
const PAGES = ['README.md', ...GUIDES]

/** In order and in one collection for each page: each example may build on those before it. */
describe.each(PAGES.filter(page => examplesIn(page).length > 0))(
  'an example of %s prints what stands below it',
  page => {
    const folder = mkdtempSync(join(tmpdir(), 'ebb-pages-'))
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
      // A page has no lines that end as those of CSV do.
      const text = stdout.toString().replaceAll('\r\n', '\n')
      return text.replaceAll(home, '/home/me').split('\n').slice(0, -1)
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

    test.each(examplesIn(page))('$command', ({command, expected}) => {
      const printed = run(withRealIds(command, ids))
      expect(excerptOf(printed, expected, ids)).toEqual(expected)
    })
  },
)

describe('the README and the guides have an example of every command', () => {
  const {stdout} = program(tmpdir()).run(['--help'])
  const list = /^Commands:\n((?: .*\n)+)/m.exec(stdout)?.[1] ?? ''
  const commands = [...list.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name)
  const examples = PAGES.flatMap(examplesIn)

  test('there are commands', () => expect(commands).toContain('import'))

  test.each(commands)('%s', name => {
    const shown = examples.filter(({command}) => new RegExp(`\\bebb ${name}\\b`).test(command))
    expect(shown).not.toEqual([])
  })
})

describe('a guide shows documents that are read as it says', () => {
  const samples = PAGES.flatMap(page =>
    fencesOf(read(page), 'markdown').map(sample => ({page, ...sample})),
  )

  test('there are some', () => expect(samples.length).toBeGreaterThan(4))

  test.each(samples)('$page: $lines.0 … $before', ({before, lines}) => {
    const {notes, diagnostics} = importDocument(Buffer.from(`${lines.join('\n')}\n`), {
      path: 'sample.md',
    })
    const cards = notes.flatMap(({content}) => variantsOf(content)).length
    expect(`<!-- ${cards} card${cards === 1 ? '' : 's'} -->`).toBe(before)
    expect(diagnostics.filter(({severity}) => severity !== 'info')).toEqual([])
  })
})

describe('docs/settings.md lists every option with its default', () => {
  const page = read('docs/settings.md')

  test.each(SETTING_KEYS)('$key', ({key, format}) => {
    const value = format(DEFAULT_SETTINGS)
    const usual = key === 'parameters' ? 'FSRS-6’s' : value === '' ? 'nothing' : `\`${value}\``
    expect(page).toContain(`| \`${key}\` | ${usual} |`)
  })
})

const SHOWN: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
  escape: 'Esc',
  backspace: 'Backspace',
}

/** Each action in a row of the table, with its keys in the columns of the presets. */
describe('docs/review.md lists every key of the review', () => {
  const table = /^\| action \|.*\n(?:\|.*\n)+/m.exec(read('docs/review.md'))?.[0] ?? ''
  const rows = table
    .split('\n')
    .map(row => row.split(' | ').map(cell => cell.replace(/^\| | \|$/g, '')))
  const column = {standard: 1, vi: 2, arrows: 3}
  const keymaps = KEY_PRESETS.map(preset => ({preset, keymap: keymapOf({preset, buttons: 4})}))
  const actions = KEY_ACTIONS.flatMap(({name}) =>
    keymaps.map(({preset, keymap}) => ({name, preset, keys: keysFor(keymap, name)})),
  )

  test.each(actions)('$preset: $name', ({name, preset, keys}) => {
    const row = rows.find(([action]) => action === `\`${name}\``)
    expect(row?.[column[preset]]?.split(' ')).toEqual(keys.map(key => `\`${SHOWN[key] ?? key}\``))
  })
})

describe('the README names keys that there are', () => {
  const table = /\| key \| does \|\n(?:\|.*\n)+/.exec(read('README.md'))?.[0] ?? ''
  const named = [...table.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, key]) => key),
  )
  const keymap = keymapOf({preset: 'standard', buttons: 4})
  const keys = new Set(keymap.map(({key}) => SHOWN[key] ?? key))

  test('there are some', () => expect(named.length).toBeGreaterThan(10))

  test.each(named)('%s', key => expect([...keys, 'ctrl-c']).toContain(key))
})

describe('a link leads to a file', () => {
  const decisions = readdirSync(join(ROOT, 'docs', 'decisions'))
  const pages = [
    ...PAGES,
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    ...decisions.map(name => `docs/decisions/${name}`),
  ]
  const links = pages.flatMap(page => linksOf(read(page)).map(target => ({page, target})))

  test.each(links)('$target in $page', ({page, target}) => {
    const [path = '', anchor] = target.split('#')
    const file = path === '' ? join(ROOT, page) : join(ROOT, dirname(page), path)
    expect(existsSync(file)).toBe(true)
    if (anchor) expect(anchorsOf(readFileSync(file, 'utf8'))).toContain(`#${anchor}`)
  })
})
