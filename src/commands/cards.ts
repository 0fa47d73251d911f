import {facesOf} from '../core/faces.ts'
import {formatWait, waitOf} from '../core/wait.ts'
import {cardToJson} from '../report/card.ts'
import {firstLine} from '../report/first-line.ts'
import {formatJson} from '../report/json.ts'
import {type Context, done, type Outcome} from './context.ts'
import {openDay} from './session.ts'

export interface CardsFlags {
  /** What the question or the answer must hold; empty for every card. */
  readonly text: string
  readonly json: boolean
}

/** Present cards, one a line: id, when it is due, and the question. */
export function cards(context: Context, {text, json}: CardsFlags): Outcome {
  const {store, moment} = openDay(context)
  const found = store.findCards(text)
  if (json) {
    const zone = context.clock.utcOffsetMinutes
    return done(formatJson({cards: found.map(card => cardToJson(card, zone))}))
  }
  if (found.length === 0)
    return done(text === '' ? 'There are no cards yet.\n' : `No card holds “${firstLine(text)}”.\n`)
  const lines = found.map(({id, schedule, content, variant}) => {
    const wait = schedule.phase === 'new' ? 'new' : formatWait(waitOf(schedule, moment))
    return `${id}  ${wait.padStart(6)}  ${firstLine(facesOf(content, variant).front)}\n`
  })
  return done(lines.join(''))
}
