import type {Card} from '../../core/card.ts'
import {type Faces, facesOf} from '../../core/faces.ts'
import {openableImage} from '../../render/address.ts'
import type {Highlight, RenderOptions} from '../../render/context.ts'
import type {StyledLine} from '../../render/line.ts'
import {type OutlinePoint, outlineOf} from '../../render/outline.ts'
import {type SteppedLines, stepsOf} from '../../render/steps.ts'
import {type ImageStore, MOST_PER_SIDE} from '../images/image-store.ts'
import {isColorful, type LookOptions} from './look.ts'

/** A card’s sides as lines of a width, the first and the last of them not blank. Counted from 0 wherever lines are named. */
export interface FaceLines {
  (card: Card, side: keyof Faces, width: number): readonly StyledLine[]
  /** The same lines, and the steps in which they can be revealed. */
  readonly steps: (card: Card, side: keyof Faces, width: number) => SteppedLines
  /** The points that the same lines make; none where the author marked none. */
  readonly outline: (card: Card, side: keyof Faces, width: number) => readonly OutlinePoint[]
}

/** Both sides of the present card and of the one before, at two widths. */
const KEPT = 8

/** What is known of the terminal, and of the learner, beyond the look. */
export interface FaceMeans {
  /** Colours code; without it, code is plain. */
  readonly highlight?: Highlight
  /** Draws images of a document’s folder; without it, a line tells of them. */
  readonly drawImage?: ImageStore['draw']
  /** The key that opens an image, for that line. */
  readonly imageKey?: string
}

interface Face extends SteppedLines {
  /** Blank lines before it that were taken away. */
  readonly above: number
  /** Whether the terminal draws images in it. */
  readonly hasImages: boolean
}

/** Renders each side once and remembers it: scrolling must cost no more than the lines that it shows. */
export function createFaceLines(look: LookOptions, means: FaceMeans = {}): FaceLines {
  const known = new Map<string, Face>()
  const optionsFor = optionsOf(look, means)

  const rendered = (card: Card, side: keyof Faces, width: number): Face => {
    const source = facesOf(card.content, card.variant)[side]
    // Not the card’s id: a card may be edited while it is asked.
    const key = `${width} ${card.source.path}\n${source}`
    const face = known.get(key) ?? withoutBlankEnds(stepsOf(source, {...optionsFor(card), width}))
    known.delete(key)
    if (face.hasImages) forgetOtherWidths(width)
    known.set(key, face)
    const [oldest] = known.keys()
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
    return face
  }

  // The terminal draws each image in one size.
  const forgetOtherWidths = (width: number): void => {
    for (const [key, face] of known) {
      if (!key.startsWith(`${width} `) && face.hasImages) known.delete(key)
    }
  }

  const lines = (card: Card, side: keyof Faces, width: number) => rendered(card, side, width).lines
  return Object.assign(lines, {
    steps: rendered,
    outline: (card: Card, side: keyof Faces, width: number) => {
      const source = facesOf(card.content, card.variant)[side]
      const {above, lines} = rendered(card, side, width)
      return outlineOf(source, {...optionsFor(card), width}).map(point => ({
        ...point,
        ...moved(point, above, lines.length),
      }))
    },
  })
}

function optionsOf(look: LookOptions, {highlight, drawImage, imageKey}: FaceMeans) {
  const {ascii, attributes = true, hyperlinks = false} = look
  const marks = attributes ? (isTrusting(look) ? undefined : 'code') : 'all'
  const options: Omit<RenderOptions, 'width'> = {
    ascii,
    hyperlinks,
    ...(marks && {marks}),
    ...(highlight && {highlight}),
    ...(imageKey !== undefined && {imageKey}),
  }
  return (card: Card): Omit<RenderOptions, 'width'> => {
    const folder = folderOf(card)
    if (folder === undefined) return options
    if (!drawImage) return {...options, folder}
    const drawn = new Set<string>()
    return {
      ...options,
      folder,
      drawImage: (address, columns) => {
        const image = openableImage(folder, address)
        if (image?.kind !== 'file' || !/\.png$/i.test(image.path)) return undefined
        if (drawn.size === MOST_PER_SIDE && !drawn.has(image.path)) return undefined
        drawn.add(image.path)
        return drawImage(image, columns)
      },
    }
  }
}

/** Whether a colour alone may tell inline code from the words around it: not for those who see colours otherwise. */
function isTrusting(look: LookOptions): boolean {
  return isColorful(look) && (look.theme ?? 'standard') === 'standard'
}

/** The folder that the addresses in a document are meant from; a text from standard input has none. */
export function folderOf({source: {path}}: Card): string | undefined {
  const parts = path.split(/[/\\]/)
  return parts.length > 1 ? parts.slice(0, -1).join('/') : undefined
}

function withoutBlankEnds({lines, steps}: SteppedLines): Face {
  const first = lines.findIndex(line => line.length > 0)
  const last = lines.findLastIndex(line => line.length > 0)
  if (first === -1) return {lines: [], steps: [], above: 0, hasImages: false}
  const kept = lines.slice(first, last + 1)
  const shifted =
    first === 0 && last === lines.length - 1
      ? steps
      : steps.map(step => ({...step, ...moved(step, first, kept.length)}))
  const hasImages = kept.some(line => line.some(span => span.imageId !== undefined))
  return {lines: kept, steps: shifted, above: first, hasImages}
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
