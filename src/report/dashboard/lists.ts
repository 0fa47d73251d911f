import {formatDuration} from '../../core/duration.ts'
import type {Dashboard} from '../../core/statistics/dashboard.ts'
import {remark, type Section, textLines} from './section.ts'
import {tableLines} from './table.ts'
import {counted, formatCount, formatRecall} from './words.ts'

const MOST_LEECHES = 10
/** Columns in which a question can be known again. */
const LEAST_QUESTION = 30

export function decksSection({decks}: Dashboard): Section {
  const least = Math.min(...decks.map(({depth}) => depth))
  const rows = decks.map(
    ({name, deck, depth, counts, due, studied, known, retention, durationMs}) => {
      const cards = Object.values(counts).reduce((sum, count) => sum + count, 0) - counts.absent
      return [
        '  '.repeat(depth - least) + (depth === least ? deck : name),
        formatCount(cards),
        formatCount(due),
        formatCount(counts.new),
        `${formatCount(known)}/${formatCount(studied)}`,
        formatRecall(retention.all),
        formatDuration(durationMs),
      ]
    },
  )
  const columns = ['deck', 'cards', 'due', 'new', 'known', 'retention', 'time']
  return {
    title: 'Decks',
    draw: options =>
      rows.length === 0
        ? textLines('There are no decks yet.', options)
        : [
            ...tableLines({columns, rows}, options),
            ...remark('Each with the decks below it. Known: of those studied.', options),
          ],
  }
}

export function leechesSection({leeches}: Dashboard): Section {
  const rows = leeches
    .slice(0, MOST_LEECHES)
    .map(({question, id, lapses, deck, isSuspended}) => [
      firstLine(question ?? id),
      formatCount(lapses),
      isSuspended ? `${deck} (suspended)` : deck,
    ])
  return {
    title: 'Leeches',
    draw: options =>
      rows.length === 0
        ? textLines('No card is forgotten over and over.', options)
        : [
            ...textLines(
              `${counted(leeches.length, 'card')} forgotten over and over${leeches.length > MOST_LEECHES ? '; the worst' : ''}:`,
              options,
            ),
            ...tableLines(
              {columns: ['question', 'lapses', 'deck'], rows, least: LEAST_QUESTION},
              options,
            ),
          ],
  }
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? ''
}
