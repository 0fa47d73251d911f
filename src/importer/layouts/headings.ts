import type {Scan} from '../scan/scan.ts'
import {questionTextOf} from '../text/question-text.ts'
import type {Layout, Mark} from './layout.ts'

/**
 * A heading asks; what stands below it answers. Numbered, labelled, quoted, or inside a list item.
 *
 * @example
 * ### 7) Why do tides turn?
 * The Moon pulls.
 *
 * @example
 * 1. ### What is a neap tide?
 *     The smallest of the month.
 */
export const headings: Layout = {
  name: 'headings',
  demand: 0.7,
  find: scan => scan.outline.headings.flatMap(({line}) => markAt(scan, line) ?? []),
}

function markAt(scan: Scan, number: number): Mark | undefined {
  const line = scan.at(number)
  const {heading, item} = line
  if (heading === undefined || heading.text === '') return undefined
  // Deeper indentation than a list’s is code, unless a list marker stands before it.
  const question = questionTextOf(heading.text)
  const marks = [
    item === undefined ? '' : 'in a list',
    question.isNamed ? 'labelled' : question.number === undefined ? '' : 'numbered',
    question.isQuoted ? 'quoted' : '',
  ]
  const ordinal = question.number ?? item?.number
  return {
    shape: [`h${heading.level}`, ...marks.filter(mark => mark !== '')].join(' '),
    line: number,
    body: number + (heading.isSetext ? 2 : 1),
    text: question.text,
    level: heading.level,
    isNamed: question.isNamed,
    ...(ordinal !== undefined && {number: ordinal}),
  }
}
