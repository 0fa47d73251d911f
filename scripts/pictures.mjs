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
/** The evening of the last day on which the learner of eight years has answered. */
const EVENING = '2026-03-01T22:00:00Z'
const REVIEWS = 20_000
const MS_PER_DAY = 24 * 60 * 60 * 1000
const PATIENCE_MS = 10_000
/** Colours of code follow its words; nothing follows for so long when all of them are there. */
const SETTLED_MS = 700
const ASKED = /show the answer/
const RATED = /1 again/
const ENDED = /That is all for now/

/**
 * What is pictured: the program with `args` in a collection of the sample decks, after the keys of each step have brought what it waits
 * for. Where `isPaced`, by the clock of this machine and at the pace of a learner, so that durations are real. Where `isLearner`, in the
 * collection of somebody who has learned for years.
 */
const SCENES = [
  {
    name: 'question',
    title: 'A question on the terminal, and what is left to review today',
    args: ['review', 'sql'],
    size: {columns: 88, rows: 17},
    steps: [['', ASKED], ...answered('33')],
  },
  {
    name: 'answer',
    title: 'An answer with code and a table, and the four ratings',
    args: ['review', 'system-design'],
    size: {columns: 88, rows: 36},
    steps: [
      ['', /consistent hashing/],
      [' ', RATED],
      ['jjjj', /consistent hashing\s+│/],
    ],
  },
  {
    name: 'outline',
    title: 'An answer as an outline: points recalled are ticked off, and a rating is suggested',
    args: ['review', 'fsrs'],
    size: {columns: 88, rows: 20},
    settings: [['reveal', 'outline']],
    only: /phases/,
    steps: [
      ['', ASKED],
      [' ', /\[ \]/],
      ['x', /\[x\]/],
      ['j', /\[x\]/],
      ['x', /\[x\]/],
    ],
  },
  {
    name: 'home',
    title: 'The home screen: what is due today, what was done, the week ahead, the decks',
    args: ['home'],
    size: {columns: 88, rows: 27},
    steps: [['', /seven days/]],
  },
  {
    name: 'summary',
    title: 'The summary of a session: cards, time, ratings, what comes next',
    args: ['review'],
    size: {columns: 88, rows: 26},
    isPaced: true,
    steps: [['', /All decks/], ['\r', ASKED], ...answered(`33431323343323${'3'.repeat(10)}`)],
    until: ENDED,
  },
  {
    name: 'stats',
    title: 'The dashboard: today, forecast, calendar, reviews by type, true retention, cards',
    args: ['stats'],
    size: {columns: 92, rows: 66},
    isLearner: true,
    steps: [['', /Today/]],
  },
]

/** The page of progress, as a reader sees its beginning. */
const PAGE = {name: 'page', size: {width: 1100, height: 1165}}

/** The steps of answering cards with these ratings. */
function answered(ratings) {
  return [...ratings].flatMap(rating => [
    [' ', RATED],
    [rating, new RegExp(`${ASKED.source}|${ENDED.source}`)],
  ])
}

const chosen = process.argv.slice(2)
const isChosen = ({name}) => chosen.length === 0 || chosen.includes(name)
const homes = []
try {
  for (const scene of SCENES) {
    if (isChosen(scene)) await picture(scene)
  }
  if (isChosen(PAGE)) await photograph(PAGE)
} finally {
  for (const home of homes) rmSync(home, {recursive: true, force: true})
}

async function picture({
  name,
  title,
  args,
  size,
  isPaced = false,
  isLearner = false,
  settings = [],
  only,
  steps,
  until,
}) {
  const now = isPaced ? undefined : isLearner ? EVENING : MORNING
  const home = isLearner
    ? await learner()
    : collection(now ?? new Date().toISOString(), {settings, only})
  const terminal = open(args, home, {...size, now})
  let pressed = 0
  for (const [keys, brings] of steps) {
    if (until?.test(terminal.text())) break
    if (isPaced && keys === ' ') await wait(1500 + (pressed % 4) * 500)
    if (keys !== '') terminal.press(keys)
    pressed += 1
    await terminal.shows(brings)
  }
  if (until) await terminal.shows(until)
  await terminal.settles()
  const file = join(root, 'docs', 'pictures', `${name}.svg`)
  writeFileSync(file, screenToSvg(terminal.emulator, title))
  console.log(file)
  terminal.close()
}

/**
 * The sample decks, some of whose cards were learned before and are due at `now`; or all but the cards with a question like `only`
 * rated already, so that it is that one’s turn.
 */
function collection(now, {settings, only}) {
  const home = temporary()
  const ebb = (args, at = now) => run(args, home, at)
  const daysBefore = days => new Date(Date.parse(now) - days * MS_PER_DAY).toISOString()
  ebb(['import', 'decks'])
  ebb(['config', 'fuzz', 'off'])
  ebb(['config', 'new-per-day', '4'])
  for (const setting of settings) ebb(['config', ...setting])
  const {cards} = JSON.parse(ebb(['cards', '--json']))
  if (only) {
    for (const {id, deck, question} of cards) {
      if (deck === 'fsrs' && !only.test(question)) ebb(['rate', id, 'easy'], daysBefore(1))
    }
    return home
  }
  const inDeck = (deck, count) => cards.filter(card => card.deck === deck).slice(0, count)
  for (const {id} of [...inDeck('git', 3), ...inDeck('sql', 3)]) {
    ebb(['rate', id, 'easy'], daysBefore(8))
  }
  for (const {id} of [...inDeck('unix', 2), ...inDeck('http', 2)]) {
    ebb(['rate', id, 'good'], daysBefore(2))
    ebb(['rate', id, 'good'], daysBefore(2))
  }
  // For the days to come: nothing of these is due yet.
  const coming = [...inDeck('networking', 5), ...inDeck('Unicode', 5)]
  for (const [index, {id}] of coming.entries()) {
    ebb(['rate', id, 'easy'], daysBefore(7 - Math.ceil(Math.sqrt(3 * index))))
  }
  return home
}

/** The collection of a learner of eight years. */
async function learner() {
  const {makeReviewedCollection} = await import('../bench/collection.ts')
  const home = temporary()
  makeReviewedCollection(home, REVIEWS)
  return home
}

/** The page that the program writes, in a real browser. */
async function photograph({name, size}) {
  const {openBrowser, openFile} = await import('../tests/support/browser.ts')
  const home = await learner()
  const page = join(home, 'progress.html')
  run(['stats', '--html', page], home, EVENING)
  const browser = await openBrowser()
  try {
    const opened = await openFile(browser, page, {viewport: size, colorScheme: 'light'})
    if (opened.problems.length > 0) throw new Error(opened.problems.join('\n'))
    const file = join(root, 'docs', 'pictures', `${name}.png`)
    await opened.page.screenshot({path: file})
    console.log(file)
  } finally {
    await browser.close()
  }
}

function temporary() {
  const home = mkdtempSync(join(tmpdir(), 'ebb-pictures-'))
  homes.push(home)
  return home
}

function run(args, home, at) {
  return execFileSync(process.execPath, [program, ...args], {
    cwd: root,
    env: environment(home, at),
    encoding: 'utf8',
  })
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
  let wroteAt = Date.now()
  pty.onData(data => {
    wroteAt = Date.now()
    emulator.write(data)
  })
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
    shows: async pattern => {
      const end = Date.now() + PATIENCE_MS
      while (!pattern.test(text())) {
        if (Date.now() > end) throw new Error(`Waited in vain for ${pattern}:\n${text()}`)
        await wait(20)
      }
      await wait(100)
    },
    settles: async () => {
      while (Date.now() < wroteAt + SETTLED_MS) await wait(20)
    },
  }
}
