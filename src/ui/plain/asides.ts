import type {Card} from '../../core/card.ts'
import {plural} from '../../core/plural.ts'
import {hang, wrapSpans} from '../../render/wrap.ts'
import {cardInfoText} from '../panels/card-info.ts'
import {dueInWords, questionLine} from '../panels/card-words.ts'
import type {PreviousAnswer} from '../panels/previous-answer.ts'
import type {Search} from '../panels/search.ts'
import {whyLines} from '../panels/why-text.ts'
import type {ReviewState} from '../review/review-state.ts'
import {span} from '../text/fit.ts'
import type {Aside} from './meaning.ts'
import {hintBlock, wholeScene} from './news.ts'
import {type Block, type Page, sentence} from './page.ts'
import {WORDS} from './typed-line.ts'

/** What is read on the side, of a state in which it is open; nothing where it could not be opened. */
export function asideBlocks(aside: Aside, state: ReviewState, page: Page): readonly Block[] {
  const {overlay, moment} = state
  const panel = overlay?.kind === 'panel' ? overlay.panel : undefined
  switch (aside) {
    case 'help':
      return [helpBlock(page)]
    case 'repeat':
      return wholeScene(state, page)
    case 'hint':
      return [hintBlock(state, page)]
    case 'info': {
      if (panel?.kind !== 'info') return []
      const {pinned, body} = cardInfoText(panel.info, moment, page.layout, page.look)
      return [pinned, body]
    }
    case 'why':
      return panel?.kind === 'info' ? [whyLines(panel.info.why, page.layout.width, page.look)] : []
    case 'previous':
      return panel?.kind === 'previous' ? previousBlocks(panel.previous, state, page) : []
    case 'search':
      return overlay?.kind === 'prompt' && overlay.prompt.kind === 'search'
        ? foundBlocks(overlay.prompt.search, state, page)
        : []
  }
}

/** Words with their letters, and what has to follow some of them. */
const ROWS: readonly (readonly [typed: string, does: string])[] = [
  ['[enter]', 'what the prompt says'],
  ['1, 2, 3, 4', 'again, hard, good, easy; the words will do, too'],
  ...Object.entries(WORDS).map(([word, {letter, does}]) => {
    const typed = letter === word ? letter : `${letter}, ${word.replace('-', ' ')}`
    return [typed, does] as const
  }),
  ['f 3, flag 3', 'flag the card with a number from 1 to 7; f 0 takes it away'],
  ['t WORDS, tag WORDS', 'all tags of your own that the note is to have; t - for none'],
  ['/WORDS', 'search all cards'],
]

function helpBlock({layout}: Page): Block {
  return ROWS.flatMap(([typed, does]) =>
    hang(wrapSpans([span(`${typed}: ${does}`)], layout.width - 2), [], [span('  ')]),
  )
}

function previousBlocks(
  {card, rating}: PreviousAnswer,
  {moment}: ReviewState,
  page: Page,
): readonly Block[] {
  const next = card.schedule.phase === 'new' ? '' : `; next: ${dueInWords(card.schedule, moment)}`
  return [sentence(`The card before: ${rating}${next}`, page), ...bothSides(card, page)]
}

const MOST_LISTED = 20

/** The card where there is one; else the questions of those found. */
function foundBlocks(
  {results, total}: Search,
  {moment}: ReviewState,
  page: Page,
): readonly Block[] {
  const [first] = results
  if (!first) return [sentence('No card has all of these words.', page)]
  if (total === 1) {
    const deck = first.deck.split('::').join(' / ')
    return [
      sentence(`1 card: ${deck}, ${dueInWords(first.schedule, moment)}`, page),
      ...bothSides(first, page),
    ]
  }
  const listed = results.slice(0, MOST_LISTED)
  const rest = total > listed.length ? `, the first ${listed.length} of them` : ''
  return [
    sentence(`${plural(total, 'card')}${rest}; more words find one:`, page),
    listed.flatMap(card => {
      const words = `${questionLine(card)} (${dueInWords(card.schedule, moment)})`
      return hang(wrapSpans([span(words)], page.layout.width - 2), [span('- ')], [span('  ')])
    }),
  ]
}

/** The back of a cloze holds its question. */
function bothSides(card: Card, {faceLines, layout}: Page): readonly Block[] {
  const back = faceLines(card, 'back', layout.width)
  return card.content.kind === 'cloze' ? [back] : [faceLines(card, 'front', layout.width), back]
}
