import type {Card} from '../core/card.ts'
import {type Faces, facesOf} from '../core/faces.ts'
import type {StyledLine} from '../render/line.ts'
import {renderMarkdown} from '../render/markdown.ts'
import type {LookOptions} from './look.ts'

/** The lines of a card’s side at a width. */
export type FaceLines = (card: Card, side: keyof Faces, width: number) => readonly StyledLine[]

/** Both sides of the present card and of the one before, at two widths. */
const KEPT = 8

/** Renders each side once and remembers it: scrolling must cost no more than the lines that it shows. */
export function createFaceLines({color, ascii}: LookOptions): FaceLines {
  const known = new Map<string, readonly StyledLine[]>()
  // Without colours nothing else would tell inline code from the words around it.
  const options = color ? {ascii} : {ascii, marks: 'code' as const}
  return (card, side, width) => {
    const key = `${card.id} ${side} ${width}`
    const lines =
      known.get(key) ??
      withoutBlankEnds(
        renderMarkdown(facesOf(card.content, card.variant)[side], {
          ...options,
          ...folderOf(card),
          width,
        }),
      )
    known.delete(key)
    known.set(key, lines)
    const [oldest] = known.keys()
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
    return lines
  }
}

/** The folder that the addresses in a document are meant from; a text from standard input has none. */
function folderOf({source: {path}}: Card): {readonly folder?: string} {
  const parts = path.split(/[/\\]/)
  return parts.length > 1 ? {folder: parts.slice(0, -1).join('/')} : {}
}

function withoutBlankEnds(lines: readonly StyledLine[]): readonly StyledLine[] {
  const first = lines.findIndex(line => line.length > 0)
  const last = lines.findLastIndex(line => line.length > 0)
  return first === -1 ? [] : lines.slice(first, last + 1)
}
