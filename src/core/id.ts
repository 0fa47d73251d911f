import type {CardId, Variant} from './card.ts'
import type {NoteId} from './note.ts'
import type {Random} from './random.ts'
import type {EntryId} from './review-log.ts'
import type {Instant} from './time.ts'

/** Crockford’s base 32: digits and letters without I, L, O and U, in ascending order of their code units. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const NOTE_ID_LENGTH = 12
const TIME_LENGTH = 10
const CHANCE_LENGTH = 16

/** A fresh identity for a note: 60 random bits as 12 characters, lower case since people type them. */
export function newNoteId(random: Random): NoteId {
  return randomDigits(random, NOTE_ID_LENGTH).toLowerCase() as NoteId
}

/**
 * Makes ids for log entries, each greater than the one before even when the clock stands still or goes back.
 *
 * A ULID: 10 characters of milliseconds, 16 of chance. After an id with the same or a later time, the last id is counted up by one,
 * as the ULID specification has it for ids of one millisecond.
 * @param last the greatest id that the log holds so far
 */
export function entryIds(random: Random, last?: EntryId): (at: Instant) => EntryId {
  let previous = last ?? ''
  return at => {
    const time = timeDigits(at)
    previous =
      time > previous.slice(0, TIME_LENGTH)
        ? time + randomDigits(random, CHANCE_LENGTH)
        : successor(previous)
    return previous as EntryId
  }
}

/** `NOTE.1` forwards, `NOTE.2` backwards, `NOTE.c3` for the third group of deletions. */
export function cardIdOf(noteId: NoteId, variant: Variant): CardId {
  return `${noteId}.${suffixOf(variant)}` as CardId
}

function suffixOf(variant: Variant): string {
  if (variant === 'forward') return '1'
  if (variant === 'backward') return '2'
  return `c${variant.slice('cloze-'.length)}`
}

function randomDigits(random: Random, length: number): string {
  let digits = ''
  while (digits.length < length) digits += digitAt(Math.floor(random() * 32))
  return digits
}

function timeDigits(at: Instant): string {
  let rest = Math.max(0, Math.floor(at))
  let digits = ''
  while (digits.length < TIME_LENGTH) {
    digits = digitAt(rest % 32) + digits
    rest = Math.floor(rest / 32)
  }
  return digits
}

/** The next id in order: the last digit counted up, with carry. */
function successor(id: string): string {
  const kept = id.replace(/Z+$/, '')
  const counted = digitAt(DIGITS.indexOf(kept.slice(-1)) + 1)
  return kept.slice(0, -1) + counted + '0'.repeat(id.length - kept.length)
}

function digitAt(value: number): string {
  return DIGITS[value] as string
}
