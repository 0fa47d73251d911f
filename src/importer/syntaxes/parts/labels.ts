import {regionsOf} from './regions.ts'
import {headingOf, isBlank, isRule} from './text.ts'

/** A card written with `Q:` / `A:` or `C:` at the start of a line. */
export interface LabelledCard {
  readonly kind: 'question' | 'cloze'
  /** Line of the label. */
  readonly line: number
  /** Last line of the card that is not blank, a comment or a heading of the next card. */
  readonly endLine: number
  /** Line of `A:`, where there is one. */
  readonly answerLine?: number
}

/** The cards of a document, and what stands around them. */
interface LabelledDocument {
  readonly cards: readonly LabelledCard[]
  /** Lines with text outside the cards, other than headings and comments. */
  readonly stray: readonly number[]
  /** Headings inside answers, which these notations do not have. */
  readonly innerHeadings: number
}

const LABEL = /^([QAC]):(?!:|\\|\/)/

/**
 * Cards begin at `Q:` or `C:` at the start of a line and reach to the next one, or to a line `---`.
 * @param ruleEnds whether a line only beginning with `---` is enough
 */
export function labelledCards(lines: readonly string[], ruleEnds: RegExp): LabelledDocument {
  const regions = regionsOf(lines)
  const cards: LabelledCard[] = []
  const stray: number[] = []
  let innerHeadings = 0
  const sections = sectionRanks(lines)
  let open: {kind: LabelledCard['kind']; line: number; answerLine?: number} | undefined

  const close = (before: number): void => {
    if (open === undefined) return
    const endLine = endOfCard(lines, open.answerLine ?? open.line, before)
    for (let n = open.line; n <= endLine; n += 1) {
      if (headingOf(lines[n - 1] as string) !== undefined && regions.isText(n)) innerHeadings += 1
    }
    cards.push({...open, endLine})
    open = undefined
  }

  for (const [index, line] of lines.entries()) {
    const number = index + 1
    if (!regions.isText(number)) continue
    const label = LABEL.exec(line)?.[1]
    if (label === 'Q' || label === 'C') {
      close(index)
      open = {kind: label === 'Q' ? 'question' : 'cloze', line: number}
    } else if (label === 'A' && open?.kind === 'question') {
      open.answerLine ??= number
    } else if (ruleEnds.test(line) || sections.has(headingOf(line)?.rank ?? 0)) {
      close(index)
    } else if (open === undefined && !isBlank(line) && headingOf(line) === undefined) {
      stray.push(number)
    }
  }
  close(lines.length)
  return {cards, stray, innerHeadings}
}

/** Ranks of the headings that stand right above a card: such a heading ends the card before it, too. */
function sectionRanks(lines: readonly string[]): ReadonlySet<number> {
  const regions = regionsOf(lines)
  const ranks = new Set<number>()
  let last: number | undefined
  for (const [index, line] of lines.entries()) {
    if (isBlank(line) || regions.at(index + 1) === 'comment') continue
    if (last !== undefined && /^[QC]:/.test(line)) ranks.add(last)
    last = regions.isText(index + 1) ? headingOf(line)?.rank : undefined
  }
  return ranks
}

/** Headings, comments and rules after the last text belong to what follows. */
function endOfCard(lines: readonly string[], from: number, to: number): number {
  const regions = regionsOf(lines)
  let end = to
  while (end > from) {
    const line = lines[end - 1] as string
    const isApart =
      regions.at(end) === 'comment' ||
      (regions.isText(end) && (headingOf(line) !== undefined || isRule(line)))
    if (!isBlank(line) && !isApart) return end
    end -= 1
  }
  return from
}

/** Text of lines from a label on, without the label; further `A:` labels are dropped. */
export function labelledText(
  lines: readonly string[],
  from: number,
  to: number,
): readonly string[] {
  const [first = '', ...rest] = lines.slice(from - 1, to)
  const regions = regionsOf(lines)
  return [
    first.replace(/^[QAC]:[ \t]*/, ''),
    ...rest.map((line, i) => (regions.isText(from + 1 + i) ? line.replace(/^A:[ \t]*/, '') : line)),
  ]
}
