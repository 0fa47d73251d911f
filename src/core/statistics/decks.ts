import type {StudyDay} from '../time.ts'
import {CARD_STATES, type CardFacts, type CardState} from './card-row.ts'

/** Cards in each state; every card is counted once. */
export type CardCounts = Readonly<Record<CardState, number>>

/** What a deck holds, decks below it left aside. */
export interface DeckRow {
  readonly deck: string
  readonly counts: CardCounts
  /** Cards due today or before, new ones left aside. */
  readonly due: number
  /** Cards of which a state of memory is known, absent ones left aside. */
  readonly studied: number
  /** Sum of their retrievability today: how many would be recalled. */
  readonly known: number
  /** Lapses of those cards together. */
  readonly lapses: number
}

interface MutableRow {
  readonly counts: Record<CardState, number>
  due: number
  studied: number
  known: number
  lapses: number
}

/** Sums up cards by deck, in one pass, in any order. */
export function deckTally(today: StudyDay) {
  const decks = new Map<string, MutableRow>()
  return {
    add(card: CardFacts): void {
      let row = decks.get(card.deck)
      if (row === undefined) {
        row = emptyRow()
        decks.set(card.deck, row)
      }
      addTo(row, card, today)
    },

    /** By name; a deck comes right before the decks below it. */
    decks(): readonly DeckRow[] {
      return [...decks]
        .map(([deck, row]) => ({deck, ...row}))
        .sort((a, b) => (pathOf(a.deck) < pathOf(b.deck) ? -1 : 1))
    },
  }
}

/** All decks together. */
export function totalOf(decks: readonly DeckRow[]): Omit<DeckRow, 'deck'> {
  const total = emptyRow()
  for (const {counts, due, studied, known, lapses} of decks) {
    for (const state of CARD_STATES) total.counts[state] += counts[state]
    total.due += due
    total.studied += studied
    total.known += known
    total.lapses += lapses
  }
  return total
}

/** A text that sorts `A::B` before `A B`. */
function pathOf(deck: string): string {
  return deck.replaceAll('::', '\0')
}

function addTo(row: MutableRow, card: CardFacts, today: StudyDay): void {
  const {state, dueDay, retrievability, lapses} = card
  row.counts[state] += 1
  if (state === 'absent') return
  row.lapses += lapses
  if (retrievability !== undefined) {
    row.studied += 1
    row.known += retrievability
  }
  if (state !== 'suspended' && dueDay !== undefined && dueDay <= today) row.due += 1
}

function emptyRow(): MutableRow {
  return {
    counts: {new: 0, learning: 0, relearning: 0, young: 0, mature: 0, suspended: 0, absent: 0},
    due: 0,
    studied: 0,
    known: 0,
    lapses: 0,
  }
}
