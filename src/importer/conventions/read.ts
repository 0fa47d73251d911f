import {type Sides, sidesOf} from '../answers/card-sides.ts'
import {saysSomething} from '../answers/content.ts'
import {beforeClosingRemark, extentOf, sectionRankOf, withoutTail} from '../answers/extent.ts'
import {withLearnedLabels} from '../answers/learned-label.ts'
import {beforeSectionTitle, headShapeOf} from '../answers/section-title.ts'
import {type Body, bodyOf} from '../answers/sides.ts'
import type {Mark} from '../layouts/layout.ts'
import {isRule} from '../scan/line.ts'
import type {Scan} from '../scan/scan.ts'
import {likenessOf} from '../text/question-words.ts'
import type {Convention} from './convention.ts'
import {habitsOf, repeatedTexts} from './habits.ts'

/** A mark with what was made of it. */
export interface Asked extends Sides {
  readonly mark: Mark
  readonly isAnswered: boolean
  /** The answer announces itself by a label or a container. */
  readonly isOpened: boolean
  readonly furtherOpenings: number
  /** 0–1: how much the question reads like one. */
  readonly likeness: number
}

/**
 * Read a convention: where each answer ends, and what is question and what answer.
 * @param borders lines at which answers end besides, in order
 */
export function readConvention(
  scan: Scan,
  {marks}: Convention,
  borders: readonly number[] = [],
): readonly Asked[] {
  const bodies = bodiesOf(scan, marks, borders)
  const repeated = repeatedTexts(marks)
  const habitsFor = habitsOf(scan, marks, bodies, repeated)
  return marks.map((mark, index) => {
    const body = bodies[index] as Body
    const sides = sidesOf(scan, mark, body, habitsFor(mark))
    const isRubric = repeated.has(mark.text) && mark.number === undefined
    return {
      ...sides,
      mark,
      isAnswered: sides.question.trim() !== '' && saysSomething(sides.answer),
      isOpened: mark.answer !== undefined || saysAnswer(body.opening),
      furtherOpenings: body.furtherOpenings,
      likeness: mark.isNamed === true ? 1 : isRubric ? 0 : likenessOf(sides.question),
    }
  })
}

/** Whether an answer says itself that it is one. */
const saysAnswer = (opening: Body['opening']): boolean =>
  opening !== undefined && opening.isLearned !== true && opening.details?.saysAnswer !== false

function bodiesOf(scan: Scan, marks: readonly Mark[], borders: readonly number[]): readonly Body[] {
  const rank = sectionRankOf(scan, marks)
  const head = marks[0] === undefined ? 0 : headShapeOf(scan, marks[0])
  const nextBorder = borderAfter(borders)
  const bodies = marks.map((mark, index) => {
    const next = Math.min(nextMark(marks, index, scan.lines.length + 1), nextBorder(mark.line))
    const {from, to} = extentOf(scan, mark, next, rank)
    const end = beforeSectionTitle(scan, mark, marks[index + 1], to, head)
    return bodyOf(scan, mark, from, end === to ? to : withoutTail(scan, from, end))
  })
  return withLearnedLabels(scan, withoutRemark(scan, bodies))
}

/** Line of the next mark that is not inside this one’s container. */
function nextMark(marks: readonly Mark[], index: number, end: number): number {
  const mark = marks[index] as Mark
  const next = marks[index + 1]
  if (next === undefined) return end
  const isInside = mark.until !== undefined && next.until !== undefined && next.line <= mark.until
  return isInside && mark.answer === undefined ? (mark.until as number) + 1 : next.line
}

function borderAfter(borders: readonly number[]): (line: number) => number {
  let index = 0
  return line => {
    while (index < borders.length && (borders[index] as number) <= line) index += 1
    return borders[index] ?? Number.POSITIVE_INFINITY
  }
}

/** Without a closing remark behind a rule after the last answer, where no other answer holds a rule. */
function withoutRemark(scan: Scan, bodies: readonly Body[]): readonly Body[] {
  const last = bodies.at(-1)
  if (last === undefined || last.to < last.from) return bodies
  const others = bodies.slice(0, -1)
  if (others.some(body => holdsRule(scan, body))) return bodies
  return [...others, {...last, to: beforeClosingRemark(scan, last)}]
}

function holdsRule(scan: Scan, {from, to}: Body): boolean {
  for (let at = from; at <= to; at += 1) {
    if (scan.at(at).isText && isRule(scan.at(at).text)) return true
  }
  return false
}
