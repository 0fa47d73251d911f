import type {Scan} from '../scan/scan.ts'
import {likenessOf} from '../text/question-words.ts'
import type {Layout, Mark} from './layout.ts'

const SPEAKER =
  /^(?:>\s?)*(?:(?:\p{Extended_Pictographic}|\ufe0f|\u200d)+\s*)?(\*\*|__)?([\p{L}][\p{L}\p{M} .'’-]{0,28}?)\s*(?:\d{1,4}\s*)?(?:\1[:：]|[:：]\1?)\s*(.*)$/su

/**
 * Two speakers in turn: the one whose lines ask, asks.
 *
 * @example
 * **Captain**: Why wait for the tide?
 * **Pilot**: The bar is too shallow now.
 */
export const speakers: Layout = {
  name: 'speakers',
  demand: 0.6,
  find: (scan, isWanted = false) => {
    const turns = turnsOf(scan)
    const pairs = pairsOf(turns, isWanted ? 1 : 2)
    return turns.flatMap(({speaker, line, text}) => {
      const other = pairs.get(speaker)
      if (other === undefined) return []
      const mark: Mark = {
        shape: `speaker ${speaker}`,
        line,
        body: line + 1,
        text,
        level: 7,
        replier: other,
      }
      return [mark]
    })
  },
}

interface Turn {
  readonly speaker: string
  readonly line: number
  readonly text: string
}

function turnsOf(scan: Scan): readonly Turn[] {
  return scan.lines.flatMap(({text, isText, indent, item, heading, number}) => {
    if (!isText || indent > 3 || item !== undefined || heading !== undefined) return []
    const head = text.slice(0, 42)
    if (!head.includes(':') && !head.includes('：')) return []
    const turn = SPEAKER.exec(text)
    if (turn === null) return []
    return [
      {speaker: (turn[2] as string).toLowerCase(), line: number, text: (turn[3] as string).trim()},
    ]
  })
}

/** Who asks, and who replies: by turns at least `least` times, the one mostly asking, the other seldom. */
function pairsOf(turns: readonly Turn[], least: number): ReadonlyMap<string, string> {
  const replies = new Map<string, Map<string, number>>()
  const asked = new Map<string, {likeness: number; turns: number}>()
  turns.forEach(({speaker, text}, index) => {
    const sum = asked.get(speaker) ?? {likeness: 0, turns: 0}
    asked.set(speaker, {likeness: sum.likeness + likenessOf(text), turns: sum.turns + 1})
    const next = turns[index + 1]
    if (next === undefined || next.speaker === speaker) return
    const others = replies.get(speaker) ?? new Map<string, number>()
    others.set(next.speaker, (others.get(next.speaker) ?? 0) + 1)
    replies.set(speaker, others)
  })
  const likeness = (speaker: string) => {
    const sum = asked.get(speaker)
    return sum === undefined ? 0 : sum.likeness / sum.turns
  }
  const pairs = new Map<string, string>()
  for (const [speaker, others] of replies) {
    const [other, count] = [...others].sort((a, b) => b[1] - a[1])[0] as [string, number]
    const turnsTaken = asked.get(speaker)?.turns ?? 0
    if (
      count >= least &&
      count >= 0.7 * turnsTaken &&
      likeness(speaker) >= 0.6 &&
      likeness(other) < 0.4
    ) {
      pairs.set(speaker, other)
    }
  }
  return pairs
}

/** Whether a line is a turn of a speaker; what it says. */
export function turnOf(text: string, speaker: string): string | undefined {
  const turn = SPEAKER.exec(text)
  return turn !== null && (turn[2] as string).toLowerCase() === speaker
    ? (turn[3] as string)
    : undefined
}
