import {regionsOf} from './regions.ts'
import {splitTrailingTags} from './tags.ts'
import {blockOf, headingOf, isBlank, isRule, lastFilled} from './text.ts'

/** A card whose question carries `#card`. */
export interface TagCard {
  readonly line: number
  readonly endLine: number
  readonly question: string
  readonly answer: string
  readonly tags: readonly string[]
  readonly isReversed: boolean
  /** Asked without an answer. */
  readonly isSpaced: boolean
  readonly authorId?: string
}

/** In lines; a text without blank lines is no question from its beginning on. */
const LONGEST_QUESTION = 40
const TAG = /^card(?:[-/](reverse|spaced))?$/i
const ID = /^(|.*[\s>])\^(\d{13})\s*$/

interface Tagged {
  /** Line of the tag. */
  readonly tagLine: number
  /** First line of the question. */
  readonly line: number
  readonly isHeading: boolean
  readonly question: string
  readonly tags: readonly string[]
  readonly variant: string
}

/** Cards of a document that is no outline; `bullets` counts tags on list items, which are another notation’s. */
export function tagCardsOf(lines: readonly string[]): {cards: readonly TagCard[]; bullets: number} {
  const regions = regionsOf(lines)
  const found: Tagged[] = []
  let bullets = 0
  for (const [index, line] of lines.entries()) {
    if (!line.includes('#') || !regions.isText(index + 1)) continue
    if (!/#card/i.test(line)) continue
    const {text, tags: all} = splitTrailingTags(line)
    const mark = all.map(tag => TAG.exec(tag)).find(match => match !== null)
    if (mark === undefined || mark === null) continue
    if (/^\s*[-*+]\s/.test(line)) bullets += 1
    const tags = all.filter(tag => !TAG.test(tag))
    const variant = (mark[1] ?? '').toLowerCase()
    found.push({tagLine: index + 1, tags, variant, ...questionOf(lines, index, text)})
  }
  return {cards: found.map((tagged, i) => cardOf(lines, tagged, found[i + 1]?.line)), bullets}
}

/** The heading, or the lines without a blank one between them that end at the tag. */
function questionOf(
  lines: readonly string[],
  index: number,
  text: string,
): Pick<Tagged, 'line' | 'isHeading' | 'question'> {
  const heading = headingOf(text)
  if (heading !== undefined) return {line: index + 1, isHeading: true, question: heading.text}
  let last = index
  // The tag may stand alone, even below a blank line.
  if (isBlank(text)) {
    last -= 1
    while (last >= 0 && isBlank(lines[last])) last -= 1
  }
  const above = headingOf(lines[last] ?? '')
  if (last < index && above !== undefined)
    return {line: last + 1, isHeading: true, question: above.text}
  let first = last
  while (first > 0 && last - first < LONGEST_QUESTION && !endsQuestion(lines[first - 1] as string))
    first -= 1
  if (last < 0) return {line: index + 1, isHeading: false, question: ''}
  const own = lines.slice(first, last + 1)
  if (last === index) own[own.length - 1] = text
  return {line: first + 1, isHeading: false, question: blockOf(own)}
}

const endsQuestion = (line: string): boolean =>
  isBlank(line) ||
  /#card\b/i.test(line) ||
  headingOf(line) !== undefined ||
  isRule(line) ||
  ID.test(line) ||
  /<br>$/.test(line.trim())

function cardOf(lines: readonly string[], tagged: Tagged, nextLine: number | undefined): TagCard {
  const {tagLine, line, question, tags, variant} = tagged
  const {last, authorId, rest} = answerEnd(lines, tagged, (nextLine ?? lines.length + 1) - 1)
  const end =
    rest === undefined
      ? lastFilled(lines, tagLine + 1, last, l => isRule(l) || /^(?:<br>|⌂|\s)+$/.test(l))
      : last
  const own = lines.slice(tagLine, end)
  if (rest !== undefined && own.length > 0) own[own.length - 1] = rest
  return {
    line,
    endLine: Math.max(end, tagLine),
    question,
    answer: blockOf(own),
    tags,
    isReversed: variant === 'reverse',
    isSpaced: variant === 'spaced',
    ...(authorId !== undefined && {authorId}),
  }
}

/**
 * An id ends an answer; else a heading’s answer reaches to the next heading or card, any other to the blank line after
 * its text.
 */
function answerEnd(
  lines: readonly string[],
  {tagLine, isHeading}: Tagged,
  limit: number,
): {last: number; authorId?: string; rest?: string} {
  const regions = regionsOf(lines)
  let stop: number | undefined
  let filled = false
  for (let number = tagLine + 1; number <= limit; number += 1) {
    const line = lines[number - 1] as string
    const text = regions.isText(number)
    if (text && headingOf(line) !== undefined) return {last: stop ?? number - 1}
    const [, rest, authorId] = (text && ID.exec(line)) || []
    if (authorId !== undefined) {
      const bare = (rest ?? '').replace(/[⌂﹈\s]|<br>/g, '') === ''
      return {last: bare ? number - 1 : number, authorId, ...(!bare && {rest: rest ?? ''})}
    }
    if (text && isBlank(line)) {
      if (filled && !isHeading && !/:\s*$/.test(lines[number - 2] as string)) stop ??= number
    } else filled = true
  }
  return {last: stop ?? limit}
}
