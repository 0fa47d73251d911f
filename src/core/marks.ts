import type {StudyDay} from './time.ts'

/** The colours of flags are the screen’s business; the collection knows numbers. */
export type Flag = 1 | 2 | 3 | 4 | 5 | 6 | 7

export const FLAGS: readonly Flag[] = [1, 2, 3, 4, 5, 6, 7]

/**
 * What the learner set on a card, or on its note. It belongs to the learner: no import touches it, and it changes no schedule.
 */
export interface Marks {
  /** Not asked until the learner says so. */
  readonly isSuspended: boolean
  /** The first study day on which it may be asked again; nothing where it was never put off. It may have passed. */
  readonly buriedUntil: StudyDay | undefined
  readonly flag: Flag | undefined
  /** Of the note: its text is to be put right. */
  readonly needsFixing: boolean
  /** Of the note, set by the learner; without those that the document gives it. In the order in which they were set. */
  readonly ownTags: readonly string[]
}

export const NO_MARKS: Marks = {
  isSuspended: false,
  buriedUntil: undefined,
  flag: undefined,
  needsFixing: false,
  ownTags: [],
}

/** What the learner does to a card besides answering it. `fix`, `tag` and burying the note concern all cards of its note. */
export type CardAction =
  | {readonly kind: 'suspend'; readonly isSuspended: boolean}
  /** Until the next study day. */
  | {readonly kind: 'bury'; readonly scope: 'card' | 'note'}
  | {readonly kind: 'flag'; readonly flag: Flag | undefined}
  | {readonly kind: 'fix'; readonly needsFixing: boolean}
  /** All tags that the note has of the learner’s own from now on. */
  | {readonly kind: 'tag'; readonly ownTags: readonly string[]}

/** As much of a card as marks have to do with. */
interface Marked {
  readonly id: string
  readonly noteId: string
  readonly tags: readonly string[]
  readonly marks: Marks
  readonly isAbsent?: true
}

/** Whether a card may be asked on a study day: in a source, neither suspended nor buried. */
export function canBeAsked({marks, isAbsent}: Pick<Marked, 'marks' | 'isAbsent'>, today: StudyDay) {
  const {isSuspended, buriedUntil} = marks
  return !isAbsent && !isSuspended && (buriedUntil === undefined || buriedUntil <= today)
}

/**
 * A card after an action on it or on another card; the very same one where that changes nothing of it.
 * @param target the card on which the action is done
 */
export function withAction<Card extends Marked>(
  card: Card,
  target: Pick<Marked, 'id' | 'noteId'>,
  action: CardAction,
  today: StudyDay,
): Card {
  const concerned = concernsNote(action) ? card.noteId === target.noteId : card.id === target.id
  return concerned ? afterAction(card, action, today) : card
}

/** Whether an action is on all cards of a note at once. */
export function concernsNote(action: CardAction): boolean {
  switch (action.kind) {
    case 'suspend':
    case 'flag':
      return false
    case 'bury':
      return action.scope === 'note'
    case 'fix':
    case 'tag':
      return true
  }
}

function afterAction<Card extends Marked>(card: Card, action: CardAction, today: StudyDay): Card {
  switch (action.kind) {
    case 'suspend':
      return marked(card, {isSuspended: action.isSuspended})
    case 'bury':
      return marked(card, {buriedUntil: (today + 1) as StudyDay})
    case 'flag':
      return marked(card, {flag: action.flag})
    case 'fix':
      return marked(card, {needsFixing: action.needsFixing})
    case 'tag': {
      const tags = documentTags(card)
      const ownTags = ownTagsBeside(tags, action.ownTags)
      if (ownTags.join('\n') === card.marks.ownTags.join('\n')) return card
      return {...marked(card, {ownTags}), tags: [...tags, ...ownTags]}
    }
  }
}

function marked<Card extends Marked>(card: Card, change: Partial<Marks>): Card {
  const isSame = Object.entries(change).every(
    ([name, value]) => card.marks[name as keyof Marks] === value,
  )
  return isSame ? card : {...card, marks: {...card.marks, ...change}}
}

/** The tags that a card has from its document. */
export function documentTags({tags, marks}: Pick<Marked, 'tags' | 'marks'>): readonly string[] {
  return tags.filter(tag => !marks.ownTags.includes(tag))
}

/** The learner’s tags, each once, without those that the document gives already. */
export function ownTagsBeside(
  fromDocument: readonly string[],
  ownTags: readonly string[],
): readonly string[] {
  return [...new Set(ownTags)].filter(tag => !fromDocument.includes(tag))
}
