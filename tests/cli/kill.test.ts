import {pbkdf2} from 'node:crypto'
import {closeSync, copyFileSync, fstatSync, openSync} from 'node:fs'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'
import {doctorReport} from '../../src/core/doctor.ts'
import {RATINGS, type Rating} from '../../src/core/rating.ts'
import {openStore} from '../../src/store/open.ts'
import {program, temporaryDirectory} from '../support/program.ts'
import {seededRandom} from '../support/seeded-random.ts'
import {ANSWER, collection, logIn, QUESTION} from '../support/sessions.ts'
import {MIGRATIONS} from '../support/store.ts'
import {openTerminal, type TestTerminal} from '../support/terminal.ts'

const KILLS = 100
const AT_ONCE = 4
/** As many as the limit of new cards lets in, so that the number of new ones left counts the ratings. */
const CARDS = 20

/** When a session is killed. */
interface Death {
  readonly seed: number
  /** Ratings that are waited for before. */
  readonly ratings: number
  /** Before the reveal, after it, or from the key of one more rating on. */
  readonly where: 'question' | 'answer' | 'write'
  /** From that key to the kill, in milliseconds: about as long as a rating takes to be written and shown. */
  readonly delayMs: number
}

function deathOf(seed: number): Death {
  const random = seededRandom(`death ${seed}`)
  const where = (['question', 'answer'] as const)[Math.floor(random() * 8)] ?? 'write'
  return {seed, where, ratings: Math.floor(random() * 5), delayMs: random() * 16}
}

/** Ratings that the screen acknowledges: cards that are no longer new. */
function acknowledged(terminal: TestTerminal): number {
  return CARDS - Number(/(\d+) new/.exec(terminal.screen())?.[1])
}

/** One session to its death. Gives the ratings in the order of their keys, and how many of them the screen acknowledged. */
async function killed(home: string, {seed, ratings, where, delayMs}: Death) {
  const random = seededRandom(`ratings ${seed}`)
  const terminal = openTerminal(['review'], {home})
  const pressed: Rating[] = []
  const ask = (count: number) =>
    terminal.waitUntil(`question ${count + 1}`, screen => {
      return screen.includes(`${CARDS - count} new`) && screen.includes(QUESTION)
    })
  const reveal = () => {
    terminal.press(' ')
    return terminal.waitFor(ANSWER)
  }
  const rate = () => {
    const index = Math.floor(random() * RATINGS.length)
    pressed.push(RATINGS[index] as Rating)
    terminal.press(String(index + 1))
  }
  for (let count = 0; count < ratings; count += 1) {
    await ask(count)
    await reveal()
    rate()
  }
  await ask(ratings)
  if (where !== 'question') await reveal()
  if (where === 'write') {
    rate()
    await new Promise(resolve => setTimeout(resolve, delayMs))
  }
  process.kill(terminal.pid, 'SIGKILL')
  expect((await terminal.exit).signal).toBe(9)
  return {pressed, acknowledged: acknowledged(terminal)}
}

/** What the doctor finds, without a process of its own. */
function findingsIn(home: string) {
  const store = openStore({path: join(home, 'ebb.db'), migrationsDirectory: MIGRATIONS})
  try {
    const {parameters} = store.readSettings().scheduling
    const context = {optionsOf: store.optionsOf, parameters}
    return doctorReport(store.cardRecords(), store.checkFile(), context).findings
  } finally {
    store.close()
  }
}

test('a key of this test reaches the terminal at once, and no file that is opened after it', async () => {
  const terminal = openTerminal(['review'], {home: collection(1).home})
  await terminal.waitFor(QUESTION)
  // Keeps busy all the threads that would write later what is not written at once.
  const busy = Array.from({length: 8}, () => promisify(pbkdf2)('', '', 300_000, 64, 'sha512'))
  terminal.press('1')
  process.kill(terminal.pid, 'SIGKILL')
  await terminal.exit
  terminal.press('1')
  const folder = temporaryDirectory()
  const files = Array.from({length: 20}, (_, index) => openSync(join(folder, `${index}`), 'w+'))
  await Promise.all(busy)
  await promisify(pbkdf2)('', '', 1, 64, 'sha512')
  const sizes = files.map(file => fstatSync(file).size)
  for (const file of files) closeSync(file)
  expect(sizes).toEqual(files.map(() => 0))
})

test(`${KILLS} sessions are killed, and every rating that was acknowledged is there`, {
  timeout: 300_000,
}, async () => {
  const prepared = collection(CARDS)
  const outcomes: {home: string; unrecorded: number; unacknowledged: number}[] = []

  const die = async (seed: number) => {
    const home = temporaryDirectory()
    copyFileSync(join(prepared.home, 'ebb.db'), join(home, 'ebb.db'))
    const death = deathOf(seed)
    const session = await killed(home, death)
    const findings = findingsIn(home)
    const recorded = logIn(home).map(({rating}) => rating)
    const lost = session.acknowledged - recorded.length
    const unacknowledged = Math.max(0, -lost)
    expect({...death, findings, recorded, isLost: lost > 0}).toEqual({
      ...death,
      findings: [],
      recorded: session.pressed.slice(0, recorded.length),
      isLost: false,
    })
    expect(unacknowledged).toBeLessThanOrEqual(1)
    expect(session.acknowledged).toBeGreaterThanOrEqual(death.ratings)
    outcomes.push({home, unrecorded: session.pressed.length - recorded.length, unacknowledged})
  }

  const seeds = Array.from({length: KILLS}, (_, seed) => seed)
  const worker = async () => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) await die(seed)
  }
  await Promise.all(Array.from({length: AT_ONCE}, worker))

  expect(outcomes).toHaveLength(KILLS)
  // Some died before their last rating was written, and some after; otherwise nothing was tried.
  const written = outcomes.filter(({unrecorded}) => unrecorded === 0).length
  expect(written).toBeGreaterThan(0)
  expect(written).toBeLessThan(KILLS)

  // And as a user meets it: the program itself is content, and goes on.
  for (const {home} of outcomes.slice(-5)) {
    const ebb = program(home)
    expect(ebb.json(['doctor'])).toMatchObject({ok: true, cards: CARDS})
    const entries = logIn(home).length
    expect(ebb.json(['stats']).today.answers).toBe(entries)
    ebb.json(['rate', ebb.json(['next']).card.id, 'good'])
    expect(logIn(home)).toHaveLength(entries + 1)
  }
})
