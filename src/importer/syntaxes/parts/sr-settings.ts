import {
  atBraces,
  bolds,
  type ClozeFinder,
  doubleBraces,
  highlights,
  singleBraces,
} from './cloze-marks.ts'
import type {Regions} from './regions.ts'
import {sidesOf} from './sides.ts'
import {scheduledOn, withoutSchedule} from './sr-comments.ts'
import {isBlank} from './text.ts'

/** How a vault marks its cards; the defaults of the plugin, or what its scheduled cards show. */
export interface SrSettings {
  /** Between front and back on one line. */
  readonly separators: readonly string[]
  readonly reversedSeparators: readonly string[]
  readonly clozes: ClozeFinder
}

const OTHER_SEPARATORS = ['->->->', '>>>', ';;;', ';;', '||', '->', '→', '=>', '>>', '--']
const OTHER_CLOZES: readonly ClozeFinder[] = [atBraces, doubleBraces, singleBraces, bolds]

/** What the lines above the schedules of a document have in common, beyond the defaults. */
export function settingsOf(lines: readonly string[], regions: Regions): SrSettings {
  const texts: {text: string; siblings: number}[] = []
  for (const [index, line] of lines.entries()) {
    const siblings = scheduledOn(line)
    if (siblings === 0) continue
    const own = withoutSchedule(line).trim()
    const above = own === '' ? withoutSchedule(lines[index - 1] ?? '').trim() : own
    if (!isBlank(above) && regions.isText(own === '' ? index : index + 1))
      texts.push({text: above, siblings})
  }
  const unexplained = texts.filter(
    ({text}) => sidesOf(text, ['::']) === undefined && highlights(text).length === 0,
  )
  const separator = OTHER_SEPARATORS.find(mark =>
    isCommon(unexplained, ({text}) => sidesOf(text, [mark]) !== undefined),
  )
  const clozed = unexplained.filter(
    ({text}) => separator === undefined || sidesOf(text, [separator]) === undefined,
  )
  const cloze = OTHER_CLOZES.find(find =>
    isCommon(clozed, ({text, siblings}) => find(text).length === siblings),
  )
  return {
    separators: separator === undefined ? ['::'] : [separator, '::'],
    reversedSeparators: [':::'],
    clozes: cloze === undefined ? highlights : text => mergeMarks(highlights(text), cloze(text)),
  }
}

function isCommon<T>(items: readonly T[], holds: (item: T) => boolean): boolean {
  const count = items.filter(holds).length
  return count >= 1 && count * 2 > items.length
}

function mergeMarks(
  a: ReturnType<ClozeFinder>,
  b: ReturnType<ClozeFinder>,
): ReturnType<ClozeFinder> {
  return b.length === 0 ? a : a.length === 0 ? b : [...a, ...b].sort((x, y) => x.start - y.start)
}
