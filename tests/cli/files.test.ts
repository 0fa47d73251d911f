import {chmodSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {program, temporaryDirectory} from '../support/program.ts'

const RIVER = 'Q: Which river flows through Paris?\nA: The Seine.\n'
const PEAK = 'Q: Which peak is the highest of the Alps?\nA: Mont Blanc.\n'

test('links to documents and folders are followed, and what leads back is not', () => {
  const ebb = program()
  const elsewhere = temporaryDirectory()
  const folder = temporaryDirectory()
  writeFileSync(join(elsewhere, 'rivers.md'), RIVER)
  mkdirSync(join(elsewhere, 'mountains'))
  writeFileSync(join(elsewhere, 'mountains', 'peaks.md'), PEAK)
  symlinkSync(join(elsewhere, 'rivers.md'), join(folder, 'water.md'))
  symlinkSync(join(elsewhere, 'mountains'), join(folder, 'high'))
  symlinkSync(folder, join(elsewhere, 'mountains', 'back'))
  expect(ebb.json(['import', folder]).summary).toMatchObject({documents: 2, new: 2})
  expect(ebb.json(['import', elsewhere, join(folder, 'high', 'peaks.md')]).summary).toMatchObject({
    documents: 2,
    new: 0,
    copy: 0,
    absent: 0,
  })
  expect(ebb.json(['cards']).cards).toHaveLength(2)
})

test('one document that cannot be read does not keep the others from being imported', () => {
  const folder = temporaryDirectory()
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, 'rivers.md'), RIVER)
  writeFileSync(join(folder, 'secret.md'), PEAK)
  chmodSync(join(folder, 'secret.md'), 0)
  mkdirSync(join(folder, 'closed'), {mode: 0})
  symlinkSync(join(folder, 'nowhere'), join(folder, 'gone.md'))
  const home = temporaryDirectory()
  chmodSync(home, 0o777)
  const ebb = program(home)
  const {stdout, status} = ebb.run(['import', folder, '--json'], {asNobody: true})
  expect(status).toBe(1)
  const {files, summary} = JSON.parse(stdout)
  expect(summary).toMatchObject({new: 1, errors: 3})
  const problems = files.flatMap(({path, diagnostics}: {path: string; diagnostics: object[]}) =>
    diagnostics.map(diagnostic => ({path, ...diagnostic})),
  )
  expect(problems).toMatchObject(
    ['closed', 'secret.md', 'gone.md'].map(name => ({
      path: join(folder, name),
      severity: 'error',
      rule: 'unreadable-file',
    })),
  )
  expect(ebb.run(['import', folder], {asNobody: true}).status).toBe(1)
  const named = ebb.run(['import', join(folder, 'secret.md')], {asNobody: true})
  expect(named).toMatchObject({stdout: '', status: 1})
  expect(named.stderr).toContain('secret.md cannot be read')
  chmodSync(join(folder, 'closed'), 0o700)
})
