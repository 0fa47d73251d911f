import type {RootContent} from 'mdast'
import type {RenderOptions} from './context.ts'
import type {Place} from './layout.ts'
import type {StyledLine} from './line.ts'
import {layOutMarkdown} from './markdown.ts'

export type StepKind =
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'code'
  | 'table'
  | 'formula'
  | 'rule'
  | 'footnote'

/** What one press of a key reveals when an answer is shown point by point: lines counted from 0, the end not included. */
export interface Step {
  readonly kind: StepKind
  readonly firstLine: number
  readonly endLine: number
}

/** A rendered document that can be revealed step by step. */
export interface SteppedLines {
  /** The same as `renderMarkdown` gives. */
  readonly lines: readonly StyledLine[]
  /**
   * In order, without overlap; at least one where there are lines. After a step, all lines before its `endLine` are shown. What
   * lies between two steps is blank, or the bar of a quote.
   */
  readonly steps: readonly Step[]
}

/**
 * An answer in the steps in which it is recalled: each heading, paragraph, list item (a nested one too), table, formula and block
 * of code. What follows an item’s first paragraph within it are steps of their own. A rule comes with what follows it.
 */
export function stepsOf(source: string, options: RenderOptions): SteppedLines {
  const {lines, places} = layOutMarkdown(source, options)
  return {lines, steps: stepsIn(places)}
}

/** The start of a step whose end is not known yet: the markers of items, a rule. */
interface Lead {
  readonly kind: StepKind
  readonly firstLine: number
  readonly endLine: number
}

function stepsIn(places: readonly Place[]): readonly Step[] {
  const steps: Step[] = []
  let lead: Lead | undefined

  function add({kind, firstLine, endLine}: Step): void {
    const isItem = lead !== undefined && lead.kind !== 'rule'
    const first = lead?.firstLine ?? firstLine
    steps.push({kind: isItem && lead ? lead.kind : kind, firstLine: first, endLine})
    lead = undefined
  }

  function visit(place: Place): void {
    const kind = kindOf(place.node)
    const step = {kind, firstLine: place.firstLine, endLine: place.endLine}
    if (kind === 'rule') lead ??= step
    else if (place.children.length === 0) add(step)
    else {
      if (kind === 'item' || kind === 'footnote') {
        lead = {...step, firstLine: lead?.firstLine ?? step.firstLine}
      }
      for (const child of place.children) visit(child)
    }
  }

  for (const place of places) visit(place)
  const last = steps.at(-1)
  const end = places.at(-1)?.endLine ?? 0
  // A rule that nothing follows.
  if (lead && last) steps[steps.length - 1] = {...last, endLine: end}
  else if (lead) add({...lead, endLine: end})
  return steps
}

function kindOf(node: RootContent): StepKind {
  switch (node.type) {
    case 'heading':
    case 'code':
    case 'table':
      return node.type
    case 'listItem':
      return 'item'
    case 'math':
      return 'formula'
    case 'thematicBreak':
      return 'rule'
    case 'footnoteDefinition':
      return 'footnote'
    default:
      return 'paragraph'
  }
}
