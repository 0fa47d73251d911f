import type {Line} from '../scan/line.ts'
import type {Scan} from '../scan/scan.ts'
import {questionTextOf} from '../text/question-text.ts'
import type {Layout, Mark} from './layout.ts'

/** A line that is bold from end to end, but for a number before it and emoji or a remark after it. */
const BOLD_LINE =
  /^(?:\(?\d{1,4}[.)]\s*)?(\*\*|__|<(?:b|strong)>)(?=\S)(.+?)(?:\1|<\/(?:b|strong)>)(?:\s|\p{Extended_Pictographic}|\p{Emoji_Component}|\ufe0f|\u200d)*(?:<br\s*\/?>|\\)?$/iu

/**
 * A paragraph that is bold from end to end asks.
 *
 * @example
 * **4. What is a set?**
 *
 * A collection without order.
 */
export const boldLines: Layout = {
  name: 'bold-lines',
  demand: 0.7,
  find: scan => scan.lines.flatMap(line => markAt(scan, line) ?? []),
}

function markAt(
  scan: Scan,
  {text, isText, number, indent, heading, item, raw}: Line,
): Mark | undefined {
  if (!isText || indent > 3 || heading !== undefined || !/^[\d(*_<]/.test(text)) return undefined
  if (item !== undefined && item.number === undefined) return undefined
  const bold = BOLD_LINE.exec(text)
  if (bold === null || (bold[2] as string).includes(bold[1] as string)) return undefined
  if (scan.answerLabelAt(number) !== undefined) return undefined
  const question = questionTextOf(raw.trim())
  // A line in the middle of a paragraph is an emphasis of it.
  const above = scan.at(number - 1)
  if (
    above.text !== '' &&
    above.isText &&
    above.heading === undefined &&
    !/^(?:<|:::|---|\*\*\*)/.test(above.text)
  ) {
    if (question.number === undefined && !question.isNamed) return undefined
  }
  const kind = question.isNamed ? ' labelled' : question.number === undefined ? '' : ' numbered'
  return {
    shape: `bold${kind}${question.isQuoted ? ' quoted' : ''}`,
    line: number,
    body: number + 1,
    text: question.isBold ? question.text : questionTextOf(bold[2] as string).text,
    level: 7,
    isNamed: question.isNamed,
    ...(question.number !== undefined && {number: question.number}),
  }
}
