import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {readImage} from '../../src/platform/image-files.ts'
import {openerOf, openOutside} from '../../src/platform/open-file.ts'

/** A folder with an image, beside one with another. */
function makeFolders() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'ebb-open-')))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  const folder = join(root, 'notes')
  const beside = join(root, 'notes-2')
  for (const name of [folder, beside]) {
    mkdirSync(name)
    writeFileSync(join(name, 'a.png'), 'an image')
  }
  return {root, folder, beside}
}

/** A program that writes down what it was told. */
function makeOpener(root: string) {
  const log = join(root, 'log')
  const command = join(root, 'opener')
  writeFileSync(
    command,
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${log}.new' && mv '${log}.new' '${log}'\n`,
  )
  chmodSync(command, 0o755)
  const told = async (): Promise<string> => {
    try {
      return await readFile(log, 'utf8')
    } catch {
      return new Promise(resolve => setImmediate(() => resolve(told())))
    }
  }
  return {opener: {command, args: ['--first']}, told}
}

describe('another program is given', () => {
  it('the path of a file, whatever it is called', async () => {
    const {root, folder} = makeFolders()
    const {opener, told} = makeOpener(root)
    const name = `$(touch x); 'a' "b" & -rf.png`
    writeFileSync(join(folder, name), '')
    await openOutside({kind: 'file', path: join(folder, name), folder}, opener)
    expect(await told()).toBe(`--first\n${join(folder, name)}\n`)
  })

  it('what a link leads to within the folder', async () => {
    const {root, folder} = makeFolders()
    const {opener, told} = makeOpener(root)
    symlinkSync(join(folder, 'a.png'), join(folder, 'link.PNG'))
    await openOutside({kind: 'file', path: join(folder, 'link.PNG'), folder}, opener)
    expect(await told()).toBe(`--first\n${join(folder, 'a.png')}\n`)
  })

  it('an address of the net', async () => {
    const {root} = makeFolders()
    const {opener, told} = makeOpener(root)
    await openOutside({kind: 'net', address: 'https://example.com/a b?c="d"'}, opener)
    expect(await told()).toBe('--first\nhttps://example.com/a%20b?c=%22d%22\n')
  })
})

describe('nothing is opened', () => {
  it.each([
    ['a file that is gone', (folder: string) => join(folder, 'b.png')],
    ['a file beside the folder', (folder: string) => join(`${folder}-2`, 'a.png')],
    ['a way out of the folder', (folder: string) => `${folder}/../notes-2/a.png`],
  ])('%s', async (_, pathIn) => {
    const {folder} = makeFolders()
    await expect(
      openOutside({kind: 'file', path: pathIn(folder), folder}, {command: 'false', args: []}),
    ).rejects.toThrow('is not there')
  })

  it('a link that leads out of the folder', async () => {
    const {folder, beside} = makeFolders()
    symlinkSync(join(beside, 'a.png'), join(folder, 'link.png'))
    await expect(
      openOutside(
        {kind: 'file', path: join(folder, 'link.png'), folder},
        {command: 'false', args: []},
      ),
    ).rejects.toThrow('is not there')
  })

  it('a link that is called an image and leads to something else', async () => {
    const {folder} = makeFolders()
    writeFileSync(join(folder, 'run.desktop'), '')
    symlinkSync(join(folder, 'run.desktop'), join(folder, 'link.png'))
    await expect(
      openOutside(
        {kind: 'file', path: join(folder, 'link.png'), folder},
        {command: 'true', args: []},
      ),
    ).rejects.toThrow('is no image')
  })

  it('what is no ordinary file', async () => {
    const {folder} = makeFolders()
    mkdirSync(join(folder, 'c.png'))
    await expect(
      openOutside({kind: 'file', path: join(folder, 'c.png'), folder}, {command: 'true', args: []}),
    ).rejects.toThrow('is no image')
  })

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'smb://a/b', '--help', ''])(
    'the address %j',
    async address => {
      await expect(
        openOutside({kind: 'net', address}, {command: 'false', args: []}),
      ).rejects.toThrow('is no address that can be opened')
    },
  )

  it('where the system has no such program', async () => {
    await expect(
      openOutside(
        {kind: 'net', address: 'https://example.com'},
        {command: 'ebb-no-such-program', args: []},
      ),
    ).rejects.toMatchObject({
      message: 'There is no ebb-no-such-program on this system to open it with',
      hint: 'Open it yourself: https://example.com/',
    })
  })
})

it.each([
  ['linux', 'xdg-open'],
  ['freebsd', 'xdg-open'],
  ['darwin', 'open'],
  ['win32', 'rundll32.exe'],
] as const)('on %s it is %s', (platform, command) => {
  expect(openerOf(platform).command).toBe(command)
})

describe('an image is read', () => {
  it('from the folder of the document', async () => {
    const {folder} = makeFolders()
    expect(await readImage({path: join(folder, 'a.png'), folder})).toEqual(Buffer.from('an image'))
  })

  it('from nowhere else', async () => {
    const {folder, beside} = makeFolders()
    symlinkSync(join(beside, 'a.png'), join(folder, 'link.png'))
    expect(await readImage({path: join(folder, 'link.png'), folder})).toBeUndefined()
    expect(await readImage({path: join(folder, 'b.png'), folder})).toBeUndefined()
    expect(await readImage({path: folder, folder})).toBeUndefined()
  })

  it('up to four megabytes', async () => {
    const {folder} = makeFolders()
    const path = join(folder, 'large.png')
    writeFileSync(path, Buffer.alloc(4 * 1024 * 1024 + 1))
    expect(await readImage({path, folder})).toBeUndefined()
  })

  it('not from a folder of that name', async () => {
    const {folder} = makeFolders()
    mkdirSync(join(folder, 'c.png'))
    expect(await readImage({path: join(folder, 'c.png'), folder})).toBeUndefined()
  })
})
