import {isHeadNoise} from '../answers/apparatus.ts'
import {endOfBlock, type Habits, isBoldBlock, type Sides, sidesOf} from '../answers/card-sides.ts'
import {saysSomething} from '../answers/content.ts'
import {beforeClosingRemark, extentOf, sectionRankOf, withoutTail} from '../answers/extent.ts'
import {beforeSectionTitle, headShapeOf} from '../answers/section-title.ts'
import {type Body, bodyOf} from '../answers/sides.ts'
import type {Layout, Mark} from '../layouts/layout.ts'
import {isRule} from '../scan/line.ts'
import type {Scan} from '../scan/scan.ts'
import {likenessOf} from '../text/question-words.ts'

/** Marks of one layout and shape: one way in which a document may ask. */
export interface Convention {
  readonly layout: Layout
  readonly shape: string
  readonly marks: readonly Mark[]
}

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

/** Group the marks of all layouts by what recurs. */
export function conventionsOf(scan: Scan, layouts: readonly Layout[]): readonly Convention[] {
  return layouts.flatMap(layout => {
    const shapes = groupByShape(layout.find(scan))
    return [...shapes].map(([shape, marks]) => ({layout, shape, marks}))
  })
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
  const rank = sectionRankOf(scan, marks)
  const head = marks[0] === undefined ? 0 : headShapeOf(scan, marks[0])
  const nextBorder = borderAfter(borders)
  const bodies = marks.map((mark, index) => {
    const next = Math.min(nextMark(marks, index, scan.lines.length + 1), nextBorder(mark.line))
    const {from, to} = extentOf(scan, mark, next, rank)
    const end = beforeSectionTitle(scan, mark, marks[index + 1], to, head)
    return bodyOf(scan, mark, from, end === to ? to : withoutTail(scan, from, end))
  })
  cutRemark(scan, bodies)
  const habits = habitsOf(scan, marks, bodies)
  const repeated = repeatedTexts(marks)
  return marks.map((mark, index) => {
    const body = bodies[index] as Body
    const own = habitsFor(mark, habits, repeated)
    const sides = sidesOf(scan, mark, body, own)
    return {
      ...sides,
      mark,
      isAnswered: sides.question.trim() !== '' && saysSomething(sides.answer),
      isOpened:
        mark.answer !== undefined ||
        (body.opening !== undefined && body.opening.details?.saysAnswer !== false),
      furtherOpenings: body.furtherOpenings,
      likeness:
        mark.isNamed === true
          ? 1
          : repeated.has(mark.text) && mark.number === undefined
            ? 0
            : likenessOf(sides.question),
    }
  })
}

/** Line of the next mark that is not inside this one’s container. */
function nextMark(marks: readonly Mark[], index: number, end: number): number {
  const mark = marks[index] as Mark
  const next = marks[index + 1]
  if (next === undefined) return end
  return mark.until !== undefined &&
    next.line <= mark.until &&
    mark.answer === undefined &&
    next.until !== undefined
    ? mark.until + 1
    : next.line
}

function borderAfter(borders: readonly number[]): (line: number) => number {
  let index = 0
  return line => {
    while (index < borders.length && (borders[index] as number) <= line) index += 1
    return borders[index] ?? Number.POSITIVE_INFINITY
  }
}

/** A closing remark behind a rule after the last answer, where no other answer holds a rule. */
function cutRemark(scan: Scan, bodies: Body[]): void {
  const last = bodies.at(-1)
  if (last === undefined || last.to < last.from) return
  const hasRule = bodies.slice(0, -1).some(({from, to}) => {
    for (let at = from; at <= to; at += 1)
      if (scan.at(at).isText && isRule(scan.at(at).text)) return true
    return false
  })
  if (!hasRule) bodies[bodies.length - 1] = {...last, to: beforeClosingRemark(scan, last)}
}

function habitsOf(scan: Scan, marks: readonly Mark[], bodies: readonly Body[]): Habits {
  const filled = bodies.filter(({from, to}) => to >= from)
  const opened = filled.filter(body => body.opening !== undefined).length
  const asking = marks.filter(mark => likenessOf(mark.text) >= 0.7).length
  const bold = filled.filter(({from, to}) => {
    let at = from
    while (at <= to && isHeadNoise(scan, at)) at += 1
    return at <= to && isBoldBlock(scan, at, endOfBlock(scan, at, to))
  }).length
  const boldAsks = asking < 0.5 * marks.length && bold >= 0.6 * filled.length && bold >= 2
  return {announces: opened >= 0.6 * filled.length, lead: boldAsks ? 'bold' : 'none'}
}

function habitsFor(mark: Mark, habits: Habits, repeated: ReadonlySet<string>): Habits {
  if (mark.text === '') return {...habits, lead: 'first block'}
  return habits.lead === 'none' && repeated.has(mark.text) ? {...habits, lead: 'shown'} : habits
}

/** Texts that stand on three marks or more. */
function repeatedTexts(marks: readonly Mark[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const {text} of marks) counts.set(text, (counts.get(text) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= 3).map(([text]) => text))
}

function groupByShape(marks: readonly Mark[]): ReadonlyMap<string, readonly Mark[]> {
  const shapes = new Map<string, Mark[]>()
  for (const mark of marks) {
    const group = shapes.get(mark.shape)
    if (group === undefined) shapes.set(mark.shape, [mark])
    else group.push(mark)
  }
  return shapes
}
