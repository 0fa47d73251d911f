import {regionsOf} from './regions.ts'
import {sidesOf, withoutMarker} from './sides.ts'
import {splitTrailingTags} from './tags.ts'
import {blockAt, headingOf, isBlank, isRule} from './text.ts'

/** A card in a style of the author’s own, known by the id that Anki gave it. */
interface IdCard {
  readonly line: number
  readonly endLine: number
  readonly question: string
  readonly answer: string
  readonly tags: readonly string[]
  readonly authorId: string
}

const ID = /^\s*<!--\s*ID:\s*(\d{10,})\s*-->\s*$/
const SEPARATORS = ['::', ';;', '==>', '=>', '->']

/**
 * Cards above `<!--ID: …-->` lines outside blocks: a line with a separator, a line or heading with a card tag, `Q:` and
 * `A:`, or a heading, each with what stands below it.
 * @param isTaken whether a line belongs to a block
 */
export function idCardsOf(
  lines: readonly string[],
  isTaken: (line: number) => boolean,
): readonly IdCard[] {
  const regions = regionsOf(lines)
  const cards: IdCard[] = []
  let from = 1
  for (const [index, line] of lines.entries()) {
    const number = index + 1
    if (isTaken(number) || regions.at(number) === 'front matter') {
      from = number + 1
      continue
    }
    const authorId = regions.at(number) === 'comment' ? ID.exec(line)?.[1] : undefined
    if (authorId === undefined) continue
    const card = cardAbove(lines, from, index)
    if (card !== undefined) cards.push({...card, authorId})
    from = number + 1
  }
  return cards
}

function cardAbove(
  lines: readonly string[],
  from: number,
  to: number,
): Omit<IdCard, 'authorId'> | undefined {
  const regions = regionsOf(lines)
  let end = to
  while (end >= from && isBlank(lines[end - 1])) end -= 1
  if (end < from) return undefined
  const sides = regions.isText(end)
    ? sidesOf(withoutMarker(lines[end - 1] as string), SEPARATORS)
    : undefined
  if (sides !== undefined) {
    const {text, tags} = splitTrailingTags(sides.back)
    return {line: end, endLine: end, question: sides.front, answer: text.replace(/\s=$/, ''), tags}
  }
  for (let number = end; number >= from; number -= 1) {
    if (!regions.isText(number)) continue
    const line = lines[number - 1] as string
    const {text, tags} = splitTrailingTags(line)
    const isTagged = tags.some(tag => /^(?:flash)?card$/i.test(tag))
    const heading = headingOf(text)
    const label = /^(?:\*\*)?(?:Q|Question):(?:\*\*)?\s*(.*)$/i.exec(text)?.[1]
    if (isTagged || heading !== undefined || label !== undefined) {
      const answer = blockAt(lines, number + 1, end).replace(
        /^(?:\*\*)?(?:A|Answer):(?:\*\*)?\s*/i,
        '',
      )
      const question = heading?.text ?? label ?? withoutMarker(text)
      if (question === '' || answer === '') return undefined
      return {
        line: number,
        endLine: end,
        question,
        answer,
        tags: tags.filter(tag => !/^(?:flash)?card$/i.test(tag)),
      }
    }
    if (isRule(line)) return undefined
  }
  return undefined
}
