import {closeSync, fsyncSync, openSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {ALL_DUE} from '../src/commands/chosen-cards.ts'
import {prepareSession} from '../src/commands/session.ts'
import type {Settings} from '../src/core/options.ts'
import {RATINGS} from '../src/core/rating.ts'
import {type SessionState, transition} from '../src/core/session.ts'
import type {Instant} from '../src/core/time.ts'
import {openDatabase} from '../src/store/database.ts'
import {storeOn} from '../src/store/store.ts'
import {seededRandom} from '../tests/support/seeded-random.ts'
import {median, percentile, type Result, timed} from './measure.ts'
import {ROOT} from './program.ts'

const BEGINNING = Date.UTC(2026, 2, 2, 9) as Instant
/** Later than what the first ratings put off, so that there is as much to rate again. */
const LATER = Date.UTC(2026, 11, 1, 9) as Instant

/** How long it takes to store one rating, as the program opens its store and, for comparison, without waiting for the disk. */
export function measureCommits(home: string, ratings: number): readonly Result[] {
  const full = commitTimes(home, ratings, BEGINNING)
  const normal = commitTimes(home, ratings, LATER, 'normal')
  const disk = syncTimes(home, ratings)
  const note = (times: readonly number[]) =>
    `${times.length} ratings; p95 ${percentile(times, 95).toFixed(2)} ms`
  return [
    {
      what: 'one rating on disk, median',
      figure: median(full),
      unit: 'ms',
      note: note(full),
    },
    {
      what: 'one rating on disk, p99',
      figure: percentile(full, 99),
      unit: 'ms',
      atMost: 1,
      note: `where writing 4 kB and waiting for the disk takes ${median(disk).toFixed(2)} ms, p99 ${percentile(disk, 99).toFixed(2)} ms`,
    },
    {
      what: '… at synchronous=normal, median',
      figure: median(normal),
      unit: 'ms',
      note: note(normal),
    },
    {what: '… at synchronous=normal, p99', figure: percentile(normal, 99), unit: 'ms'},
  ]
}

/** Milliseconds of each transaction in a session that rates by chance. */
function commitTimes(
  home: string,
  ratings: number,
  beginning: Instant,
  synchronous?: 'normal',
): number[] {
  const db = openDatabase({
    path: join(home, 'ebb.db'),
    migrationsDirectory: join(ROOT, 'migrations'),
  })
  if (synchronous) db.pragma(`synchronous = ${synchronous}`)
  const store = storeOn(db)
  store.changeSettings(withoutLimits)
  const random = seededRandom(`commits ${synchronous}`)
  let now = beginning
  const prepared = prepareSession(
    {
      clock: {now: () => now, utcOffsetMinutes: () => 0},
      random,
      openStore: () => store,
    },
    ALL_DUE,
  )
  const {sessionContext, newEntryId, moment} = prepared
  const times: number[] = []
  let state: SessionState = prepared.session
  while (times.length < ratings && state.kind !== 'finished') {
    now = state.kind === 'waiting' ? state.until : ((now + 10_000) as Instant)
    ;[state] = transition(state, {type: 'tick', moment: {...moment, at: now}}, sessionContext)
    ;[state] = transition(state, {type: 'reveal'}, sessionContext)
    const rating = RATINGS[Math.floor(random() * RATINGS.length)] ?? 'good'
    const [next, effects] = transition(
      state,
      {
        type: 'rate',
        rating,
        moment: {...moment, at: now},
        entryId: newEntryId(now),
        durationMs: 10_000,
      },
      sessionContext,
    )
    state = next
    for (const effect of effects) {
      if (effect.type === 'record-review') {
        times.push(timed(() => store.recordReview(effect)))
      }
    }
  }
  store.close()
  return times
}

/** Milliseconds that a page takes to the disk by itself: what no store can do without. */
function syncTimes(home: string, times: number): number[] {
  const file = openSync(join(home, 'page'), 'w')
  const page = Buffer.alloc(4_096, 1)
  const measured = Array.from({length: times}, () =>
    timed(() => {
      writeSync(file, page)
      fsyncSync(file)
    }),
  )
  closeSync(file)
  return measured
}

function withoutLimits(settings: Settings): Settings {
  return {...settings, newPerDay: 9_999, reviewsPerDay: 9_999}
}
