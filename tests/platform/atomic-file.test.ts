import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {openAtomicFile} from '../../src/platform/atomic-file.ts'
import {temporaryDirectory} from '../support/program.ts'

test('a file appears only once it is whole', async () => {
  const folder = temporaryDirectory()
  const path = join(folder, 'rivers.csv')
  const file = openAtomicFile({path, force: false})
  const long = 'ö'.repeat(200_000)
  expect(await file.write('Rhine,')).toBe(true)
  expect(await file.write(long)).toBe(true)
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\.rivers\.csv\.unfinished-/)])
  file.finish()
  file.abandon()
  expect(readdirSync(folder)).toEqual(['rivers.csv'])
  expect(readFileSync(path, 'utf8')).toBe(`Rhine,${long}`)
})

test('what is abandoned leaves nothing, and what was there stays', async () => {
  const folder = temporaryDirectory()
  const path = join(folder, 'rivers.csv')
  writeFileSync(path, 'Nile')
  const file = openAtomicFile({path, force: true})
  await file.write('Rhine')
  file.abandon()
  file.abandon()
  expect(readdirSync(folder)).toEqual(['rivers.csv'])
  expect(readFileSync(path, 'utf8')).toBe('Nile')
})

test('a file that another program makes meanwhile is not replaced', async () => {
  const folder = temporaryDirectory()
  const path = join(folder, 'rivers.csv')
  const file = openAtomicFile({path, force: false})
  await file.write('Rhine')
  writeFileSync(path, 'Nile')
  expect(() => file.finish()).toThrow(`${path} is there already`)
  expect(readdirSync(folder)).toEqual(['rivers.csv'])
  expect(readFileSync(path, 'utf8')).toBe('Nile')
})

test('a folder that goes meanwhile is told', async () => {
  const folder = join(temporaryDirectory())
  const file = openAtomicFile({path: join(folder, 'rivers.csv'), force: true})
  await file.write('Rhine')
  rmSync(folder, {recursive: true})
  expect(() => file.finish()).toThrow('its folder does not exist')
})

test('two at once do not disturb each other', async () => {
  const folder = temporaryDirectory()
  const path = join(folder, 'rivers.csv')
  const [first, second] = [1, 2].map(() => openAtomicFile({path, force: true}))
  await first?.write('Rhine')
  await second?.write('Nile')
  first?.finish()
  second?.finish()
  expect(readFileSync(path, 'utf8')).toBe('Nile')
  expect(readdirSync(folder)).toEqual(['rivers.csv'])
})

test('a name may be as long as the file system allows', async () => {
  const folder = temporaryDirectory()
  for (const name of [`${'a'.repeat(251)}.csv`, `${'海'.repeat(83)}.csv`]) {
    const file = openAtomicFile({path: join(folder, name), force: false})
    await file.write('Rhine')
    file.finish()
    expect(readFileSync(join(folder, name), 'utf8')).toBe('Rhine')
  }
})
