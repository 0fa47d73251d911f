import {ANSWER_LABEL, EXPLANATION} from './label-words.ts'

/** A line that says that the answer begins. */
export interface AnswerLabel {
  /** What stands behind the label on its line, as Markdown. */
  readonly rest: string
  /** The label alone says “answer”; `A:` and the like may as well be an option. */
  readonly isLetter: boolean
  readonly isHeading: boolean
  /** It says “explanation”: part of an answer where another label opened it. */
  readonly isExplanation: boolean
}

const DECORATION = /^(?:[>\s]|[-*+•]\s+(?=\S)|\p{Extended_Pictographic}|[\u200d\ufe0f✓✔✅☑→➜▶►])+/u
const TERMINATED = /^\s*([([（][^)\]）]{1,12}[)\]）])?\s*(?:[:：]|=>|->|[-–—](?=\s))\s*/u

/** A letter needs its colon, or a number and any mark: `A:`, `A1.` */
const LETTER_MARK = /^(?:\s*[*_]*\s*[:：]|\d{1,4}\s*[*_]*\s*[:：.)-])/

/**
 * The answer label with which a line begins: `Answer:`, `**Ans:** x`, `- R: x`, `#### 答え: B`, `**Example answer**`.
 * @param text of the line, without blanks at its ends
 */
export function answerLabelOf(text: string): AnswerLabel | undefined {
  if (text.length < 2) return undefined
  const heading = /^#{1,6}\s*/.exec(text)
  const bare = (heading === null ? text : text.slice(heading[0].length)).replace(DECORATION, '')
  const bracket = /^[[【]([^\]】]{1,16})[\]】]\s*[:：]?\s*(.*)$/s.exec(bare)
  if (bracket !== null) {
    const label = ANSWER_LABEL.exec(bracket[1] as string)
    if (
      label !== null &&
      label[0].length === bracket[1]?.length &&
      !bare.startsWith(`[${bracket[1]}](`)
    ) {
      return {
        rest: bracket[2] as string,
        isLetter: false,
        isHeading: heading !== null,
        isExplanation: false,
      }
    }
  }
  const emphasis = /^(?:\*\*\*|\*\*|__|\*|_|<(?:b|strong|em|i|u|p)>)/i.exec(bare)?.[0] ?? ''
  const inner = bare
    .slice(emphasis.length)
    .replace(/^(?:\s|\p{Extended_Pictographic}|\ufe0f)+/u, '')
  const label = ANSWER_LABEL.exec(inner)
  if (label === null) return undefined
  const isLetter = label[0].length === 1
  const after = inner.slice(label[0].length)
  const rest = restOf(after, emphasis)
  if (rest === undefined || (isLetter && !LETTER_MARK.test(after))) return undefined
  const isExplanation = EXPLANATION.test(label[0])
  return {rest, isLetter, isHeading: heading !== null, isExplanation}
}

/** What follows the label, where the label is certainly one; emphasis that was opened before it closed again. */
function restOf(after: string, emphasis: string): string | undefined {
  const close = closing(emphasis)
  const numbered = after.replace(/^\s*#?\d{1,4}(?=\s*[:：.)*_]|\s*$)/, '')
  if (close !== '') {
    const stripped = numbered.trimStart()
    // `**Answer** …`, `**Answer**: …`
    if (stripped.startsWith(close)) {
      const rest = stripped.slice(close.length).trimStart()
      const terminated = rest.replace(/^(?:[:：]|[-–—](?=\s))\s*/, '')
      return terminated !== rest || rest === '' || close.length > 1 ? terminated : undefined
    }
    const terminated = TERMINATED.exec(numbered)
    if (terminated === null) return undefined
    const rest = withChoice(terminated[1], numbered.slice(terminated[0].length))
    // `**Answer:** x` and, with the emphasis around both, `_Answer (b): x_`.
    return rest.startsWith(close) ? rest.slice(close.length).trimStart() : opened(rest, emphasis)
  }
  const terminated = TERMINATED.exec(numbered)
  if (terminated !== null) return withChoice(terminated[1], numbered.slice(terminated[0].length))
  // `Ans. x`
  const abbreviated = /^[.)]\s+(?=\S)/.exec(numbered)
  if (abbreviated !== null) return numbered.slice(abbreviated[0].length)
  return /^[.。]?\s*$/.test(numbered) ? '' : undefined
}

/** `Answer (b): because …`: the letter in brackets is the answer. */
const withChoice = (choice: string | undefined, rest: string): string =>
  choice !== undefined && /^.[a-h\d].$/i.test(choice) ? `${choice} ${rest}`.trim() : rest

/** The rest with the emphasis that began before the label. */
function opened(rest: string, emphasis: string): string {
  return rest === '' ? '' : `${emphasis}${rest}`
}

function closing(emphasis: string): string {
  return emphasis.startsWith('<') ? emphasis.replace('<', '</') : emphasis
}
