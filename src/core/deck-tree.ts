import {compareDecks, type DeckName} from './note.ts'
import type {Counts, DayBudget} from './queue.ts'

/** A deck with all below it. */
export interface DeckNode {
  /** The whole path. */
  readonly deck: DeckName
  /** The last part of the path. */
  readonly name: string
  /** How many decks it lies in. */
  readonly depth: number
  /** Cards of this deck and of all decks below it. */
  readonly counts: Counts
  /** By name. */
  readonly children: readonly DeckNode[]
}

export const NO_CARDS: Counts = {total: 0, new: 0, learning: 0, review: 0}

/** The decks as a tree, by name. A deck that only others lie in is there too; cards of a deck count for all that it lies in. */
export function deckTree(decks: Iterable<Counts & {readonly deck: DeckName}>): readonly DeckNode[] {
  const root: Branch = {own: NO_CARDS, below: new Map()}
  for (const {deck, ...counts} of decks) {
    let branch = root
    for (const name of deck.split('::')) {
      const next = branch.below.get(name) ?? {own: NO_CARDS, below: new Map()}
      branch.below.set(name, next)
      branch = next
    }
    branch.own = addCounts(branch.own, counts)
  }
  return nodesOf(root, undefined, 0)
}

interface Branch {
  own: Counts
  readonly below: Map<string, Branch>
}

function nodesOf({below}: Branch, parent: string | undefined, depth: number): readonly DeckNode[] {
  return [...below]
    .map(([name, branch]): DeckNode => {
      const deck = (parent === undefined ? name : `${parent}::${name}`) as DeckName
      const children = nodesOf(branch, deck, depth + 1)
      const counts = children.reduce((sum, child) => addCounts(sum, child.counts), branch.own)
      return {deck, name, depth, counts, children}
    })
    .sort((a, b) => compareDecks(a.deck, b.deck))
}

/** Both together. */
export function addCounts(a: Counts, b: Counts): Counts {
  return countsOf(a.new + b.new, a.learning + b.learning, a.review + b.review)
}

/** What the day’s limits let a session ask of so many cards. */
export function withinBudget(
  counts: Counts,
  {newLeft, reviewsLeft}: Pick<DayBudget, 'newLeft' | 'reviewsLeft'>,
): Counts {
  const {new: fresh, learning, review} = counts
  return countsOf(Math.min(fresh, newLeft), learning, Math.min(review, reviewsLeft))
}

function countsOf(fresh: number, learning: number, review: number): Counts {
  return {total: fresh + learning + review, new: fresh, learning, review}
}

/** What is shown of a tree. */
export interface TreeView {
  /** What the path of a deck must hold, in any case of letters, with or without accents; empty: every deck is shown. */
  readonly filter: string
  /** Decks whose inner decks are hidden; not while there is a filter. */
  readonly folded: ReadonlySet<DeckName>
}

/** A line of a tree. */
export interface DeckRow {
  readonly node: DeckNode
  /** Whether the decks in it are shown; nothing where there are none. */
  readonly isOpen: boolean | undefined
  /** Whether it is there for itself, and not for a deck in it that the filter wants. */
  readonly isMatch: boolean
}

/** The lines of a tree from top to bottom: what the filter wants, together with the decks that it lies in. */
export function deckRows(tree: readonly DeckNode[], view: TreeView): readonly DeckRow[] {
  const wanted = fold(view.filter)
  return tree.flatMap(node => rowsOf(node, wanted, view.folded))
}

function rowsOf(node: DeckNode, wanted: string, folded: ReadonlySet<DeckName>): readonly DeckRow[] {
  const isMatch = fold(node.deck).includes(wanted)
  const isOpen = node.children.length === 0 ? undefined : wanted !== '' || !folded.has(node.deck)
  const below = isOpen ? node.children.flatMap(child => rowsOf(child, wanted, folded)) : []
  return isMatch || below.length > 0 ? [{node, isOpen, isMatch}, ...below] : []
}

/** Whether a deck is another one or lies in it. */
export function isWithin(deck: DeckName, other: DeckName): boolean {
  return deck === other || deck.startsWith(`${other}::`)
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
}
