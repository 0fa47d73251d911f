import {tagsFrom} from '../deck-name.ts'
import type {Reader} from '../reading.ts'
import {type Chunk, chunksOf, isDashes} from './parts/chunks.ts'
import type {DraftNote, Unanswered} from './parts/reading.ts'
import {readingOf} from './parts/reading.ts'
import {regionsOf} from './parts/regions.ts'
import {blockOf, headingOf} from './parts/text.ts'

const SIGN = /^%[ \t]*$/m
const isPercent = (line: string): boolean => line.trimEnd() === '%'

/** `front`, `%`, `back`, `%`, `tags`; cards parted by a line `---`. */
export const ankdown: Reader = {
  name: 'ankdown',
  read: source => {
    if (!SIGN.test(source.text)) return undefined
    const notes: DraftNote[] = []
    const unanswered: Unanswered[] = []
    const tagLines = new Set<number>()
    let headings = 0
    const chunks = chunksOf(source.lines, isDashes)
    for (const chunk of chunks) {
      const note = noteOf(source.lines, chunk)
      if (chunk.lines.some(line => /^##\s/.test(line))) headings += 1
      if (note !== undefined) {
        notes.push(note)
        for (let line = note.endLine + 1; line <= chunk.endLine; line += 1) tagLines.add(line)
      }
      if (note === undefined && chunk.lines.some(isPercent))
        unanswered.push({line: chunk.line, endLine: chunk.endLine})
    }
    if (notes.length === 0) return undefined
    const share = notes.length / chunks.length
    const confidence = headings > notes.length / 2 ? 0.4 : share > 0.6 ? 0.95 : 0.45
    return readingOf('ankdown', source, {
      confidence,
      notes,
      unanswered,
      isMark: (line, number) => isDashes(line) || isPercent(line) || tagLines.has(number),
    })
  },
}

function noteOf(lines: readonly string[], chunk: Chunk): DraftNote | undefined {
  const regions = regionsOf(lines)
  const fields: string[][] = [[]]
  const from: number[] = [chunk.line]
  for (const [index, line] of chunk.lines.entries()) {
    if (isPercent(line) && regions.at(chunk.line + index) !== 'code') {
      fields.push([])
      from.push(chunk.line + index + 1)
    } else (fields.at(-1) as string[]).push(line)
  }
  const [front = [], back = [], ...others] = fields
  const question = blockOf(front)
  const answers = [blockOf(back)]
  const tags: string[] = []
  for (const [index, other] of others.entries()) {
    const text = blockOf(other)
    const isLast = index === others.length - 1
    if (
      isLast &&
      /^[^\n.?!]{1,200}$/.test(text) &&
      (text.includes(',') || text.split(/\s+/).length <= 4)
    )
      tags.push(...tagsFrom(text))
    else answers.push(text)
  }
  const answer = answers.filter(text => text !== '').join('\n\n')
  if (fields.length < 2 || question === '' || answer === '') return undefined
  const lead = front.findIndex(line => line.trim() !== '')
  const backLength = answers.length === 1 ? back.length : chunk.lines.length - front.length - 1
  let endLine = (from[1] as number) + backLength - 1
  while ((lines[endLine - 1] ?? '').trim() === '') endLine -= 1
  const heading = headingOf(question)
  return {
    content: {kind: 'basic', question: heading?.text ?? question, answer},
    line: chunk.line + Math.max(0, lead),
    endLine: Math.min(endLine, chunk.endLine),
    tags,
  }
}
