import {closeSync, copyFileSync, openSync, rmSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {documentFile, multiples} from '../support/documents.ts'
import {canMount, ROOT, smallDisk, temporaryDirectory} from '../support/program.ts'
import {ANSWER, logIn, QUESTION} from '../support/sessions.ts'
import {openTerminal} from '../support/terminal.ts'

/** A session on a disk of 1 MB, seen by its process alone, which can be filled and freed. */
function sessionOnSmallDisk() {
  const home = temporaryDirectory()
  const ebb = `${process.execPath} ${join(ROOT, 'bin', 'ebb.js')}`
  const path = documentFile(multiples(3), {name: 'multiples.md'})
  const terminal = openTerminal(['review'], {
    home,
    columns: 120,
    launcher: smallDisk(`${ebb} import ${path} > /dev/null && exec "$@"`),
  })
  const disk = join('/proc', String(terminal.pid), 'root', home)
  const filler = join(disk, 'filler')
  return {
    terminal,
    ratings: () => {
      // SQLite follows the path to the folder of the same name out here.
      const copy = temporaryDirectory()
      for (const file of ['ebb.db', 'ebb.db-wal']) copyFileSync(join(disk, file), join(copy, file))
      return logIn(copy).map(({rating}) => rating)
    },
    fill: () => {
      const file = openSync(filler, 'w')
      const block = Buffer.alloc(1_024)
      try {
        for (;;) writeSync(file, block)
      } catch (error) {
        expect(error).toMatchObject({code: 'ENOSPC'})
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(filler),
  }
}

test.skipIf(!canMount)(
  'a rating for which the disk has no room is told, and the card stays until it has',
  async () => {
    const {terminal, ratings, fill, free} = sessionOnSmallDisk()
    await terminal.waitFor(QUESTION)
    terminal.press(' ')
    await terminal.waitFor(ANSWER)
    terminal.press('4')
    await terminal.waitFor('What is 2 times 7?')
    terminal.press(' ')
    await terminal.waitFor('It is 14.')

    fill()
    terminal.press('3')
    const failed = await terminal.waitFor('cannot be written: the disk is full')
    expect(failed).toContain('It is 14.')
    expect(failed).toContain(ANSWER)
    terminal.press('j')
    await terminal.waitUntil('the end of the message', screen => !screen.includes('cannot be'))
    terminal.press('u')
    expect(await terminal.waitFor('cannot be written')).toContain('It is 14.')
    expect(ratings()).toEqual(['easy'])

    free()
    terminal.press('3')
    await terminal.waitFor('What is 3 times 7?')
    expect(ratings()).toEqual(['easy', 'good'])
    terminal.press('u')
    await terminal.waitFor('What is 2 times 7?')
    expect(ratings()).toEqual(['easy', 'good', null])
    terminal.press('q')
    expect(await terminal.exit).toEqual({exitCode: 0, signal: 0})
  },
)

test.skipIf(!canMount)(
  'the first rating of all, for which the disk has no room, is told and the card stays',
  async () => {
    const {terminal, ratings, fill, free} = sessionOnSmallDisk()
    await terminal.waitFor(QUESTION)
    terminal.press(' ')
    await terminal.waitFor('It is 7.')
    fill()
    terminal.press('3')
    expect(await terminal.waitFor('the disk is full')).toContain('It is 7.')
    expect(ratings()).toEqual([])
    free()
    terminal.press('3')
    await terminal.waitFor('What is 2 times 7?')
    expect(ratings()).toEqual(['good'])
    terminal.press('q')
    expect(await terminal.exit).toEqual({exitCode: 0, signal: 0})
  },
)

test.skipIf(!canMount)('a session on a full disk can be left', async () => {
  const {terminal, ratings, fill} = sessionOnSmallDisk()
  await terminal.waitFor(QUESTION)
  terminal.press(' ')
  await terminal.waitFor(ANSWER)
  terminal.press('4')
  await terminal.waitFor('What is 2 times 7?')
  fill()
  terminal.press(' ')
  await terminal.waitFor('It is 14.')
  terminal.press('1')
  await terminal.waitFor('the disk is full')
  expect(ratings()).toEqual(['easy'])
  terminal.press('q')
  expect(await terminal.exit).toEqual({exitCode: 0, signal: 0})
  await terminal.waitFor('1 review of 1 card recorded: 1 easy.')
  expect(terminal.buffer()).toBe('normal')
})
