import type {Reader} from '../reading.ts'
import {notesOf, squareDeletions} from './hashcards.ts'
import {labelledCards} from './parts/labels.ts'
import type {DraftNote} from './parts/reading.ts'
import {readingOf} from './parts/reading.ts'
import {isCodePath, isProperty, sidesOf} from './parts/sides.ts'

const SIGN = /^(?:Q|C):/m

/** `Q:` / `A:` and `C:` as in hashcards, but between free text and with `front :: back` lines; one deletion a cloze. */
export const repeater: Reader = {
  name: 'repeater',
  read: source => {
    if (!SIGN.test(source.text)) return undefined
    const {cards, stray, innerHeadings} = labelledCards(source.lines, /^---/)
    const {notes, unanswered} = notesOf(source, cards, text => squareDeletions(text).slice(0, 1))
    if (notes.length === 0) return undefined
    const pairs = stray.flatMap((line): DraftNote[] => {
      const text = source.lines[line - 1] as string
      const sides = isProperty(text) || isCodePath(text) ? undefined : sidesOf(text, ['::'])
      if (sides === undefined) return []
      return [
        {content: {kind: 'basic', question: sides.front, answer: sides.back}, line, endLine: line},
      ]
    })
    const free = stray.length - pairs.length
    const isRepeater =
      pairs.length > 0 || (free > 0 && notes.some(({content}) => content.kind === 'cloze'))
    const confidence =
      innerHeadings > notes.length / 4
        ? 0.3
        : isRepeater
          ? 0.9
          : free > 0 && notes.length > 2
            ? 0.5
            : 0.3
    return readingOf('repeater', source, {confidence, notes: [...notes, ...pairs], unanswered})
  },
}
