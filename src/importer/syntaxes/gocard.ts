import {frontMatterOf} from '../front-matter.ts'
import type {Reader} from '../reading.ts'
import {headingBlocks} from './parts/heading-cards.ts'
import {readingOf} from './parts/reading.ts'
import {blockAt, lastFilled} from './parts/text.ts'

const SIGN = /^##[ \t]+Question[ \t]*$/im

/** One card a document: `## Question` and `## Answer` under a title. */
export const gocard: Reader = {
  name: 'gocard',
  read: source => {
    if (!SIGN.test(source.text)) return undefined
    const {lines} = source
    const blocks = headingBlocks(lines, (next, rank) => next <= rank)
    const questions = blocks.filter(block => block.rank === 2 && /^question$/i.test(block.text))
    const answers = blocks.filter(block => block.rank === 2 && /^answer$/i.test(block.text))
    const notes = questions.flatMap((asked, i) => {
      const answered = answers.find(
        block =>
          block.line > asked.line &&
          block.line < (questions[i + 1]?.line ?? Number.POSITIVE_INFINITY),
      )
      if (answered === undefined) return []
      const question = blockAt(lines, asked.from, Math.min(asked.to, answered.line - 1))
      const answer = blockAt(lines, answered.from, answered.to)
      if (question === '' || answer === '') return []
      let line = asked.from
      while ((lines[line - 1] as string).trim() === '') line += 1
      return [
        {
          content: {kind: 'basic' as const, question, answer},
          line,
          endLine: lastFilled(lines, answered.from, answered.to),
        },
      ]
    })
    if (notes.length === 0) return undefined
    const front = frontMatterOf(lines)
    const hasSchedule =
      front !== undefined &&
      lines
        .slice(0, front.endLine)
        .some(line => /^(?:review_interval|last_reviewed)\s*:/.test(line))
    return readingOf('gocard', source, {confidence: hasSchedule ? 1 : 0.85, notes})
  },
}
