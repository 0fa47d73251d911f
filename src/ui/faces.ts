import type {Card} from '../core/card.ts'
import {type Faces, facesOf} from '../core/faces.ts'
import type {Highlight, RenderOptions} from '../render/context.ts'
import type {StyledLine} from '../render/line.ts'
import {type OutlinePoint, outlineOf} from '../render/outline.ts'
import {type SteppedLines, stepsOf} from '../render/steps.ts'
import {isColorful, type LookOptions} from './look.ts'

/** A card’s sides as lines of a width, the first and the last of them not blank. Counted from 0 wherever lines are named. */
export interface FaceLines {
  (card: Card, side: keyof Faces, width: number): readonly StyledLine[]
  /** The same lines, and the steps in which they can be revealed. */
  readonly steps: (card: Card, side: keyof Faces, width: number) => SteppedLines
  /** The points that the same lines make; none where the author marked none. */
  readonly outline: (card: Card, side: keyof Faces, width: number) => readonly OutlinePoint[]
  /** Forget what was rendered: code has got its colours. */
  readonly forget: () => void
}

/** Both sides of the present card and of the one before, at two widths. */
const KEPT = 8

/**
 * Renders each side once and remembers it: scrolling must cost no more than the lines that it shows.
 * @param highlight colours code; without it, code is plain
 */
export function createFaceLines(look: LookOptions, highlight?: Highlight): FaceLines {
  const known = new Map<string, SteppedLines & {readonly above: number}>()
  const options = optionsOf(look, highlight)

  const rendered = (card: Card, side: keyof Faces, width: number) => {
    const source = facesOf(card.content, card.variant)[side]
    // Not the card’s id: a card may be edited while it is asked.
    const key = `${width} ${card.source.path}\n${source}`
    const face =
      known.get(key) ?? withoutBlankEnds(stepsOf(source, {...options, ...folderOf(card), width}))
    known.delete(key)
    known.set(key, face)
    const [oldest] = known.keys()
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
    return face
  }

  const lines = (card: Card, side: keyof Faces, width: number) => rendered(card, side, width).lines
  return Object.assign(lines, {
    steps: rendered,
    outline: (card: Card, side: keyof Faces, width: number) => {
      const source = facesOf(card.content, card.variant)[side]
      const {above, lines} = rendered(card, side, width)
      return outlineOf(source, {...options, ...folderOf(card), width}).map(point => ({
        ...point,
        ...moved(point, above, lines.length),
      }))
    },
    forget: () => known.clear(),
  })
}

function optionsOf(
  look: LookOptions,
  highlight: Highlight | undefined,
): Omit<RenderOptions, 'width'> {
  const {ascii, attributes = true, hyperlinks = false} = look
  const marks = attributes ? (isTrusting(look) ? undefined : 'code') : 'all'
  return {ascii, hyperlinks, ...(marks && {marks}), ...(highlight && {highlight})}
}

/** Whether a colour alone may tell inline code from the words around it: not for those who see colours otherwise. */
function isTrusting(look: LookOptions): boolean {
  return isColorful(look) && (look.theme ?? 'standard') === 'standard'
}

/** The folder that the addresses in a document are meant from; a text from standard input has none. */
function folderOf({source: {path}}: Card): {readonly folder?: string} {
  const parts = path.split(/[/\\]/)
  return parts.length > 1 ? {folder: parts.slice(0, -1).join('/')} : {}
}

function withoutBlankEnds({lines, steps}: SteppedLines): SteppedLines & {readonly above: number} {
  const first = lines.findIndex(line => line.length > 0)
  const last = lines.findLastIndex(line => line.length > 0)
  if (first === -1) return {lines: [], steps: [], above: 0}
  const kept = lines.slice(first, last + 1)
  const shifted =
    first === 0 && last === lines.length - 1
      ? steps
      : steps.map(step => ({...step, ...moved(step, first, kept.length)}))
  return {lines: kept, steps: shifted, above: first}
}

/** Where lines stand after `above` lines before them were taken away, and only `total` are left. */
function moved(
  {firstLine, endLine}: {readonly firstLine: number; readonly endLine: number},
  above: number,
  total: number,
) {
  const within = (line: number) => Math.max(0, Math.min(total, line - above))
  return {firstLine: within(firstLine), endLine: within(endLine)}
}
