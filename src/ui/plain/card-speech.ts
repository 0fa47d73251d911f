import type {Card} from '../../core/card.ts'
import {currentCard} from '../../core/session.ts'
import {countLeft, summaryOf} from '../../core/session-summary.ts'
import {hang, wrapSpans} from '../../render/wrap.ts'
import {markWords} from '../panels/mark-words.ts'
import type {Reveal} from '../review/reveal.ts'
import type {ReviewState} from '../review/review-state.ts'
import {span} from '../text/fit.ts'
import {type Block, type Page, sentence} from './page.ts'

/** Where the card comes from, which one of how many it is, its marks; then its question. */
export function questionBlocks(state: ReviewState, card: Card, page: Page): readonly Block[] {
  const {session, moment} = state
  const {reviews} = summaryOf(session)
  const path = [...card.deck.split('::'), ...card.section].join(' / ')
  const position = `${reviews + 1} of ${reviews + countLeft(session).total}`
  const marks = markWords(card.marks, moment.studyDay)
  return [
    sentence([path, position, ...marks].join(', '), page),
    page.faceLines(card, 'front', page.layout.width),
  ]
}

/** How many lines of the answer are shown. */
export function shownLines(card: Card, reveal: Reveal, {faceLines, layout}: Page): number {
  const {lines, steps} = faceLines.steps(card, 'back', layout.width)
  switch (reveal.kind) {
    case 'hidden':
    case 'outline':
      return 0
    case 'points':
      return reveal.shown < reveal.total
        ? (steps[reveal.shown - 1]?.endLine ?? lines.length)
        : lines.length
    case 'whole':
      return lines.length
  }
}

/** The answer from a line on, as far as it is shown. */
export function answerBlock(card: Card, from: number, reveal: Reveal, page: Page): Block {
  const lines = page.faceLines(card, 'back', page.layout.width)
  const shown = lines.slice(from, shownLines(card, reveal, page))
  const first = shown.findIndex(line => line.length > 0)
  return first === -1 ? [] : shown.slice(first)
}

/** Deeper points are not set in any further. */
const DEEPEST = 3

/** The points that the answer makes, with the numbers by which they are ticked off. */
export function outlineBlock(state: ReviewState, {outline, layout}: Page): Block {
  const card = currentCard(state.session)
  if (!card) return []
  const points = outline(card)
  const digits = String(points.length).length
  return points.flatMap(({text, depth}, index) => {
    const number = `${String(index + 1).padStart(digits)}. `
    const indent = '  '.repeat(Math.min(depth, DEEPEST))
    const width = Math.max(2, layout.width - number.length - indent.length)
    const first = [span(number + indent)]
    return hang(wrapSpans([span(text)], width), first, [
      span(' '.repeat(number.length + indent.length)),
    ])
  })
}
