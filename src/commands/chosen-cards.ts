import type {CardFilter, ReviewChoice} from '../core/review-choice.ts'
import {isAnyCard, tagsNamed, WHAT_IS_DUE} from '../core/review-choice.ts'
import type {StudyDay} from '../core/time.ts'
import {UserError} from '../core/user-error.ts'
import type {Store} from '../store/open.ts'
import {chosenDecks} from './chosen-decks.ts'
import type {Context} from './context.ts'

/** A choice of cards with decks and tags as they were typed: in any case of letters, and those below them meant too. */
export interface ReviewRequest extends Omit<ReviewChoice, 'decks' | 'tags'> {
  readonly decks: readonly string[]
  readonly tags: readonly string[]
}

/** What is due, in all decks. */
export const ALL_DUE: ReviewRequest = WHAT_IS_DUE

/** Whether decks are to be offered: nothing was asked for in particular, and there are several. */
export function offersChoice({openStore}: Pick<Context, 'openStore'>, request: ReviewRequest) {
  const {newCards, limit, minutes, mode, aheadDays} = request
  const isPlain =
    isAnyCard(chosenCards(openStore(), request)) &&
    mode === 'schedule' &&
    aheadDays === 0 &&
    newCards === undefined &&
    limit === undefined &&
    minutes === undefined
  return isPlain && openStore().decksWithCards().length > 1
}

/**
 * The choice with the decks and tags that the collection has.
 * @throws UserError where it has none of such a name; the hint names those that come near.
 */
export function chosenCards(
  store: Pick<Store, 'decksWithCards' | 'tagsInUse'>,
  request: ReviewRequest,
): ReviewChoice {
  return {
    ...request,
    decks: chosenDecks(store, request.decks),
    tags: request.tags.length === 0 ? [] : chosenTags(store.tagsInUse(), request.tags),
  }
}

const NAMED_IN_HINT = 10

function chosenTags(inUse: readonly string[], names: readonly string[]): readonly string[] {
  return names.flatMap(name => {
    const tags = tagsNamed(name, inUse)
    if (tags.length === 0) throw new UserError(`No card has the tag \`${name}\``, hint(name, inUse))
    return tags
  })
}

function hint(name: string, inUse: readonly string[]): string {
  if (inUse.length === 0) return 'No card has any tag. `ebb import --tag NAME` gives one to all.'
  const near = inUse.filter(tag => tag.toLowerCase().includes(name.toLowerCase()))
  const named = near.length > 0 ? near : inUse
  const list = named.slice(0, NAMED_IN_HINT).map(tag => `\`${tag}\``)
  const more = named.length > NAMED_IN_HINT ? ` and ${named.length - NAMED_IN_HINT} more` : ''
  return `${near.length > 0 ? 'Did you mean' : 'The tags are'} ${list.join(', ')}${more}${near.length > 0 ? '?' : '.'}`
}

/** A sentence that no card is like that, where none is; nothing where there are some, due or not. */
export function noneChosen(
  store: Pick<Store, 'openCards'>,
  request: ReviewRequest,
  {decks, tags, flags, leeches, needsFixing}: CardFilter,
  today: StudyDay,
): string | undefined {
  const filter = {decks, tags, flags, leeches, needsFixing}
  if (isAnyCard(filter) || store.openCards({...filter, today}).length > 0) return undefined
  const isLeechesAlone = leeches && isAnyCard({...filter, leeches: false})
  if (isLeechesAlone) return 'No card is forgotten over and over.'
  const named = (names: readonly (string | number)[]) => names.join(' or ')
  const parts = [
    decks.length > 0 && `in ${named(request.decks.map(deck => `\`${deck}\``))}`,
    tags.length > 0 && `tagged ${named(request.tags.map(tag => `\`${tag}\``))}`,
    flags.length > 0 && `flagged ${named(flags)}`,
    leeches && 'a leech',
    needsFixing && 'marked as needing a fix',
  ]
  return `No card that can be asked is ${parts.filter(Boolean).join(' and ')}.`
}
