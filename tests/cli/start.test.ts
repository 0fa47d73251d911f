import {spawn, spawnSync} from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {delimiter, join} from 'node:path'
import {transformSync} from 'esbuild'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {ALL_EMOJI, isEmoji, PlainSegmenter} from '../../scripts/stand-ins.ts'
import {program, programEnvironment, ROOT, temporaryDirectory} from '../support/program.ts'
import {collection, QUESTION} from '../support/sessions.ts'

const EBB = join(ROOT, 'bin', 'ebb.js')

/** Prints, when the process ends, which of the program’s chunks it has read. */
const REPORT_CHUNKS = `
const fs = require('node:fs')
const {basename, dirname} = require('node:path')
const read = fs.readFileSync
const chunks = []
fs.readFileSync = (file, ...rest) => {
  if (typeof file === 'string' && dirname(file) === ${JSON.stringify(join(ROOT, 'dist'))}) chunks.push(basename(file))
  return read(file, ...rest)
}
process.on('exit', () => fs.writeSync(2, chunks.join()))
`

/** Makes the first process, and none that it starts, take itself for another version of Node. */
const CLAIM_VERSION = `
const node = process.env.CLAIMED_VERSION
delete process.env.CLAIMED_VERSION
if (node) Object.defineProperty(process, 'versions', {value: {...process.versions, node}})
`

function preload(text: string): string {
  const file = join(temporaryDirectory(), 'preload.cjs')
  writeFileSync(file, text)
  return file
}

describe('what a command loads', () => {
  test.each([
    [['due'], 'load.cjs,main.cjs'],
    [['next'], 'load.cjs,main.cjs'],
    [['rate', 'nonesuch', 'good'], 'load.cjs,main.cjs'],
    [['stats'], 'load.cjs,main.cjs,stats.cjs'],
    [['--help'], 'load.cjs,main.cjs'],
    [['import', join(ROOT, 'decks', 'fsrs.md'), '--dry-run'], 'load.cjs,main.cjs,import.cjs'],
  ])('`ebb %j` loads %s and no other chunk', (args, chunks) => {
    const hook = preload(REPORT_CHUNKS)
    const {stderr} = spawnSync(process.execPath, ['--require', hook, EBB, ...args], {
      env: programEnvironment(temporaryDirectory()),
      encoding: 'utf8',
    })
    expect(stderr.split('\n').at(-1)).toBe(chunks)
  })

  test('the chunk of the plain commands holds neither Ink nor a Markdown parser', () => {
    expect(packagesIn('main.cjs')).toEqual([
      'better-sqlite3',
      'commander',
      'get-east-asian-width',
      'ts-fsrs',
    ])
  })

  test('the chunk of the review, from which the first card comes, holds neither Ink nor React', () => {
    expect(packagesIn('review.cjs').filter(name => /ink|react|yoga/.test(name))).toEqual([])
  })

  test('Ink comes with React as it is built for production', () => {
    const bundle = readFileSync(join(ROOT, 'dist', 'ink.cjs'), 'utf8')
    expect(packagesIn('ink.cjs')).toContain('ink')
    expect(bundle).toMatch(/^ *\/\/ node_modules\/react\/cjs\/react\.production\.js$/m)
    expect(bundle).not.toMatch(/^ *\/\/ node_modules\/.*\.development\.js$/m)
  })
})

/** The npm packages that a chunk is bundled from; esbuild writes a comment for each of their files. */
function packagesIn(chunk: string): readonly string[] {
  const bundle = readFileSync(join(ROOT, 'dist', chunk), 'utf8')
  const names = bundle.matchAll(/^ *\/\/ node_modules\/((?:@[^/]+\/)?[^/\n]+)\//gm)
  return [...new Set([...names].map(([, name]) => name ?? ''))].sort()
}

describe('the code cache', () => {
  const due = (cache: string) => program().run(['due'], {env: {XDG_CACHE_HOME: cache}})
  const filesOf = (cache: string) => readdirSync(join(cache, 'ebb')).sort()

  test('is made by the first run and read by the next', () => {
    const cache = temporaryDirectory()
    const first = due(cache)
    const files = filesOf(cache)
    expect(files).toEqual([expect.stringMatching(/^main-[0-9a-f]{16}-v[\d.]+-\w+\.bin$/)])
    expect(due(cache)).toEqual(first)
    expect(filesOf(cache)).toEqual(files)
  })

  test.each([
    ['is empty', () => Buffer.alloc(0)],
    ['is no cache at all', () => Buffer.from('nothing of the kind')],
    ['is cut short', (data: Buffer) => data.subarray(0, data.length >> 1)],
    ['has its head destroyed', (data: Buffer) => Buffer.concat([Buffer.alloc(64, 255), data])],
  ])('is made anew where its file %s', (_, corrupt) => {
    const cache = temporaryDirectory()
    const first = due(cache)
    const file = join(cache, 'ebb', filesOf(cache)[0] ?? '')
    const sound = readFileSync(file)
    writeFileSync(file, corrupt(sound))
    expect(due(cache)).toEqual(first)
    expect(readFileSync(file).length).toBeGreaterThan(sound.length / 2)
    expect(due(cache)).toEqual(first)
  })

  test('is done without where its folder cannot be made', () => {
    const cache = join(temporaryDirectory(), 'file')
    writeFileSync(cache, '')
    expect(due(cache)).toMatchObject({status: 0, stderr: ''})
    expect(readFileSync(cache, 'utf8')).toBe('')
  })

  test('is made by several first runs at once', async () => {
    const cache = temporaryDirectory()
    const starts = Array.from({length: 4}, () => {
      const env = programEnvironment(temporaryDirectory(), {XDG_CACHE_HOME: cache})
      const child = spawn(process.execPath, [EBB, 'due'], {env, stdio: 'ignore'})
      return new Promise(resolve => child.on('exit', resolve))
    })
    expect(await Promise.all(starts)).toEqual([0, 0, 0, 0])
    expect(filesOf(cache)).toHaveLength(1)
  })

  test('keeps the newest builds of a chunk and forgets the rest', () => {
    const cache = temporaryDirectory()
    mkdirSync(join(cache, 'ebb'))
    const old = ['main-w.bin', 'main-x.bin', 'main-y.bin', 'main-z.bin.123', 'review-a.bin']
    for (const [day, name] of old.entries()) {
      const file = join(cache, 'ebb', name)
      writeFileSync(file, '')
      utimesSync(file, 1e9 + day * 86_400, 1e9 + day * 86_400)
    }
    due(cache)
    expect(filesOf(cache)).toEqual([
      expect.stringMatching(/^main-[0-9a-f]{16}-/),
      'main-y.bin',
      'main-z.bin.123',
      'review-a.bin',
    ])
  })
})

describe('started by a Node that is too old', () => {
  const SENTENCE = 'ebb needs Node 22.15 or newer, and this is Node'

  /** A copy of the starter with nothing beside it. */
  function lonelyStarter(): string {
    const bin = join(temporaryDirectory(), 'bin')
    mkdirSync(bin)
    copyFileSync(EBB, join(bin, 'ebb.js'))
    copyFileSync(join(ROOT, 'bin', 'package.json'), join(bin, 'package.json'))
    return join(bin, 'ebb.js')
  }

  /** Starts as if this Node were of the version. */
  function startAs(version: string, starter: string, args: readonly string[] = []) {
    return spawnSync(process.execPath, ['--require', preload(CLAIM_VERSION), starter, ...args], {
      env: programEnvironment(temporaryDirectory(), {CLAIMED_VERSION: version}),
      encoding: 'utf8',
    })
  }

  test.each(['16.20.2', '20.20.2', '22.14.0'])(
    '%s, it says in a sentence what it needs',
    version => {
      const {status, stdout, stderr} = startAs(version, lonelyStarter())
      expect(stderr).toBe(`${SENTENCE} ${version}.\n`)
      expect(stdout).toBe('')
      expect(status).toBe(1)
    },
  )

  test.each(['22.15.0', '23.0.0', '24.0.0', '100.1.0'])('%s is recent enough', version => {
    expect(startAs(version, lonelyStarter()).stderr).toContain('not built yet')
  })

  /** A copy of the starter with all that a clone has beside it. */
  function cloneStarter(): string {
    const starter = lonelyStarter()
    const root = join(starter, '..', '..')
    for (const name of ['dist', 'migrations']) symlinkSync(join(ROOT, name), join(root, name))
    mkdirSync(join(root, 'node_modules', 'node', 'bin'), {recursive: true})
    symlinkSync(process.execPath, join(root, 'node_modules', 'node', 'bin', 'node'))
    for (const name of readdirSync(join(ROOT, 'node_modules'))) {
      if (name === 'node') continue
      symlinkSync(join(ROOT, 'node_modules', name), join(root, 'node_modules', name))
    }
    return starter
  }

  test('it hands over to the Node that a clone brings along', () => {
    const starter = cloneStarter()
    const {status, stdout, stderr} = startAs('20.20.2', starter, ['due', '--json'])
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toMatchObject({total: 0})
    expect(status).toBe(0)
    expect(startAs('20.20.2', starter, ['--nonesuch']).status).toBe(2)
  })

  test.each([
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ])('it passes %s on to the review, and ends by it too', async (signal, number) => {
    const claim = preload(CLAIM_VERSION)
    const terminal = collection(1).open({
      node: ['--require', claim, cloneStarter()],
      env: {CLAIMED_VERSION: '20.20.2'},
    })
    await terminal.waitFor(QUESTION)
    terminal.kill(signal)
    expect((await terminal.exit).signal).toBe(number)
    await terminal.waitUntil('the normal screen', () => terminal.buffer() === 'normal')
    expect(terminal.cursorShown()).toBe(true)
  })

  test('its syntax and its modules are those of a Node as old as can be', () => {
    const text = readFileSync(EBB, 'utf8').replace(/^#!.*\n/, '')
    expect(text).not.toContain("'node:")
    // Throws where it meets later syntax, lowered or not.
    expect(() => transformSync(text, {target: 'es5', logLevel: 'silent'})).not.toThrow()
    expect(text.replace(/^ *(\/\/|\/\*).*$|'[^'\n]*'/gm, '')).not.toMatch(/=>|`/)
  })

  const old = olderNode()
  test.runIf(old)('a real one says so too', () => {
    const {status, stderr} = spawnSync(old ?? '', [lonelyStarter()], {encoding: 'utf8'})
    expect(stderr).toContain(SENTENCE)
    expect(status).toBe(1)
  })

  /** A Node in PATH that is too old for this program. */
  function olderNode(): string | undefined {
    return (process.env['PATH'] ?? '')
      .split(delimiter)
      .map(folder => join(folder, 'node'))
      .find(node => {
        const version = spawnSync(node, ['--version'], {encoding: 'utf8'}).stdout ?? ''
        const major = /^v(\d+)\./.exec(version)?.[1]
        return major !== undefined && Number(major) < 22
      })
  }
})

describe('what stands in for costly things', () => {
  const real = new Intl.Segmenter()
  // `new`, as the packages call the original.
  const plain = new (PlainSegmenter as unknown as new () => Intl.Segmenter)()

  test('the segmenter finds the graphemes that Intl.Segmenter finds', () => {
    const text = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.string({unit: 'grapheme'}),
      fc.string({unit: fc.integer({min: 0, max: 0xffff}).map(code => String.fromCharCode(code))}),
      fc.string({
        unit: fc.constantFrom('a', 'é', '\r', '\n', '─', '›', '漢', '각', '\u0301', '👩', '\u200d'),
      }),
    )
    fc.assert(
      fc.property(text, fc.nat(40), (text, at) => {
        expect([...plain.segment(text)]).toEqual([...real.segment(text)])
        const [ours, theirs] = [plain, real].map(one => one.segment(text).containing(at))
        expect(ours).toEqual(theirs)
      }),
      {numRuns: 2_000},
    )
  })

  test('each character alone and beside others is cut as Intl.Segmenter cuts it', () => {
    const wrong = Array.from({length: 0x1_0000}, (_, code) => String.fromCharCode(code))
      .map(unit => `a${unit}${unit}─${unit}각${unit}\n`)
      .filter(text => [...plain.segment(text)].length !== [...real.segment(text)].length)
    expect(wrong).toEqual([])
  })

  test('an emoji is what the pattern of all emoji matches', () => {
    const RGI = new RegExp(ALL_EMOJI, 'v')
    const singles = Array.from({length: 0x2_0000}, (_, code) => String.fromCodePoint(code))
    const letters = singles.filter(character => /\p{Regional_Indicator}/u.test(character))
    const emoji = singles.filter(character => /\p{Emoji}/u.test(character))
    const texts = [
      ...singles,
      ...letters.flatMap(first => letters.map(second => first + second)),
      ...emoji.flatMap(base => [
        `${base}\ufe0f`,
        `${base}\ufe0e`,
        `${base}\ufe0f\u20e3`,
        `${base}\u{1f3fd}`,
        `${base}\u200d♀\ufe0f`,
        `${base}\u{1f3fd}\u200d⚕\ufe0f`,
      ]),
      '👨‍👩‍👧‍👦',
      '❤️‍🔥',
      '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    ]
    expect(texts.filter(text => isEmoji(text) !== RGI.test(text))).toEqual([])
    expect(texts.filter(isEmoji).length).toBeGreaterThan(1_500)
  })
})
