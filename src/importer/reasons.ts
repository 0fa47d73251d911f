import type {ParsedNote} from '../core/note.ts'
import type {Skip} from './account.ts'
import {isNavigation, isTailNoise} from './answers/apparatus.ts'
import {frontMatterOf} from './front-matter.ts'
import {isRule} from './scan/line.ts'
import type {Scan} from './scan/scan.ts'

/** A question that a convention marks and nothing answers. */
export interface Unanswered {
  readonly line: number
  readonly endLine: number
}

/** Why lines outside the notes were left out. */
export function reasonsOf(
  scan: Scan,
  notes: readonly ParsedNote[],
  unanswered: readonly Unanswered[],
): (line: number) => Skip {
  const front = frontMatterOf(scan.source.lines)?.endLine ?? 0
  const open = new Map(unanswered.map(({line, endLine}) => [line, endLine]))
  const first = notes[0]?.line ?? Number.POSITIVE_INFINITY
  const last = notes.at(-1)?.endLine ?? 0
  let prompt = 0
  return number => {
    const end = open.get(number)
    if (end !== undefined) prompt = end
    if (number <= prompt) return {taken: 'unanswered', reason: 'question without an answer'}
    if (number <= front) return {taken: 'skipped', reason: 'front matter', endLine: front}
    const line = scan.at(number)
    if (!line.isText) {
      const reason = scan.isCode(number)
        ? 'code'
        : line.text.startsWith('<!--')
          ? 'comment'
          : 'formula'
      return {taken: 'skipped', reason, endLine: scan.endOfRegion(number)}
    }
    if (line.heading !== undefined) return 'heading'
    if (isRule(line.text)) return 'rule'
    if (isNavigation(line.text)) return 'navigation'
    if (/^(?:[-*+•]|\d+[.)])\s+(?:\d+[.)]?\s*)?\[[^\]]*\]\(#/.test(line.text))
      return 'table of contents'
    if (isTailNoise(scan, number)) return 'markup'
    if (notes.length === 0) return 'no question'
    return number < first
      ? 'prose before the questions'
      : number > last
        ? 'prose after the questions'
        : 'prose outside the layout'
  }
}
