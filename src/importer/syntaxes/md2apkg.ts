import {deckNameOf, tagsFrom} from '../deck-name.ts'
import type {Reader, SourceText} from '../reading.ts'
import {type HeadingBlock, headingBlocks} from './parts/heading-cards.ts'
import type {DraftNote} from './parts/reading.ts'
import {readingOf} from './parts/reading.ts'
import {regionsOf} from './parts/regions.ts'
import {blockOf, isBlank, isRule, lastFilled} from './parts/text.ts'

const SIGN = /<!--\s*md2apkg\s/
const COMMENT = /^\s*<!--\s*md2apkg\s+(split|ignore-card|tags|type)\b\s*(.*?)-->\s*$/

/** Every heading with text below it, in documents with `<!-- md2apkg … -->` comments. */
export const md2apkg: Reader = {
  name: 'md2apkg',
  read: source => {
    if (!SIGN.test(source.text)) return undefined
    const {lines} = source
    const regions = regionsOf(lines)
    if (!lines.some((line, i) => regions.at(i + 1) === 'comment' && COMMENT.test(line)))
      return undefined
    const blocks = headingBlocks(lines, () => true)
    const notes = blocks.flatMap((block): DraftNote[] => noteOf(source, block) ?? [])
    if (notes.length === 0) return undefined
    const title = blocks[0]?.rank === 1 ? blocks[0].text : undefined
    const deck = title === undefined ? undefined : deckNameOf(title)
    return readingOf('md2apkg', source, {
      confidence: 0.9,
      notes,
      deck,
      isMark: line => COMMENT.test(line),
    })
  },
}

function noteOf({lines}: SourceText, block: HeadingBlock): DraftNote[] | undefined {
  const regions = regionsOf(lines)
  let front: string[] = []
  let back: string[] = []
  const tags: string[] = []
  let isSplit = false
  for (let number = block.from; number <= block.to; number += 1) {
    const line = lines[number - 1] as string
    const region = regions.at(number)
    const [, command, argument = ''] = (region === 'comment' && COMMENT.exec(line)) || []
    if (command === 'ignore-card') return undefined
    if (command === 'tags') tags.push(...tagsFrom(argument))
    if (command === 'split' || (region === 'text' && line.trim() === '%')) {
      isSplit = true
      front = front.concat(back)
      back = []
    } else if (region !== 'comment') back.push(line)
  }
  const more = isSplit ? blockOf(front) : ''
  const question = more === '' ? block.text : `${block.text}\n\n${more}`
  const answer = blockOf(back)
  const end = lastFilled(
    lines,
    block.from,
    block.to,
    (line, number) => regions.at(number) === 'comment' || isRule(line),
  )
  if (block.text === '' || answer === '' || isBlank(lines[end - 1])) return undefined
  return [{content: {kind: 'basic', question, answer}, line: block.line, endLine: end, tags}]
}
