// Makes the pictures of docs/pictures/ from the built program in a real pseudo-terminal: `node scripts/pictures.mjs`.
import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {spawn} from '@lydell/node-pty'
import headless from '@xterm/headless'
import {screenToSvg} from './screen-to-svg.mjs'
import './build.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const program = join(root, 'bin', 'ebb.js')
const MORNING = '2026-03-02T09:00:00Z'
const MS_PER_DAY = 24 * 60 * 60 * 1000
const PATIENCE_MS = 10_000
const ASKED = /show the answer/
const ENDED = /That is all for now/

const homes = []
try {
  await answerPictures()
  await summaryPicture()
} finally {
  for (const home of homes) rmSync(home, {recursive: true, force: true})
}

/** A question, and a long answer with code and a table, scrolled. */
async function answerPictures() {
  const home = collection(MORNING)
  const small = open(['review', 'sql'], home, {columns: 88, rows: 17, now: MORNING})
  await small.shows('a question', ASKED)
  for (const rating of '33') await answer(small, rating)
  await save(small, 'question', 'A question on the terminal, and what is left to review today')
  small.close()
  const tall = open(['review', 'system-design'], home, {columns: 88, rows: 36, now: MORNING})
  await tall.shows('the question', /consistent hashing/)
  tall.press(' ')
  await tall.shows('the answer', /1 again/)
  tall.press('jjjj')
  await tall.shows('the table', /consistent hashing\s+│/)
  await save(tall, 'answer', 'An answer with code and a table, and the four ratings')
  tall.close()
}

/** The end of a session at the pace of a learner who is quick, and the clock of this machine: the durations are real. */
async function summaryPicture() {
  const home = collection(new Date().toISOString())
  const terminal = open(['review'], home, {columns: 88, rows: 18})
  const ratings = '33431323343323'
  await terminal.shows('a question', ASKED)
  for (let answered = 0; !ENDED.test(terminal.text()); answered += 1) {
    await wait(1500 + (answered % 4) * 500)
    await answer(terminal, ratings[answered] ?? '3')
  }
  await save(terminal, 'summary', 'The summary of a session: cards, time, ratings, what comes next')
  terminal.close()
}

async function answer(terminal, rating) {
  terminal.press(' ')
  await terminal.shows('an answer', /1 again/)
  terminal.press(rating)
  await terminal.shows('what follows', new RegExp(`${ASKED.source}|${ENDED.source}`))
}

/** The sample decks, some of whose cards were learned before and are due at `now`. */
function collection(now) {
  const home = mkdtempSync(join(tmpdir(), 'ebb-pictures-'))
  homes.push(home)
  const ebb = (args, at = now) =>
    execFileSync(process.execPath, [program, ...args], {
      cwd: root,
      env: environment(home, at),
      encoding: 'utf8',
    })
  const daysBefore = days => new Date(Date.parse(now) - days * MS_PER_DAY).toISOString()
  ebb(['import', 'decks'])
  ebb(['config', 'fuzz', 'off'])
  ebb(['config', 'new-per-day', '4'])
  const {cards} = JSON.parse(ebb(['cards', '--json']))
  const inDeck = (deck, count) => cards.filter(card => card.deck === deck).slice(0, count)
  for (const {id} of [...inDeck('git', 3), ...inDeck('sql', 3)]) {
    ebb(['rate', id, 'easy'], daysBefore(8))
  }
  for (const {id} of [...inDeck('unix', 2), ...inDeck('http', 2)]) {
    ebb(['rate', id, 'good'], daysBefore(2))
    ebb(['rate', id, 'good'], daysBefore(2))
  }
  return home
}

function environment(home, now) {
  const {PATH, HOME} = process.env
  const env = {PATH, HOME, LANG: 'C.UTF-8', TZ: 'UTC', EBB_HOME: home}
  return now === undefined ? env : {...env, EBB_NOW: now}
}

function open(args, home, {columns: cols, rows, now}) {
  const emulator = new headless.Terminal({cols, rows, allowProposedApi: true})
  const pty = spawn(process.execPath, [program, ...args], {
    cols,
    rows,
    cwd: root,
    name: 'xterm-256color',
    env: environment(home, now),
  })
  pty.onData(data => emulator.write(data))
  const text = () =>
    Array.from({length: rows}, (_, row) =>
      emulator.buffer.active.getLine(row)?.translateToString(true),
    ).join('\n')
  return {
    emulator,
    text,
    press: keys => pty.write(keys),
    close: () => {
      pty.kill()
      emulator.dispose()
    },
    shows: async (what, pattern) => {
      const end = Date.now() + PATIENCE_MS
      while (!pattern.test(text())) {
        if (Date.now() > end) throw new Error(`Waited in vain for ${what}:\n${text()}`)
        await wait(20)
      }
      await wait(100)
    },
  }
}

async function save(terminal, name, title) {
  const file = join(root, 'docs', 'pictures', `${name}.svg`)
  writeFileSync(file, screenToSvg(terminal.emulator, title))
  console.log(file)
}
