import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import Database from 'better-sqlite3'
import {expect, test} from 'vitest'
import {documentFile, multiples, RIVERS} from '../support/documents.ts'
import {program, ROOT, shell} from '../support/program.ts'
import {openTerminal} from '../support/terminal.ts'

const STACK = /\n\s+at /

test('help and version answer without opening a collection', () => {
  const ebb = program()
  const {version} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  expect(ebb.run(['--version'])).toEqual({stdout: `${version}\n`, stderr: '', status: 0})
  for (const args of [['--help'], ['help'], ['help', 'rate'], ['rate', '--help']]) {
    const {stdout, stderr, status} = ebb.run(args)
    expect({stderr, status}).toEqual({stderr: '', status: 0})
    expect(stdout).toContain('Usage: ebb')
  }
  expect(existsSync(join(ebb.home, 'ebb.db'))).toBe(false)
})

test.each([
  {args: ['--nope'], says: "unknown option '--nope'"},
  {args: ['due', '--nope'], says: "unknown option '--nope'"},
  {args: ['import'], says: "missing required argument 'path'"},
  {args: ['rate', 'abc'], says: "missing required argument 'rating'"},
  {args: ['rate', 'abc', 'nice'], says: 'Expected one of again, hard, good, easy.'},
  {args: ['cards', 'two', 'words'], says: 'Expected 1 argument but got 2'},
  {args: ['undo', 'all'], says: 'Expected 0 arguments but got 1'},
  {args: ['help', 'nope'], says: ''},
])('$args is a usage error', ({args, says}) => {
  const ebb = program()
  const {stdout, stderr, status} = ebb.run(args)
  expect({stdout, status}).toEqual({stdout: '', status: 2})
  expect(stderr).toContain(says)
  expect(stderr).not.toMatch(STACK)
  expect(existsSync(join(ebb.home, 'ebb.db'))).toBe(false)
})

test('an argument that is missing is named with its choices', () => {
  for (const [command, choices] of [
    ['export', 'stats, reviews, cards, decks, all'],
    ['completion', 'bash, zsh, fish'],
  ] as const) {
    const {stderr, status} = program().run([command])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error: missing required argument/)
    expect(stderr).toContain(`Choose one of ${choices}.\n`)
  }
})

test('on a terminal, errors are wrapped between words', async () => {
  const {home} = program()
  const terminal = openTerminal(['config', 'no-such-option'], {home, columns: 40})
  expect((await terminal.exit).exitCode).toBe(1)
  expect(await terminal.waitFor('There are retention, new-per-day,\nreviews-per-day')).toBeTruthy()
})

test('a usage error leads to the help', () => {
  expect(program().run(['due', '--nope']).stderr).toBe(
    "error: unknown option '--nope'\nRun `ebb help` to see what there is.\n",
  )
})

test('a clock that is no instant is refused', () => {
  for (const EBB_NOW of [
    'yesterday',
    '2026-03-02',
    '2026-03-02T09:00:00',
    '2026-02-30T09:00:00Z',
  ]) {
    expect(program().run(['due'], {env: {EBB_NOW}})).toEqual({
      stdout: '',
      stderr: `ebb: EBB_NOW is \`${EBB_NOW}\`, which is no instant\nWrite it as ISO 8601 with an offset: 2026-03-01T09:00:00+01:00\n`,
      status: 1,
    })
  }
})

test('an empty EBB_NOW is none', () => {
  const ebb = program()
  ebb.run(['import', documentFile(RIVERS)])
  const before = Date.now()
  const {card} = ebb.json(['next'], {EBB_NOW: ''})
  const {schedule} = ebb.json(['rate', card.id, 'good'], {EBB_NOW: ''})
  const rated = Date.parse(schedule.lastReview)
  expect(rated).toBeGreaterThanOrEqual(before)
  expect(rated).toBeLessThanOrEqual(Date.now())
})

test('a reader that goes away early is no error', () => {
  const ebb = program()
  // Far more than a pipe holds.
  ebb.run(['import', documentFile(multiples(2_000), {name: 'multiples.md'})])
  expect(shell('{ $EBB cards --json; echo $? >&2; } | head -1', ebb.home)).toEqual({
    stdout: '{\n',
    stderr: '0\n',
    status: 0,
  })
})

test('a slow reader gets everything', () => {
  const ebb = program()
  ebb.run(['import', documentFile(multiples(2_000), {name: 'multiples.md'})])
  const {stdout} = shell('$EBB cards | { read first; wc -l; }', ebb.home)
  expect(stdout.trim()).toBe('1999')
})

test.skipIf(!existsSync('/dev/full'))('output that cannot be written is explained', () => {
  const {home} = program()
  expect(shell('$EBB decks > /dev/full', home)).toEqual({
    stdout: '',
    stderr:
      'ebb: The output cannot be written: the disk is full\nFree some space, or write somewhere else.\n',
    status: 1,
  })
})

test.skipIf(!existsSync('/dev/full'))('errors that cannot be written change no exit code', () => {
  const {home} = program()
  expect(shell('$EBB --nope 2> /dev/full', home).status).toBe(2)
  expect(shell('$EBB due nope 2> /dev/full', home).status).toBe(1)
  expect(shell('$EBB due nope 2>&-', home).status).toBe(1)
})

test('a closed output is no crash', () => {
  const {home} = program()
  expect(shell('$EBB due >&-', home)).toMatchObject({stderr: '', status: 0})
})

test('what no user can cause is called a bug, with a stack, and ends with 70', () => {
  const ebb = program()
  ebb.run(['import', documentFile(RIVERS)])
  const {card} = ebb.json(['next'])
  ebb.json(['rate', card.id, 'good'])
  // A kind of entry that the table allows and that no command writes.
  const db = new Database(join(ebb.home, 'ebb.db'))
  db.prepare(
    `insert into reviews (id, card_id, kind, at, study_day, utc_offset_minutes, before_phase, phase)
      values ('00000000000000000000000000', ?, 'forget', 0, 0, 0, 'learning', 'new')`,
  ).run(card.id)
  db.close()
  const {stdout, stderr, status} = ebb.run(['undo'])
  expect({stdout, status}).toEqual({stdout: '', status: 70})
  expect(stderr).toMatch(
    /^ebb: this is a bug, please report it together with these lines:\n\w*Error: /,
  )
  expect(stderr).toMatch(STACK)
})

/** Starts an import from a pipe that says EAGAIN instead of waiting, and writes on when what was written is read. */
const EAGER_PIPE = `use Fcntl; use IO::Handle;
  pipe(R, W); W->autoflush(1);
  fcntl(R, F_SETFL, fcntl(R, F_GETFL, 0) | O_NONBLOCK);
  if (!fork) { close W; open(STDIN, "<&", \\*R); exec(split(/ /, $ENV{EBB}), "import", "-"); }
  for (1..300) {
    print W "Q: What is $_ times 7?\\nA: Do the sum.\\n\\n";
    do { ioctl(R, 0x541B, $left = pack("i", 0)) } while unpack("i", $left) > 0;
  }
  close W; wait; exit $? >> 8`

test.skipIf(process.platform !== 'linux')('a pipe that does not wait is waited for', () => {
  const {home} = program()
  const {stdout, stderr, status} = shell(`perl -e '${EAGER_PIPE}'`, home)
  expect({stderr, status}).toEqual({stderr: '', status: 0})
  expect(stdout).toContain('1 document, 300 cards: 300 new.')
})

test('an import that waits for standard input ends when it is told to', () => {
  const {home} = program()
  const {stdout, status} = shell(
    `mkfifo "$EBB_HOME/in"
    $EBB import - < "$EBB_HOME/in" & pid=$!
    exec 3> "$EBB_HOME/in"
    # More than a pipe holds: once it is written, the program is reading.
    head -c 300000 /dev/zero >&3
    kill -TERM $pid; wait $pid; echo $?`,
    home,
  )
  expect({stdout, status}).toEqual({stdout: '143\n', status: 0})
})
