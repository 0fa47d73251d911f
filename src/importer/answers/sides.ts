import {type Details, detailsOf} from '../layouts/details.ts'
import type {Mark} from '../layouts/layout.ts'
import {turnOf} from '../layouts/speakers.ts'
import type {Scan} from '../scan/scan.ts'
import {type Options, optionsIn} from './options.ts'

/** The line at which an answer announces itself. */
export interface Opening {
  readonly line: number
  /** What stands behind the label on its line. */
  readonly rest: string
  /** First line after the label. */
  readonly body: number
  /** Only what most answers begin with; no sign of questions. */
  readonly isLearned?: boolean
  /** The element that hides the answer. */
  readonly details?: Details
}

/** What stands between a mark and the end of its answer. */
export interface Body {
  readonly from: number
  readonly to: number
  readonly opening?: Opening
  /** Further lines that announce an answer: a sign that the mark is a section of questions. */
  readonly furtherOpenings: number
  readonly options?: Options
}

/** Finds the marks of the answer in a body. */
export function bodyOf(scan: Scan, mark: Mark, from: number, to: number): Body {
  const options = mark.answer === undefined ? optionsIn(scan, from, to) : undefined
  const openings = openingsIn(scan, mark, from, to, options)
  const [opening] = openings
  return {
    from,
    to,
    furtherOpenings: Math.max(0, openings.length - 1),
    ...(opening !== undefined && {opening}),
    ...(options !== undefined &&
      (opening === undefined || options.from < opening.line) && {options}),
  }
}

function openingsIn(
  scan: Scan,
  mark: Mark,
  from: number,
  to: number,
  options: Options | undefined,
): Opening[] {
  const openings: Opening[] = []
  const elements = detailsIn(scan, from, to)
  for (let at = from; at <= to && openings.length < 3; at += 1) {
    const {text, isText} = scan.at(at)
    if (!isText || text === '' || (options !== undefined && at >= options.from && at <= options.to))
      continue
    const element = elements.get(at)
    if (element !== undefined) {
      openings.push({line: at, rest: element.bodyText, body: element.body, details: element})
      at = Math.min(to, Math.max(element.until, element.body - 1))
      continue
    }
    const rest =
      mark.replier === undefined ? labelIn(scan, at, openings, mark) : turnOf(text, mark.replier)
    if (rest !== undefined) openings.push({line: at, rest, body: at + 1})
  }
  return openings
}

function labelIn(
  scan: Scan,
  at: number,
  openings: readonly Opening[],
  mark: Mark,
): string | undefined {
  // Where `Q.` asks, `A.` answers.
  const letter = mark.isNamed === true ? /^(\*\*)?A\.\1\s+(.*)$/s.exec(scan.at(at).text) : null
  if (letter !== null && openings.length === 0) return letter[2]
  const label = scan.answerLabelAt(at)
  return label?.isExplanation === true && openings.length > 0 ? undefined : label?.rest
}

/** Elements that hide no more than “answer”, by their lines. */
function detailsIn(scan: Scan, from: number, to: number): ReadonlyMap<number, Details> {
  const all = detailsOf(scan)
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle] as Details).line < from) low = middle + 1
    else high = middle
  }
  const found = new Map<number, Details>()
  for (let index = low; index < all.length && (all[index] as Details).line <= to; index += 1) {
    const element = all[index] as Details
    if (element.isGeneric) found.set(element.line, element)
  }
  return found
}
