import type {Card} from '../../core/card.ts'
import {facesOf} from '../../core/faces.ts'
import {diffWords, suggestedRating} from '../../core/typed-answer.ts'
import {plainTextOf} from '../../render/plain-text.ts'
import type {Typed} from './review-state.ts'

/** What was typed, compared with the answer; of a cloze, with what is hidden. */
export function typedAnswer(card: Card, text: string): Typed {
  const diff = diffWords(plainTextOf(expectedOf(card)), text)
  return {text, diff, suggested: suggestedRating(diff.likeness)}
}

/** The Markdown that is asked for: the answer; of a cloze, what is hidden. */
export function expectedOf({content, variant}: Pick<Card, 'content' | 'variant'>): string {
  if (content.kind !== 'cloze') return facesOf(content, variant).back
  const {text, deletions} = content
  return deletions
    .filter(({group}) => variant === `cloze-${group}`)
    .map(({start, end}) => text.slice(start, end))
    .join('\n\n')
}
