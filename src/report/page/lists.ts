import type {Dashboard} from '../../core/statistics/dashboard.ts'
import {decimal, minutes, percent, recall} from './amounts.ts'
import {figure} from './figure.ts'
import type {Html} from './html.ts'

/** A deck that is below another is moved in by as much. */
const INDENT = '\u2003'

/** Each deck with those below it. */
export function decksFigure({decks}: Dashboard): Html {
  return figure({
    id: 'decks',
    title: 'Decks',
    table: {
      head: [
        'Deck',
        'New',
        'Learning',
        'Young',
        'Mature',
        'Suspended',
        'Due',
        'Known',
        'Answers',
        'Minutes',
        'Retention',
      ],
      rows: decks.map(({name, depth, counts, due, known, answers, durationMs, retention}) => [
        INDENT.repeat(depth) + name,
        counts.new,
        counts.learning + counts.relearning,
        counts.young,
        counts.mature,
        counts.suspended,
        due,
        decimal(known, 0),
        answers,
        minutes(durationMs),
        recall(retention.all),
      ]),
    },
    isOpen: true,
    isWide: true,
  })
}

/** Cards that keep being forgotten, with their questions where they were asked for. */
export function leechesFigure({leeches}: Dashboard, withText: boolean): Html {
  return figure({
    id: 'leeches',
    title: 'Leeches',
    note: 'Cards that were forgotten eight times or more. They are worth being written anew.',
    table: {
      head: [
        'Card',
        ...(withText ? ['Question'] : []),
        'Deck',
        'Lapses',
        'Difficulty',
        'Suspended',
      ],
      words: ['Question', 'Deck'],
      rows: leeches.map(({id, question, deck, lapses, memory, isSuspended}) => [
        id,
        ...(withText ? [question ?? ''] : []),
        deck,
        lapses,
        decimal(memory.difficulty, 1),
        isSuspended ? 'yes' : 'no',
      ]),
    },
    isOpen: true,
    isWide: true,
  })
}

/** The figures that one looks at first. */
export function headline({
  today,
  streaks,
  retention,
  cards,
  desiredRetention,
}: Dashboard): readonly (readonly [value: string, name: string])[] {
  const month = retention.find(({span}) => span === 'month')
  return [
    [String(today.answers), `answers today, in ${minutes(today.durationMs)} min`],
    [String(today.due), 'cards due'],
    [String(streaks.current), 'days in a row'],
    [month ? recall(month.all) : '–', `retention in 30 days (aim ${percent(desiredRetention)})`],
    [String(cards.total), 'cards'],
    [decimal(cards.known, 0), 'of them known today'],
  ]
}
