import {type Instant, MS_PER_MINUTE} from '../core/time.ts'
import {formatJson} from '../report/json.ts'
import {formatTable} from '../report/table.ts'
import {type Context, done, type Outcome} from './context.ts'
import {openDay} from './session.ts'

/** Every deck with its cards, and what is due of them before the daily limits. */
export function decks(context: Context, {json}: {readonly json: boolean}): Outcome {
  const {store, settings, moment} = openDay(context)
  const until = (moment.at + settings.learnAheadMinutes * MS_PER_MINUTE) as Instant
  const counts = store.deckCounts({today: moment.studyDay, until})
  if (json) return done(formatJson({decks: counts, sources: store.sources().length}))
  if (counts.length === 0) return done('There are no decks yet. `ebb import PATH` makes some.\n')
  const rows = counts.map(({deck, ...numbers}) => [
    deck,
    ...[numbers.cards, numbers.new, numbers.learning, numbers.review].map(String),
  ])
  return done(`${formatTable([['deck', 'cards', 'new', 'learning', 'review'], ...rows])}\n`)
}
