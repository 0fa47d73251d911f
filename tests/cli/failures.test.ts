import {createHash} from 'node:crypto'
import {chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import Database from 'better-sqlite3'
import {expect, onTestFinished, test} from 'vitest'
import {documentFile, multiples, RIVERS} from '../support/documents.ts'
import {canMount, program, shell, smallDisk, temporaryDirectory} from '../support/program.ts'

const databaseOf = ({home}: {home: string}) => join(home, 'ebb.db')
const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

/** Every command, each in a form that needs the collection. */
const COMMANDS = [
  ['due'],
  ['next'],
  ['review'],
  ['rate', 'a', 'good'],
  ['undo'],
  ['cards'],
  ['decks'],
  ['stats'],
  ['config'],
  ['doctor'],
] as const

/** What a failure that the user can put right looks like: a sentence and a hint, no stack, 1. */
function failure(problem: string | RegExp, hint = '.+') {
  const sentence =
    typeof problem === 'string' ? problem.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : problem.source
  return {
    stdout: '',
    stderr: expect.stringMatching(new RegExp(`^ebb: ${sentence}\n${hint}\n$`)),
    status: 1,
  }
}

/** A collection of four cards, the first of them rated. */
function used() {
  const ebb = program()
  const path = documentFile(RIVERS)
  ebb.run(['import', path])
  ebb.json(['rate', ebb.json(['next']).card.id, 'good'])
  return {...ebb, path}
}

test('a database of a newer version is refused by every command, and not a byte of it changes', () => {
  const ebb = used()
  const db = new Database(databaseOf(ebb))
  db.pragma('user_version = 99')
  db.close()
  const hash = hashOf(databaseOf(ebb))
  for (const args of [...COMMANDS, ['import', ebb.path]]) {
    expect(ebb.run(args)).toEqual(
      failure(
        new RegExp(
          `The database ${databaseOf(ebb)} is at version 99, but this program knows only \\d+`,
        ),
        'Install a newer version of ebb. The database was not changed.',
      ),
    )
  }
  expect(hashOf(databaseOf(ebb))).toBe(hash)
  expect(readdirSync(ebb.home)).toEqual(['ebb.db'])
})

test('a file that is no database is refused by every command, and not a byte of it changes', () => {
  const ebb = program()
  writeFileSync(databaseOf(ebb), 'Letters to the editor, and by no means a database.\n'.repeat(200))
  const hash = hashOf(databaseOf(ebb))
  for (const args of [...COMMANDS, ['import', documentFile(RIVERS)]]) {
    expect(ebb.run(args)).toEqual(failure(`The database ${databaseOf(ebb)} is not a database`))
  }
  expect(hashOf(databaseOf(ebb))).toBe(hash)
})

test('a home where the system lets no folder be made is refused, at once', () => {
  // On Linux such a place is /proc; elsewhere there is none, and the folder above is missing just as well.
  expect(program('/proc/ebb/home').run(['decks'])).toMatchObject({
    stderr: expect.stringMatching(
      /^ebb: The folder \/proc\/ebb\/home cannot be created: .*\n.*EBB_HOME/,
    ),
    status: 1,
  })
})

test('a home below a file is refused by every command that would make one', () => {
  const ebb = program(join(documentFile('', {name: 'file'}), 'home'))
  for (const args of COMMANDS.filter(([name]) => name !== 'due')) {
    expect(ebb.run(args)).toEqual(
      failure(new RegExp(`The folder ${ebb.home} cannot be created: .*`)),
    )
  }
})

test.skipIf(process.platform === 'win32').each([
  {what: 'a home that may only be read', folderMode: 0o555, fileMode: 0o444, says: 'cannot be'},
  {what: 'a home that may not be entered', folderMode: 0o000, fileMode: 0o644, says: 'cannot be'},
  {what: 'a database that may only be read', folderMode: 0o777, fileMode: 0o444, says: 'cannot be'},
])('$what loses nothing', ({folderMode, fileMode, says}) => {
  const ebb = used()
  const before = ebb.json(['cards'])
  chmodSync(databaseOf(ebb), fileMode)
  chmodSync(ebb.home, folderMode)
  onTestFinished(() => chmodSync(ebb.home, 0o755))
  const {id} = before.cards[1]
  const run = (args: readonly string[]) => ebb.run(args, {asNobody: true})
  expect(run(['rate', id, 'good'])).toEqual(
    failure(
      new RegExp(`The database ${databaseOf(ebb)} ${says} (opened|written)`),
      'Check the permissions of the file and of its folder.*',
    ),
  )
  expect(run(['import', documentFile(RIVERS)])).toMatchObject({status: 1})
  chmodSync(ebb.home, 0o755)
  chmodSync(databaseOf(ebb), 0o644)
  expect(ebb.json(['cards'])).toEqual(before)
})

test.skipIf(process.platform === 'win32')('a home that cannot be made is explained', () => {
  const parent = temporaryDirectory()
  chmodSync(parent, 0o555)
  onTestFinished(() => chmodSync(parent, 0o755))
  const ebb = program(join(parent, 'home'))
  expect(ebb.run(['decks'], {asNobody: true})).toEqual(
    failure(
      new RegExp(`The folder ${ebb.home} cannot be created: .*permission denied.*`),
      'Check the path and its permissions, or set EBB_HOME to another folder.',
    ),
  )
})

test('a database that another program keeps locked is explained', () => {
  const ebb = used()
  const other = new Database(databaseOf(ebb))
  onTestFinished(() => void other.close())
  other.pragma('locking_mode = exclusive')
  other.exec('begin exclusive')
  expect(ebb.run(['due'])).toEqual(
    failure(`The database ${databaseOf(ebb)} is in use by another program`),
  )
})

/** Runs a script of the shell in which the home is a disk of 1 MB. */
function onSmallDisk(script: string, home: string) {
  const [command = '', ...args] = smallDisk('eval "$1"')
  return shell(`${command} ${args.map(quoted).join(' ')} ${quoted(script)}`, home)
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

test.skipIf(!canMount)('a disk that is full during an import loses nothing', () => {
  const {home} = program()
  const small = documentFile(RIVERS)
  const large = documentFile(multiples(5_000), {name: 'multiples.md'})
  const {stdout, stderr, status} = onSmallDisk(
    `set -e
    $EBB import ${small} > /dev/null
    before=$($EBB cards --json)
    ! $EBB import ${large} || exit 10
    [ "$before" = "$($EBB cards --json)" ] || exit 11
    $EBB doctor > /dev/null
    $EBB rate $($EBB cards Danube | cut -d ' ' -f 1) good`,
    home,
  )
  expect({stdout, stderr, status}).toEqual({
    stdout: 'Rated good. Next in 10 minutes.\n',
    stderr: `ebb: The database ${join(home, 'ebb.db')} cannot be written: the disk is full\nFree some space, then try again. Nothing that was confirmed is lost.\n`,
    status: 0,
  })
})

test.skipIf(!canMount)(
  'a rating on a full disk is refused, and made when there is room again',
  () => {
    const {home} = program()
    const {stdout, stderr, status} = onSmallDisk(
      `set -e
    $EBB import ${documentFile(RIVERS)} > /dev/null
    id=$($EBB cards Danube | cut -d ' ' -f 1)
    cat /dev/zero > "$EBB_HOME/filler" 2> /dev/null || true
    ! $EBB rate $id good || exit 10
    rm "$EBB_HOME/filler"
    $EBB stats --json | grep -c '"streakDays": 0'
    $EBB rate $id good
    $EBB doctor > /dev/null`,
      home,
    )
    expect({stdout, stderr, status}).toEqual({
      stdout: '1\nRated good. Next in 10 minutes.\n',
      stderr: expect.stringMatching(/^ebb: The database .* cannot be .*\n.*\n$/),
      status: 0,
    })
  },
)

test.skipIf(!canMount)('a disk that is full from the beginning is explained', () => {
  const {home} = program()
  expect(onSmallDisk('cat /dev/zero > "$EBB_HOME/filler" 2> /dev/null; $EBB decks', home)).toEqual(
    failure(`The database ${join(home, 'ebb.db')} cannot be written: the disk is full`),
  )
})

test('a document that is not there is explained, and nothing else is imported', () => {
  const ebb = program()
  expect(ebb.run(['import', documentFile(RIVERS), '/no/such/file.md'])).toEqual(
    failure('/no/such/file.md does not exist', 'Check the spelling, and the folder you are in.'),
  )
  expect(ebb.run(['import', join(documentFile(RIVERS), 'below.md')])).toEqual(
    failure(/.*below.md does not exist/, 'A part of this path is a file, not a folder.'),
  )
  expect(ebb.json(['cards']).cards).toEqual([])
})

test('what is neither a file nor a folder is refused', () => {
  expect(program().run(['import', '/dev/null'])).toEqual(
    failure('/dev/null is neither a file nor a folder'),
  )
})

test('a binary file is an error, and what was imported of it before is kept', () => {
  const ebb = program()
  const path = documentFile(RIVERS)
  ebb.run(['import', path])
  const before = ebb.json(['cards'])
  writeFileSync(path, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0, 0xff, 0xfe, 0, 0, 0, 0]))
  const {stdout, stderr, status} = ebb.run(['import', path])
  expect({stderr, status}).toEqual({stderr: '', status: 1})
  expect(stdout).toContain('has errors, so what is stored of it stays as it was')
  expect(stdout).toContain(`  ${path}:1:1 error This is not a text file. binary-file\n`)
  expect(ebb.json(['cards'])).toEqual(before)
  const json = JSON.parse(ebb.run(['import', path, '--json']).stdout)
  expect(json.files[0]).toMatchObject({
    outcome: 'kept',
    absent: [],
    diagnostics: [{line: 1, column: 1, severity: 'error', rule: 'binary-file'}],
  })
  expect(json.summary).toMatchObject({documents: 1, absent: 0, errors: 1})
})

test('one document with an error does not keep the others out', () => {
  const ebb = program()
  const binary = documentFile(Buffer.alloc(400), {name: 'a.md'})
  expect(ebb.run(['import', binary, documentFile(RIVERS)]).status).toBe(1)
  expect(ebb.json(['cards']).cards).toHaveLength(4)
})

test('an empty file is worth a warning', () => {
  const path = documentFile('')
  expect(program().run(['import', path])).toEqual({
    stdout: `${path}: no questions found
  ${path}:1:1 warning The document is empty. empty-document
1 document, 0 cards: nothing; 1 warning.
`,
    stderr: '',
    status: 0,
  })
})

test.skipIf(process.platform === 'win32')('what may not be read is explained', () => {
  const ebb = program()
  chmodSync(ebb.home, 0o777)
  const folder = temporaryDirectory()
  chmodSync(folder, 0o755)
  const locked = join(folder, 'locked')
  mkdirSync(locked, {mode: 0o000})
  const path = documentFile(RIVERS, {name: 'secret.md', folder})
  chmodSync(path, 0o000)
  for (const name of [locked, path]) {
    expect(ebb.run(['import', name], {asNobody: true})).toEqual(
      failure(`${name} cannot be read`, 'You have no permission to read it.'),
    )
  }
  expect(ebb.run(['import', folder], {asNobody: true})).toMatchObject({status: 1})
})

test('an import that is killed while it writes is made whole or not at all', () => {
  const ebb = used()
  const large = documentFile(multiples(20_000), {name: 'multiples.md'})
  const {status} = shell(
    `$EBB import ${large} & pid=$!
    until [ $(stat -c %s "$EBB_HOME/ebb.db-wal" 2> /dev/null || echo 0) -gt 8192 ]; do kill -0 $pid || exit 2; done
    kill -KILL $pid; wait $pid`,
    ebb.home,
  )
  expect(status).toBe(137)
  expect(ebb.json(['doctor']).ok).toBe(true)
  expect([4, 20_004]).toContain(ebb.json(['cards']).cards.length)
})
