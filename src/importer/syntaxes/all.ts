import type {Reader} from '../reading.ts'
import {ankdown} from './ankdown.ts'
import {ankiText} from './anki-text.ts'
import {carddown} from './carddown.ts'
import {csv} from './csv.ts'
import {definitions} from './definitions.ts'
import {ebb} from './ebb.ts'
import {flashcardsObsidian} from './flashcards-obsidian.ts'
import {gocard} from './gocard.ts'
import {hascard} from './hascard.ts'
import {hashcards} from './hashcards.ts'
import {inka} from './inka.ts'
import {logseq} from './logseq.ts'
import {md2apkg} from './md2apkg.ts'
import {mdanki} from './mdanki.ts'
import {mochi} from './mochi.ts'
import {obsidianSpacedRepetition} from './obsidian-spaced-repetition.ts'
import {obsidianToAnki} from './obsidian-to-anki.ts'
import {org} from './org.ts'
import {quizlet} from './quizlet.ts'
import {remnote} from './remnote.ts'
import {repeater} from './repeater.ts'

/** Every flashcard notation that ebb reads; of readings that are equally sure, the earlier one counts. */
export const SYNTAXES: readonly Reader[] = [
  ebb,
  ankiText,
  obsidianToAnki,
  obsidianSpacedRepetition,
  flashcardsObsidian,
  logseq,
  org,
  inka,
  hashcards,
  repeater,
  mdanki,
  ankdown,
  md2apkg,
  gocard,
  carddown,
  hascard,
  remnote,
  csv,
  quizlet,
  mochi,
  definitions,
]
