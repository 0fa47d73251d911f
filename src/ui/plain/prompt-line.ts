import {RATINGS} from '../../core/rating.ts'
import {formatWait, waitOf} from '../../core/wait.ts'
import {plainText} from '../../render/line.ts'
import {suggestionOf} from '../review/rating.ts'
import type {ReviewState} from '../review/review-state.ts'
import {type Page, sentence} from './page.ts'
import {plainSceneOf} from './plain-scene.ts'

/** What waits for the next line: what can be typed, and what enter alone does. No line feed ends it. */
export function promptOf(state: ReviewState, page: Page): string {
  return `${sentence(wordsOf(state), page).map(plainText).join('\n')} `
}

function wordsOf(state: ReviewState): string {
  const {reveal, session} = state
  switch (plainSceneOf(state)) {
    case 'question':
      return '[enter] answer, ? help, q leave:'
    case 'typing':
      return 'Type the answer, or [enter] to see it, :? help, :q leave:'
    case 'points': {
      const part = reveal.kind === 'points' ? `part ${reveal.shown} of ${reveal.total}, ` : ''
      return `${part}[enter] next, a all, ${ratingWords(state)}:`
    }
    case 'outline':
      return 'Points recalled, such as 1 3-4, [enter] none, a answer alone:'
    case 'answer':
      return `${ratingWords(state)}, [enter] ${suggestionOf(state) ?? 'good'}:`
    case 'waiting':
      return '[enter] look again, q leave:'
    case 'goal':
      return '[enter] leave, g go on:'
    case 'summary':
      return session.last ? '[enter] leave, u undo:' : '[enter] leave:'
  }
}

/** Each rating with its number and the time until the card would be asked again. */
function ratingWords({preview, moment, preferences}: ReviewState): string {
  const ratings = preferences.buttons === 2 ? (['again', 'good'] as const) : RATINGS
  return ratings
    .map((rating, index) => {
      const wait = preview ? ` ${formatWait(waitOf(preview[rating], moment))}` : ''
      return `${index + 1} ${rating}${wait}`
    })
    .join(', ')
}
