import type {Scan} from '../scan/scan.ts'

/** The options of a multiple-choice question. */
export interface Options {
  readonly from: number
  readonly to: number
  /** Lines of the options that the author marked as right (ticked, or alone in bold). */
  readonly right: readonly number[]
}

const LETTERED = /^(?:[-*+•]\s+)?(\*\*|__)?\s*\(?([A-Ha-h])\s?[).:：、．]\)?\s*(?:\1)?\s*\S/
const TICK = /^[-*+•]\s+\[([ xX])\]\s+\S/

/** The options that stand between `from` and `to`: lettered from A on, or task boxes. */
export function optionsIn(scan: Scan, from: number, to: number): Options | undefined {
  for (let at = from; at <= to; at += 1) {
    const line = scan.at(at)
    if (!line.isText || line.text === '') continue
    if (TICK.test(line.text))
      return collect(scan, at, to, (text, index) => TICK.test(text) || index < 0)
    if (letterOf(line.text) === 'a') {
      const options = collect(
        scan,
        at,
        to,
        (text, index) => letterOf(text) === String.fromCharCode(97 + index),
      )
      if (options !== undefined) return options
    }
  }
  return undefined
}

const letterOf = (text: string): string | undefined => LETTERED.exec(text)?.[2]?.toLowerCase()

function collect(
  scan: Scan,
  from: number,
  to: number,
  isNext: (text: string, index: number) => boolean,
): Options | undefined {
  const lines: number[] = []
  let end = from
  for (let at = from; at <= to; at += 1) {
    const line = scan.at(at)
    if (line.text === '') continue
    if (line.isText && isNext(line.text, lines.length)) lines.push(at)
    else if (lines.length === 0 || !(line.indent > scan.at(from).indent || scan.isCode(at))) break
    end = scan.endOfRegion(at)
    at = end
  }
  if (lines.length < 2) return undefined
  const ticked = lines.filter(at => TICK.exec(scan.at(at).text)?.[1]?.toLowerCase() === 'x')
  const bold = lines.filter(at =>
    /^(?:[-*+•]\s+)?(?:\*\*|__).*(?:\*\*|__)\s*$/.test(scan.at(at).text),
  )
  const right = ticked.length > 0 ? ticked : bold.length < lines.length ? bold : []
  return {from, to: end, right}
}

/** An option as the front shows it: not giving away whether it is right. */
export function hideTick(line: string): string {
  return line.replace(/^(\s*[-*+•]\s+)\[[xX]\]/, '$1[ ]')
}
