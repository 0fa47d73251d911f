import type {DeckName} from '../../../core/note.ts'
import {deckNameOf} from '../../deck-name.ts'

const TAG = /(?:^|\s)#((?:flashcards?|srs?|🧠|🃏)(?:\/[^\s#]*)?)(?=\s|$)/giu

/** Flashcard tags of a line, with the place of each. */
export function flashcardTagsIn(
  line: string,
): readonly {tag: string; start: number; end: number}[] {
  if (!line.includes('#')) return []
  return [...line.matchAll(TAG)].map(match => ({
    tag: match[1] as string,
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** The line without its flashcard tags. */
export function withoutFlashcardTags(line: string): string {
  return line.includes('#') ? line.replace(TAG, '') : line
}

/** Whether a tag of the front matter makes a document a deck. */
export const isDeckTag = (tag: string): boolean => /^(?:flashcards?|srs?|🧠|🃏)(?:\/|$)/iu.test(tag)

/** `flashcards/History/Rome` → `History::Rome`. */
export function deckOfTag(tag: string): DeckName | undefined {
  return deckNameOf(tag.split('/').slice(1).join('::'))
}
