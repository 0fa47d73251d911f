import type {Card} from '../core/card.ts'
import {facesOf} from '../core/faces.ts'
import type {NoteContent} from '../core/note.ts'
import {outlineOf} from '../render/outline.ts'
import {stepsOf} from '../render/steps.ts'

/** Into how much an answer can be divided, at whatever width it is shown. */
export interface AnswerParts {
  /** Headings, paragraphs, list items …: what is revealed one after the other. */
  readonly steps: number
  /** Headings and bold words at the beginning of paragraphs: what is ticked off. */
  readonly points: number
}

const known = new WeakMap<NoteContent, Map<string, AnswerParts>>()

/** Steps and points do not depend on the width. */
const WIDTH = 80

/** The parts of a card’s answer. A cloze is one: its answer is the question with its gaps filled. */
export function answerPartsOf({content, variant}: Pick<Card, 'content' | 'variant'>): AnswerParts {
  if (content.kind === 'cloze') return {steps: 1, points: 0}
  const ofContent = known.get(content) ?? new Map<string, AnswerParts>()
  known.set(content, ofContent)
  const source = facesOf(content, variant).back
  const parts = ofContent.get(source) ?? {
    steps: stepsOf(source, {width: WIDTH}).steps.length,
    points: outlineOf(source, {width: WIDTH}).length,
  }
  ofContent.set(source, parts)
  return parts
}
