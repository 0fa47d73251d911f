import {
  addCounts,
  type DeckNode,
  type DeckRow,
  deckRows,
  isWithin,
  NO_CARDS,
  withinBudget,
} from '../../core/deck-tree.ts'
import type {DeckName} from '../../core/note.ts'
import type {Counts, DayBudget} from '../../core/queue.ts'

/** The decks that can be chosen. */
export interface PickerOffer {
  /** Every deck with something to ask, daily limits not applied. */
  readonly tree: readonly DeckNode[]
  /** What a session of all decks would ask. */
  readonly everything: Counts
  readonly budget: Pick<DayBudget, 'newLeft' | 'reviewsLeft'>
}

/** Where one is, and what was chosen so far. */
export interface PickerState extends PickerOffer {
  /** What is typed; nothing where nobody began to. */
  readonly filter: string | undefined
  readonly folded: ReadonlySet<DeckName>
  /** Chosen with all that lies in them; none lies in another. */
  readonly marked: ReadonlySet<DeckName>
  /** The entry that the keys are about. */
  readonly cursor: DeckName | 'all'
}

/** A line to choose from. */
export type Entry =
  | {readonly kind: 'all'}
  | {readonly kind: 'deck'; readonly row: DeckRow; readonly mark: Mark}

/** Whether a deck is chosen, or one that it lies in is. */
export type Mark = 'marked' | 'within' | 'none'

export type PickerEvent =
  /** Down by so many lines; up where negative. No further than to the ends. */
  | {readonly type: 'move'; readonly by: number}
  | {readonly type: 'fold'; readonly isFolded: boolean}
  | {readonly type: 'mark'}
  /** Show what holds this, or everything again. */
  | {readonly type: 'filter'; readonly text: string | undefined}

/** Nothing is typed, and the entry for all decks is the one that enter takes. */
export function startPicking(offer: PickerOffer): PickerState {
  return {...offer, filter: undefined, folded: new Set(), marked: new Set(), cursor: 'all'}
}

/** What can be chosen, from top to bottom. */
export function entriesOf({tree, filter = '', folded, marked}: PickerState): readonly Entry[] {
  const decks = deckRows(tree, {filter, folded}).map((row): Entry => {
    return {kind: 'deck', row, mark: markOf(row.node.deck, marked)}
  })
  return filter === '' ? [{kind: 'all'}, ...decks] : decks
}

/** The place of the cursor among the entries; −1 where nothing matches. */
export function cursorIndex(entries: readonly Entry[], {cursor}: PickerState): number {
  return entries.findIndex(entry => nameOf(entry) === cursor)
}

/** The decks that enter takes: those marked, else that at the cursor; none for all decks, and nothing where nothing matches. */
export function choiceOf(state: PickerState): readonly DeckName[] | undefined {
  if (state.marked.size > 0) return [...state.marked]
  if (cursorIndex(entriesOf(state), state) < 0) return undefined
  return state.cursor === 'all' ? [] : [state.cursor]
}

/** What a session of the marked decks would ask. */
export function markedCounts({tree, marked, budget}: PickerState): Counts {
  const of = (nodes: readonly DeckNode[]): Counts =>
    nodes.reduce((sum, node) => {
      return addCounts(sum, marked.has(node.deck) ? node.counts : of(node.children))
    }, NO_CARDS)
  return withinBudget(of(tree), budget)
}

/** The state that follows; the very same one where the event means nothing. */
export function pick(state: PickerState, event: PickerEvent): PickerState {
  switch (event.type) {
    case 'move':
      return move(state, event.by)
    case 'fold':
      return fold(state, event.isFolded)
    case 'mark':
      return toggleMark(state)
    case 'filter':
      return event.text === state.filter ? state : withCursor({...state, filter: event.text})
  }
}

function nameOf(entry: Entry): DeckName | 'all' {
  return entry.kind === 'all' ? 'all' : entry.row.node.deck
}

function markOf(deck: DeckName, marked: ReadonlySet<DeckName>): Mark {
  if (marked.has(deck)) return 'marked'
  return [...marked].some(other => isWithin(deck, other)) ? 'within' : 'none'
}

function move(state: PickerState, by: number): PickerState {
  const entries = entriesOf(state)
  const wanted = cursorIndex(entries, state) + by
  const entry = entries[Math.max(0, Math.min(wanted, entries.length - 1))]
  return entry ? {...state, cursor: nameOf(entry)} : state
}

function fold(state: PickerState, isFolded: boolean): PickerState {
  const {cursor, filter = ''} = state
  const entry = entriesOf(state).find(each => nameOf(each) === cursor)
  if (cursor === 'all' || entry?.kind !== 'deck' || filter !== '') return state
  if (entry.row.isOpen === isFolded) {
    const folded = new Set(state.folded)
    if (isFolded) folded.add(cursor)
    else folded.delete(cursor)
    return {...state, folded}
  }
  const parent = cursor.split('::').slice(0, -1).join('::') as DeckName
  return isFolded && parent !== '' ? {...state, cursor: parent} : state
}

/** A deck takes the marks of those that lie in it along. What lies in a marked deck is marked by it. */
function toggleMark(state: PickerState): PickerState {
  const {cursor, marked} = state
  if (cursor === 'all' || cursorIndex(entriesOf(state), state) < 0) return state
  switch (markOf(cursor, marked)) {
    case 'within':
      return state
    case 'marked':
      return {...state, marked: new Set([...marked].filter(deck => deck !== cursor))}
    case 'none': {
      const others = [...marked].filter(deck => !isWithin(deck, cursor))
      return {...state, marked: new Set([...others, cursor])}
    }
  }
}

/** The first that the filter wants; without a filter, what hides the deck at the cursor. Where the cursor can stay, it does. */
function withCursor(state: PickerState): PickerState {
  const {cursor, filter = ''} = state
  const entries = entriesOf(state)
  const at = entries[cursorIndex(entries, state)]
  if (at && (at.kind === 'all' || at.row.isMatch)) return state
  const next =
    filter === ''
      ? entries.findLast(each => cursor !== 'all' && isAround(each, cursor))
      : entries.find(each => each.kind === 'deck' && each.row.isMatch)
  return {...state, cursor: next ? nameOf(next) : 'all'}
}

function isAround(entry: Entry, deck: DeckName): boolean {
  return entry.kind === 'deck' && isWithin(deck, entry.row.node.deck)
}
