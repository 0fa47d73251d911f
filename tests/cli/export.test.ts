import {spawn, spawnSync} from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import Database from 'better-sqlite3'
import {expect, test} from 'vitest'
import {documentFile, multiples, RIVERS} from '../support/documents.ts'
import {
  canMount,
  program,
  programEnvironment,
  ROOT,
  shell,
  temporaryDirectory,
} from '../support/program.ts'
import {openTerminal} from '../support/terminal.ts'

const BERLIN = {TZ: 'Europe/Berlin'}

/** A collection of rivers in which two cards were answered and one answer was taken back. */
function rivers() {
  const ebb = program()
  ebb.run(['config', 'fuzz', 'off'])
  ebb.run(['import', documentFile(RIVERS)])
  for (const rating of ['good', 'again']) {
    const {card} = ebb.json(['next'], BERLIN)
    ebb.run(['rate', card.id, rating], {env: BERLIN})
  }
  const {card} = ebb.json(['next'], BERLIN)
  ebb.run(['rate', card.id, 'easy'], {env: BERLIN})
  ebb.run(['undo'], {env: BERLIN})
  return ebb
}

/** A collection whose log holds so many reviews more than the program itself would make in a test. */
function withReviews(count: number, cards = 200) {
  const ebb = program()
  ebb.run(['import', documentFile(multiples(cards))])
  const {card} = ebb.json(['next'])
  ebb.run(['rate', card.id, 'good'])
  const db = new Database(join(ebb.home, 'ebb.db'))
  db.prepare(
    `insert into reviews (id, card_id, kind, at, study_day, utc_offset_minutes, rating, duration_ms, options_id,
        before_phase, phase, stability, difficulty, reps, lapses, step, due_at)
      with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ?),
        chosen as (select id, row_number() over (order by id) - 1 as place from cards)
      select printf('%026d', n), chosen.id, kind, at, study_day, utc_offset_minutes, rating, duration_ms, options_id,
        before_phase, phase, stability, difficulty, reps, lapses, step, due_at
      from numbers, reviews join chosen on chosen.place = n % ? where length(reviews.id) = 26`,
  ).run(count, cards)
  db.close()
  return ebb
}

test('reviews as CSV, with the times that the learner lived', () => {
  const {stdout, stderr, status} = rivers().run(['export', 'reviews', '--format', 'csv'])
  const [header = '', ...lines] = stdout.trimEnd().split('\r\n')
  const rows = lines.map(line =>
    Object.fromEntries(line.split(',').map((cell, index) => [header.split(',')[index], cell])),
  )
  expect({stderr, status, rows: rows.length}).toEqual({stderr: '', status: 0, rows: 2})
  expect(rows).toMatchObject([
    {
      deck: 'Geography::Rivers',
      at: '2026-03-02T10:00:00+01:00',
      studyDay: '2026-03-02',
      rating: 'good',
      phaseBefore: 'new',
      phase: 'learning',
      due: '2026-03-02T10:10:00+01:00',
      stabilityDays: '2.3065',
      reps: '1',
    },
    {rating: 'again'},
  ])
})

test('reviews in the layout of FSRS optimizers are CSV unless another format is named', () => {
  const ebb = rivers()
  const [header, first] = ebb.run(['export', 'reviews', '--layout', 'fsrs']).stdout.split('\r\n')
  expect(header).toBe('card_id,review_time,review_rating,review_state,review_duration')
  expect(first).toMatch(/^\w{12}\.\w+,1772442000000,3,0,0$/)
})

test('cards of a deck and of a tag alone', () => {
  const ebb = rivers()
  ebb.run(['import', documentFile('Q: What is seven?\nA: A number.\n', {name: 'numbers.md'})])
  const cards = (...flags: string[]) =>
    JSON.parse(ebb.run(['export', 'cards', ...flags]).stdout).cards as {deck: string}[]
  expect(cards()).toHaveLength(5)
  expect(cards('--deck', 'geography')).toHaveLength(4)
  expect(cards('--deck', 'numbers', '--deck', 'Geography::Rivers')).toHaveLength(5)
  expect(cards('--tag', 'water')).toHaveLength(4)
  expect(cards('--deck', 'numbers', '--tag', 'water')).toEqual([])
  const unknown = ebb.run(['export', 'cards', '--deck', 'lakes'])
  expect(unknown).toMatchObject({status: 1, stdout: ''})
  expect(unknown.stderr).toContain('There is no deck `lakes`')
  expect(ebb.run(['export', 'cards', '--tag', 'dry']).stderr).toContain('dry')
})

test('every subject in every format', () => {
  const ebb = rivers()
  for (const subject of ['stats', 'reviews', 'cards', 'decks']) {
    for (const format of ['json', 'ndjson', 'csv', 'tsv', 'md', 'html']) {
      const {stdout, stderr, status} = ebb.run(['export', subject, '--format', format])
      expect({subject, format, stderr, status}).toEqual({subject, format, stderr: '', status: 0})
      if (format === 'json') expect(() => JSON.parse(stdout)).not.toThrow()
      if (format === 'ndjson')
        stdout
          .trim()
          .split('\n')
          .map(line => JSON.parse(line))
      if (format === 'html') expect(stdout).toMatch(/^<!doctype html>/)
      if (format === 'html' && subject !== 'cards') expect(stdout).not.toContain('Danube')
      expect(stdout.length).toBeGreaterThan(20)
    }
  }
})

test.each([
  [['all', '--format', 'csv'], /no `all` in the format csv\nIt can be written as json\./],
  [['all', '-o', 'x.csv'], /no `all` in the format csv/],
  [['all', '--deck', 'Geography'], /An archive holds the whole collection/],
  [['cards', '--layout', 'fsrs'], /Only reviews have the layout/],
])('%j is refused', (args, message) => {
  const {stdout, stderr, status} = rivers().run(['export', ...args])
  expect({stdout, status}).toEqual({stdout: '', status: 1})
  expect(stderr).toMatch(message)
})

test('the ending of the file says what is written', () => {
  const ebb = rivers()
  const folder = temporaryDirectory()
  const beginnings = {
    'a.csv': 'id,card',
    'a.tsv': 'id\tcard',
    'a.jsonl': '{"id"',
    'a.MD': '| id',
    'a.htm': '<!doctype',
    'a.txt': '{"reviews"',
    noending: '{"reviews"',
  }
  for (const [name, beginning] of Object.entries(beginnings)) {
    const file = join(folder, name)
    const {stdout, status} = ebb.run(['export', 'reviews', '--output', file])
    expect({stdout, status}).toEqual({stdout: `2 reviews written to ${file}.\n`, status: 0})
    expect(readFileSync(file, 'utf8').startsWith(beginning), name).toBe(true)
  }
  expect(readdirSync(folder).sort()).toEqual(Object.keys(beginnings).sort())
})

test('what is no file is named as such, also where a link leads to a pipe', () => {
  const ebb = program()
  for (const path of ['/dev/null', '/dev/stdout']) {
    const {stderr, status} = ebb.run(['export', 'cards', '-o', path, '--force'])
    expect({stderr, status}).toMatchObject({status: 1})
    expect(stderr).toContain(`${path} is no ordinary file`)
  }
})

test('a file that is there is only replaced by force, and keeps its permissions and its links', () => {
  const ebb = rivers()
  const folder = temporaryDirectory()
  const file = join(folder, 'cards.csv')
  const link = join(folder, 'link.csv')
  writeFileSync(file, 'mine')
  chmodSync(file, 0o640)
  symlinkSync(file, link)
  const refused = ebb.run(['export', 'cards', '-o', link])
  expect(refused).toMatchObject({status: 1, stdout: ''})
  expect(refused.stderr).toBe(
    `ebb: ${link} is there already\nReplace it with --force, or name another file.\n`,
  )
  expect(readFileSync(file, 'utf8')).toBe('mine')
  expect(ebb.run(['export', 'cards', '-o', link, '--force']).status).toBe(0)
  expect(readFileSync(file, 'utf8')).toMatch(/^id,note/)
  expect(statSync(file).mode & 0o777).toBe(0o640)
  expect(readdirSync(folder).sort()).toEqual(['cards.csv', 'link.csv'])
})

test('what is no ordinary file of one’s own is not written to', () => {
  const ebb = rivers()
  const folder = temporaryDirectory()
  mkdirSync(join(folder, 'cards'))
  const attempts: readonly (readonly [file: string, message: string])[] = [
    [join(folder, 'cards'), 'is a folder'],
    [join(folder, 'gone', 'cards.csv'), 'its folder does not exist'],
    ['/dev/null', 'is no ordinary file'],
    [join(ebb.home, 'ebb.db'), 'is the collection itself'],
    [join(ebb.home, 'ebb.db-wal'), 'is the collection itself'],
  ]
  for (const [file, message] of attempts) {
    const {stderr, status} = ebb.run(['export', 'cards', '--format', 'csv', '-o', file, '--force'])
    expect({status, stderr}).toEqual({status: 1, stderr: expect.stringContaining(message)})
  }
  expect(ebb.json(['doctor']).ok).toBe(true)
  expect(readdirSync(folder)).toEqual(['cards'])
})

test('a reader that has enough is no error', () => {
  const ebb = withReviews(20_000)
  expect(shell('{ $EBB export reviews --format csv; echo $? >&2; } | head -1', ebb.home)).toEqual({
    stdout: expect.stringMatching(/^id,card/),
    stderr: '0\n',
    status: 0,
  })
})

test('a reader that is slow gets everything', () => {
  const ebb = withReviews(20_000)
  const {stdout} = shell('$EBB export reviews --format csv | { read first; wc -l; }', ebb.home)
  expect(stdout.trim()).toBe('20001')
})

/** A reader whose pipe says that it is full instead of waiting. */
const EAGER_READER = `use Fcntl; pipe R, W; fcntl(W, F_SETFL, O_NONBLOCK);
  if (!fork) { close R; open STDOUT, ">&W"; exec "$ENV{EBB} export reviews --format csv" }
  close W; $n = 0; $n += 1 while <R>; print $n; wait; exit $? >> 8`

test.skipIf(process.platform !== 'linux')('so does one whose pipe does not wait', () => {
  const ebb = withReviews(20_000)
  expect(shell(`perl -e '${EAGER_READER}'`, ebb.home)).toEqual({
    stdout: '20002',
    stderr: '',
    status: 0,
  })
})

test('a long export and a restore need little memory', () => {
  const reviews = 120_000
  const ebb = withReviews(reviews)
  const env = {NODE_OPTIONS: '--max-old-space-size=24 --max-semi-space-size=2'}
  const lines = (args: readonly string[]) => {
    const {stdout, stderr, status} = ebb.run(args, {env})
    expect({stderr, status}).toEqual({stderr: '', status: 0})
    expect(stdout.length).toBeGreaterThan(1 << 25)
    return stdout.split('\n').length
  }
  expect(lines(['export', 'reviews', '--format', 'json'])).toBe(reviews + 4)
  const file = join(temporaryDirectory(), 'all.json')
  ebb.run(['export', 'all', '-o', file], {env})
  expect(statSync(file).size).toBeGreaterThan(1 << 25)
  const restored = program().run(['import', '--archive', file], {env})
  expect(restored.stderr).toBe('')
  expect(restored.stdout).toContain(`${reviews + 1} entries of the review log`)
}, 60_000)

test('on a terminal, progress is told, and no card commands it', async () => {
  const ebb = withReviews(200_000)
  const file = join(temporaryDirectory(), 'reviews.json')
  const long = openTerminal(['export', 'reviews', '-o', file], {home: ebb.home, columns: 120})
  await long.waitFor('Writing review ')
  expect(await long.exit).toEqual({exitCode: 0, signal: 0})
  expect(await long.waitFor('written to')).not.toContain('Writing review ')

  const hostile = program()
  hostile.run(['import', documentFile('Q: What is CSI?\nA: \u009b31mRed\u202e\n')])
  const cards = openTerminal(['export', 'cards', '--format', 'csv'], {
    home: hostile.home,
    columns: 200,
  })
  await cards.exit
  expect(await cards.waitFor('Red')).toContain('\ufffd31mRed')
  expect(hostile.run(['export', 'cards', '--format', 'csv']).stdout).toContain('\u009b31mRed\u202e')
}, 30_000)

test('an export that is told to end leaves no file', async () => {
  const ebb = withReviews(200_000)
  const folder = temporaryDirectory()
  const file = join(folder, 'reviews.json')
  const watcher = watch(folder)
  const begun = new Promise(resolve => watcher.once('change', resolve))
  const child = spawn(
    process.execPath,
    [join(ROOT, 'bin', 'ebb.js'), 'export', 'reviews', '-o', file],
    {env: programEnvironment(ebb.home), stdio: ['ignore', 'pipe', 'pipe']},
  )
  const ended = new Promise(resolve =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  )
  let stderr = ''
  child.stderr.on('data', text => {
    stderr += text
  })
  await begun
  watcher.close()
  expect(readdirSync(folder)).toEqual([expect.stringContaining('.unfinished-')])
  child.kill('SIGTERM')
  expect(await ended).toBe(1)
  expect(stderr).toBe(`ebb: Stopped: ${file} was not written.\n`)
  expect(readdirSync(folder)).toEqual([])
}, 30_000)

test.skipIf(!canMount)('a full disk is told, and no half of a file is left', () => {
  const ebb = withReviews(2_000)
  const disk = temporaryDirectory()
  const {stdout} = spawnSync(
    'unshare',
    [
      '-rm',
      'bash',
      '-c',
      `mount -t tmpfs -o size=64k tmpfs ${disk} && echo old > ${disk}/reviews.csv
      ${process.execPath} ${join(ROOT, 'bin', 'ebb.js')} export reviews --force -o ${disk}/reviews.csv 2>&1; echo $?
      ls -A ${disk}; cat ${disk}/reviews.csv`,
    ],
    {env: programEnvironment(ebb.home), encoding: 'utf8'},
  )
  expect(stdout).toBe(
    `ebb: ${disk}/reviews.csv cannot be written: the disk is full\nFree some space, then try again.\n1\nreviews.csv\nold\n`,
  )
})

test('a deck goes out as Markdown and comes back the same', () => {
  const ebb = rivers()
  const deck = join(temporaryDirectory(), 'deck.md')
  expect(ebb.run(['export', 'cards', '-o', deck]).stdout).toBe(`3 notes written to ${deck}.\n`)
  const other = program()
  expect(other.run(['import', deck]).stdout).toContain('4 cards (ebb)')
  const facts = (home: ReturnType<typeof program>) =>
    home
      .json(['cards'])
      .cards.map(({id, deck: name, section, tags, question, answer}: Record<string, unknown>) => {
        return {id, deck: name, section, tags, question, answer}
      })
  expect(facts(other)).toEqual(facts(ebb))
})

test('an archive makes the same collection elsewhere', () => {
  const ebb = rivers()
  const archive = join(temporaryDirectory(), 'all.json')
  expect(ebb.run(['export', 'all', '-o', archive]).stdout).toBe(
    `The collection is archived in ${archive}.\n`,
  )
  const other = program()
  expect(other.run(['import', '--archive', archive])).toEqual({
    stdout: 'Restored 3 notes with 4 cards, and 4 entries of the review log.\n',
    stderr: '',
    status: 0,
  })
  expect(other.run(['export', 'all']).stdout).toBe(readFileSync(archive, 'utf8'))
  expect(other.json(['doctor']).ok).toBe(true)
  expect(other.json(['due'])).toEqual(ebb.json(['due']))
  expect(other.json(['config'])).toEqual(ebb.json(['config']))

  const again = other.run(['import', '--archive', archive])
  expect(again).toMatchObject({status: 1, stdout: ''})
  expect(again.stderr).toContain('There is a collection already')
  expect(other.run(['import', '--archive', archive, '--force']).stdout).toContain(
    `The collection before it is now ${join(other.home, 'ebb.db')}.before-restore.\n`,
  )
  const input = readFileSync(archive)
  expect(program().run(['import', '--archive', '-'], {input}).status).toBe(0)
})

test('a damaged archive is told by its line', () => {
  const archive = join(temporaryDirectory(), 'all.json')
  rivers().run(['export', 'all', '-o', archive])
  const text = readFileSync(archive, 'utf8').replace('"rating":"again"', '"rating":"lost"')
  writeFileSync(archive, text)
  const line = text.split('\n').findIndex(row => row.includes('"lost"')) + 1
  const ebb = program()
  const {stderr, status} = ebb.run(['import', '--archive', archive])
  expect(status).toBe(1)
  expect(stderr).toMatch(
    `ebb: ${archive}:${line}: This row cannot be stored: CHECK constraint failed`,
  )
  expect(stderr).toContain('Nothing was restored.')
  expect(ebb.json(['decks']).sources).toBe(0)
  expect(ebb.run(['import', '--archive', join(archive, 'gone')]).stderr).toContain('cannot be read')
  writeFileSync(archive, Buffer.from([0x7b, 0xff, 0x0a]))
  expect(ebb.run(['import', '--archive', archive]).stderr).toContain(
    `${archive}:1: This line is no UTF-8`,
  )
})

test.each([
  [['import'], "missing required argument 'path'"],
  [['import', '--force', 'a.md'], "'--force' belongs to '--archive'"],
  [['import', '--archive', 'a.json', 'b.md'], 'no documents are imported'],
  [['import', '--archive', 'a.json', '--dry-run'], "'--dry-run' cannot be used"],
  [['export'], "missing required argument 'what'"],
  [['export', 'seas'], 'seas'],
  [['export', 'cards', '--format', 'xml'], 'xml'],
  [['export', 'cards', '--force'], "'--force' belongs to '--output'"],
  [['stats', '--force'], "'--force' belongs to '--html'"],
  [['stats', '--json', '--with-cards'], "'--with-cards' belongs to '--html'"],
])('the usage %j is told to be wrong', (args, message) => {
  const {stderr, status} = program().run(args)
  expect({stderr, status}).toEqual({stderr: expect.stringContaining(message), status: 2})
})
