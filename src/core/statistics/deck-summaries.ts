import type {DeckName} from '../note.ts'
import {CARD_STATES} from './card-row.ts'
import type {DeckSummary} from './dashboard.ts'
import {addAnswers, type DeckAnswers, NO_ANSWERS} from './deck-answers.ts'
import type {CardCounts, DeckRow} from './decks.ts'

/** A deck by itself, decks below it left aside. */
export interface OwnDeck extends DeckRow {
  readonly answers: DeckAnswers
}

/**
 * Every deck together with the decks below it, decks without cards of their own among them. Each comes right before those below
 * it, in the order of the alphabet, whatever the case of letters.
 *
 * @param chosen Decks that were named: only they and those below them. None: all.
 */
export function deckSummaries(
  decks: readonly OwnDeck[],
  chosen: readonly DeckName[],
): readonly DeckSummary[] {
  const summaries = new Map<string, DeckSummary>()
  for (const own of decks) {
    const path = own.deck.split('::')
    for (let depth = 0; depth < path.length; depth += 1) {
      const deck = path.slice(0, depth + 1).join('::') as DeckName
      const before = summaries.get(deck) ?? empty(deck, depth, path[depth] as string)
      summaries.set(deck, added(before, own))
    }
  }
  const isChosen = (deck: string) =>
    chosen.length === 0 || chosen.some(name => deck === name || deck.startsWith(`${name}::`))
  return [...summaries.values()]
    .filter(({deck}) => isChosen(deck))
    .sort((a, b) => compare(keyOf(a.deck), keyOf(b.deck)) || compare(a.deck, b.deck))
}

function empty(deck: DeckName, depth: number, name: string): DeckSummary {
  return {
    ...{deck, depth, name},
    counts: {new: 0, learning: 0, relearning: 0, young: 0, mature: 0, suspended: 0, absent: 0},
    ...{due: 0, studied: 0, known: 0},
    ...NO_ANSWERS,
  }
}

function added(summary: DeckSummary, own: OwnDeck): DeckSummary {
  return {
    ...summary,
    counts: addCounts(summary.counts, own.counts),
    due: summary.due + own.due,
    studied: summary.studied + own.studied,
    known: summary.known + own.known,
    ...addAnswers(summary, own.answers),
  }
}

function addCounts(a: CardCounts, b: CardCounts): CardCounts {
  const sum = {...a}
  for (const state of CARD_STATES) sum[state] += b[state]
  return sum
}

/** A text that sorts `a::b` before `a b`. */
function keyOf(deck: string): string {
  return deck.toLowerCase().replaceAll('::', '\0')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
