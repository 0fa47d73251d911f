import type {RootContent} from 'mdast'
import type {StyledLine} from './line.ts'

/** The lines that blocks became, and where each block stands among them. */
export interface Layout {
  readonly lines: readonly StyledLine[]
  /** In the order of their lines; lines between them are blank, or the bar of a quote. */
  readonly places: readonly Place[]
}

/** Where a block stands: lines counted from 0, the end not included, at least one. */
export interface Place {
  readonly node: RootContent
  readonly firstLine: number
  readonly endLine: number
  /** The blocks within it; none where it was not taken apart. */
  readonly children: readonly Place[]
}

/** A block that is nothing but its lines. */
export function leaf(node: RootContent, lines: readonly StyledLine[]): Layout {
  return {lines, places: placesFor(node, lines, [])}
}

/** A block that other blocks lie in. */
export function container(node: RootContent, {lines, places}: Layout): Layout {
  return {lines, places: placesFor(node, lines, places)}
}

function placesFor(
  node: RootContent,
  lines: readonly StyledLine[],
  children: readonly Place[],
): readonly Place[] {
  return lines.length === 0 ? [] : [{node, firstLine: 0, endLine: lines.length, children}]
}

/** Blocks one below the other, with blank lines where `isApart` says so of a block and the one before it. */
export function stacked(layouts: readonly Layout[], isApart: (index: number) => boolean): Layout {
  const lines: StyledLine[] = []
  const places: Place[] = []
  for (const [index, layout] of layouts.entries()) {
    if (index > 0 && isApart(index)) lines.push([])
    for (const place of layout.places) places.push(moved(place, lines.length))
    for (const line of layout.lines) lines.push(line)
  }
  return {lines, places}
}

/**
 * What is drawn around a content: a marker beside its first line or above it, an indentation.
 * @param draw gets what renders the content at a width, and gives all of its lines with at most some before them
 */
export function around(
  content: (width: number) => Layout,
  draw: (render: (width: number) => readonly StyledLine[]) => readonly StyledLine[],
): Layout {
  let inner: Layout = {lines: [], places: []}
  const lines = draw(width => {
    inner = content(width)
    return inner.lines
  })
  const above = lines.length - inner.lines.length
  return {lines, places: inner.places.map(place => moved(place, above))}
}

function moved(place: Place, by: number): Place {
  if (by === 0) return place
  const children = place.children.map(child => moved(child, by))
  return {...place, firstLine: place.firstLine + by, endLine: place.endLine + by, children}
}
