import type {ImportPlan} from '../core/import-plan.ts'
import {plainText} from '../render/line.ts'
import {sanitizeText} from '../render/sanitize.ts'
import {hang, wrapSpans} from '../render/wrap.ts'
import {changesOf} from '../report/import-changes.ts'
import type {ReadReport} from '../report/import-summary.ts'

const INDENT = '  '
const HANGING = '      '
/** Narrower terminals break the lines themselves. */
const NARROWEST = 20

/**
 * What an import does to notes that are there already, so that one knows what is agreed to; empty where it leaves them alone.
 * @param columns of the terminal; without it nothing is wrapped
 */
export function formatChanges(
  plan: ImportPlan,
  read: ReadReport,
  columns: number | undefined,
): string {
  const width = columns === undefined ? undefined : Math.max(NARROWEST, columns)
  const sections = changesOf(plan, read).map(({title, lines}) =>
    [`${title}:`, ...lines.map(line => wrapped(sanitizeText(line), width)), ''].join('\n'),
  )
  return sections.join('')
}

function wrapped(line: string, width: number | undefined): string {
  if (width === undefined) return `${INDENT}${line}`
  const lines = wrapSpans([{text: line}], width - HANGING.length)
  return hang(lines, [{text: INDENT}], [{text: HANGING}])
    .map(plainText)
    .join('\n')
}
