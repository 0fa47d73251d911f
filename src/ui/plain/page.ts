import type {Card} from '../../core/card.ts'
import {plainText, type StyledLine} from '../../render/line.ts'
import type {OutlinePoint} from '../../render/outline.ts'
import {wrapSpans} from '../../render/wrap.ts'
import {createFaceLines, type FaceLines} from '../looks/faces.ts'
import type {Layout} from '../looks/layout.ts'
import {type Look, lookOf} from '../looks/look.ts'
import {span} from '../text/fit.ts'

/** What lines of text are made with. */
export interface Page {
  readonly layout: Layout
  readonly look: Look
  readonly faceLines: FaceLines
  /** The points of an answer, emphasis not marked: they have numbers. */
  readonly outline: (card: Card) => readonly OutlinePoint[]
}

/** Lines that belong together. Between two blocks there is a blank line. */
export type Block = readonly StyledLine[]

/** Narrower lines cannot be read. */
const NARROWEST = 20

/** Without colours, attributes, images and links: what is emphasized is marked as in Markdown, and addresses are written out. */
export function pageOf(columns: number, ascii: boolean): Page {
  const options = {color: false, ascii, attributes: false, hyperlinks: false}
  const width = Math.max(NARROWEST, columns)
  const bare = createFaceLines({...options, attributes: true})
  return {
    layout: {margin: 0, width, height: Number.MAX_SAFE_INTEGER, isRoomy: false},
    look: lookOf(options),
    faceLines: createFaceLines(options),
    outline: card => bare.outline(card, 'back', width),
  }
}

/** A sentence, or several. */
export function sentence(text: string, {layout}: Page): Block {
  return wrapSpans([span(text)], layout.width)
}

/** Blocks as they are written, those that hold nothing left out; the text ends with a line feed. */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .map(lines => lines.map(line => `${plainText(line).trimEnd()}\n`).join(''))
    .filter(text => text.trim() !== '')
    .join('\n')
}
