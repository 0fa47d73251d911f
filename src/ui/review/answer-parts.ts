import type {Card} from '../../core/card.ts'
import {facesOf} from '../../core/faces.ts'
import type {NoteContent} from '../../core/note.ts'
import {outlineOf} from '../../render/outline.ts'
import {stepsOf} from '../../render/steps.ts'
import type {RevealMode} from './reveal.ts'

const known = new WeakMap<NoteContent, Map<string, number>>()

/** The number of parts does not depend on the width. */
const WIDTH = 80

/**
 * Into how many parts an answer is divided in a mode, at whatever width it is shown: headings, paragraphs, list items … that are
 * revealed one after the other, or points that are ticked off. A cloze is one: its answer is the question with its gaps filled.
 * Counted once and remembered.
 */
export function countParts(
  {content, variant}: Pick<Card, 'content' | 'variant'>,
  mode: RevealMode,
): number {
  if (mode === 'all' || content.kind === 'cloze') return 1
  const counts = known.get(content) ?? new Map<string, number>()
  known.set(content, counts)
  const key = `${mode} ${variant}`
  const source = facesOf(content, variant).back
  const count = counts.get(key) ?? countIn(source, mode)
  counts.set(key, count)
  return count
}

function countIn(source: string, mode: Exclude<RevealMode, 'all'>): number {
  switch (mode) {
    case 'points':
      return stepsOf(source, {width: WIDTH}).steps.length
    case 'outline':
      return outlineOf(source, {width: WIDTH}).length
  }
}
