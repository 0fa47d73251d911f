import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {documentFile, RIVERS} from '../support/documents.ts'
import {program, temporaryDirectory} from '../support/program.ts'

test('a prompt gets what it asks for, in one line', () => {
  const ebb = program()
  ebb.run(['import', documentFile(RIVERS)])
  const {total} = ebb.json(['due'])
  const format = (text: string) => ebb.run(['due', '--format', text])
  expect(format('{total} due')).toEqual({stdout: `${total} due\n`, stderr: '', status: 0})
  expect(format('{new}/{learning}/{review} {next}').stdout).toBe(`${total}/0/0 now\n`)
  expect(format('{?{learning} learning}').stdout).toBe('')
  ebb.run(['rate', ebb.json(['next']).card.id, 'good'])
  expect(format('{done} today, {streak} days').stdout).toBe('1 today, 1 days\n')
})

test('where there is no collection, nothing is due, and none is made', () => {
  const ebb = program(join(temporaryDirectory(), 'new'))
  expect(ebb.run(['due']).stdout).toBe(
    'There are no cards yet. `ebb import PATH` makes some from your documents.\n',
  )
  expect(ebb.json(['due'])).toEqual({total: 0, new: 0, learning: 0, review: 0, decks: []})
  expect(ebb.run(['due', '--format', '{total}', '--exit-code'])).toMatchObject({
    stdout: '0\n',
    status: 3,
  })
  expect(ebb.run(['complete', '--', 'due', ''])).toEqual({stdout: '', stderr: '', status: 0})
  expect(existsSync(ebb.home)).toBe(false)
})

test('a format that names nothing is refused at its column', () => {
  expect(program().run(['due', '--format', 'due: {count}'])).toEqual({
    stdout: '',
    stderr:
      'ebb: The format names `{count}` at column 6\nThere are {total}, {new}, {learning}, {review}, {done}, {streak}, {next}.\n',
    status: 1,
  })
})

test('a script learns from the exit code whether anything is due', () => {
  const ebb = program()
  const code = () => ebb.run(['due', '--exit-code', '--format', '']).status
  expect(code()).toBe(3)
  ebb.run(['import', documentFile(RIVERS)])
  expect(code()).toBe(0)
  expect(ebb.run(['due']).status).toBe(0)
})

test('a format and JSON at once is a usage error', () => {
  expect(program().run(['due', '--json', '--format', 'x']).status).toBe(2)
})
