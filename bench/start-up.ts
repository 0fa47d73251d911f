import {median, type Result} from './measure.ts'
import {EBB, runBareNode, runNode} from './program.ts'
import {openTerminal} from './terminal.ts'

interface Starts {
  readonly bare: number[]
  readonly due: number[]
  readonly card: number[]
  readonly answer: number[]
}

/** The card that a review asks first. */
export interface FirstCard {
  /** How its question begins, up to its first markup. */
  readonly question: string
  /** Named to the review, which would else offer the decks to choose from. */
  readonly deck: string
}

/** From the start of the process: `ebb due` to its end; the first card of a review; the answer to a key pressed when it is there. */
export async function measureStarts(
  home: string,
  first: FirstCard,
  rounds: number,
): Promise<readonly Result[]> {
  const starts: Starts = {bare: [], due: [], card: [], answer: []}
  // The first round makes the code cache.
  for (let round = -1; round < rounds; round++) {
    const measured = await measureRound(home, first)
    if (round >= 0) {
      for (const name of ['bare', 'due', 'card', 'answer'] as const) {
        starts[name].push(measured[name])
      }
    }
  }
  const bare = median(starts.bare)
  const ratio = (what: string, name: keyof Starts, atMost?: number): Result => ({
    what,
    figure: median(starts[name]) / bare,
    unit: '×',
    ...(atMost !== undefined && {atMost}),
    note: `${median(starts[name]).toFixed(0)} ms against ${bare.toFixed(0)} ms of \`node -e 0\``,
  })
  return [
    ratio('ebb due', 'due', 1.6),
    ratio('ebb review: first card', 'card', 2),
    ratio('ebb review: a key answered', 'answer', 3.5),
  ]
}

async function measureRound(home: string, {question, deck}: FirstCard) {
  const bare = runBareNode(home)
  const due = runNode([EBB, 'due'], home)
  const start = performance.now()
  const terminal = openTerminal(['review', deck], home)
  await terminal.see(question)
  const card = performance.now() - start
  terminal.press(' ')
  await terminal.see('again')
  const answer = performance.now() - start
  terminal.press('q')
  await terminal.ended
  return {bare, due, card, answer}
}
