import type {Card} from '../core/card.ts'
import {facesOf} from '../core/faces.ts'
import {isAnyCard} from '../core/review-choice.ts'
import type {Moment} from '../core/time.ts'
import {formatWait, waitOf} from '../core/wait.ts'
import {cardToJson} from '../report/card.ts'
import {firstLine} from '../report/first-line.ts'
import {formatJson} from '../report/json.ts'
import {chosenCards, type ReviewRequest} from './chosen-cards.ts'
import {type Context, done, type Outcome} from './context.ts'
import {openDay} from './session.ts'

export interface CardsFlags {
  /** What the question or the answer must hold; empty for every card. */
  readonly text: string
  /** Which cards; what a review would ask of them does not matter. */
  readonly request: ReviewRequest
  /** Only suspended cards. */
  readonly suspended: boolean
  /** Whether each line begins with the document and its line. */
  readonly places: boolean
  readonly json: boolean
}

/**
 * Present cards, one a line: id, when it is due, and the question.
 * @throws UserError where there is no such deck or tag.
 */
export function cards(context: Context, flags: CardsFlags): Outcome {
  const {text, request, suspended, places, json} = flags
  const {store, moment} = openDay(context)
  const {decks, tags, flags: flagged, leeches, needsFixing} = chosenCards(store, request)
  const filter = {decks, tags, flags: flagged, leeches, needsFixing}
  const found = store.findCards(text, {...filter, ...(suspended && {isSuspended: true})})
  if (json) {
    const zone = context.clock.utcOffsetMinutes
    return done(formatJson({cards: found.map(card => cardToJson(card, zone))}))
  }
  if (found.length === 0) {
    return done(nothingFound(text, suspended || !isAnyCard(filter)))
  }
  const lines = found.map(card => {
    const {path, line} = card.source
    return places ? `${path}:${line}: ${lineOf(card, moment)}` : lineOf(card, moment)
  })
  return done(lines.join(''))
}

function lineOf({id, schedule, content, variant, marks}: Card, moment: Moment): string {
  const wait = marks.isSuspended
    ? 'susp.'
    : schedule.phase === 'new'
      ? 'new'
      : formatWait(waitOf(schedule, moment))
  return `${id}  ${wait.padStart(6)}  ${firstLine(facesOf(content, variant).front)}\n`
}

function nothingFound(text: string, isNarrowed: boolean): string {
  if (text !== '') return `No card${isNarrowed ? ' of these' : ''} holds “${firstLine(text)}”.\n`
  return isNarrowed ? 'There is no such card.\n' : 'There are no cards yet.\n'
}
