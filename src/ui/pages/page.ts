import type {StyledLine} from '../../render/line.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {fitLine} from '../text/fit.ts'
import {positionLine} from '../views/status.ts'

/** A screen of lines that keys change. */
export interface Page<Exit> {
  /** What is shown is another thing exactly where this is another value. */
  readonly getState: () => unknown
  /** Calls back after every change of state. Returns what ends that. */
  readonly subscribe: (listener: () => void) => () => void
  /** All lines of the screen. */
  readonly lines: (layout: Layout, look: Look) => readonly StyledLine[]
  /** Does what a key asks for; what it gives is what the page ends with. */
  readonly press: (key: string, layout: Layout, look: Look) => Exit | undefined
  /** Done once a minute: the clock moves on. */
  readonly tick?: () => void
}

/** A screen with a text that scrolls, between what stays above it and below it. */
export interface PageParts {
  readonly header: readonly StyledLine[]
  readonly body: readonly StyledLine[]
  /** First line of the body to show, counted from 0, as far as there are lines below it. */
  readonly top: number
  /** Something to say above the keys; else that is where the position in the text stands. */
  readonly status: StyledLine
  /** The keys. */
  readonly footer: StyledLine
}

/** Lines that the body needs at least before anything else is shown, or more than its half is shown. */
const LEAST_BODY = 3

/** How many lines of the body are shown. */
export function bodyHeight({header}: Pick<PageParts, 'header'>, {height}: Layout): number {
  return height - rowsAround(header, height).total
}

/** The lines of the screen, as many as the layout is high and none wider than it. */
export function pageLines(
  {header, body, top, status, footer}: PageParts,
  layout: Layout,
  look: Look,
): readonly StyledLine[] {
  const rows = rowsAround(header, layout.height)
  const room = layout.height - rows.total
  const first = topWithin(top, room, body.length)
  const viewport = {top: first, height: room, total: body.length}
  const shown = Array.from({length: room}, (_, row) => body[first + row] ?? [])
  const said = status.length > 0 ? status : positionLine(viewport, look)
  return [
    ...header.slice(0, rows.header),
    ...shown,
    ...[said].slice(0, rows.status),
    ...[footer].slice(0, rows.footer),
  ].map(line => fitLine(line, layout.width, look.glyphs.ellipsis))
}

/** The first line to show so that no room is left empty below the last. */
function topWithin(top: number, height: number, total: number): number {
  return Math.max(0, Math.min(top, total - height))
}

/** In a low terminal, first the header goes, then the line above the keys, then the keys. */
function rowsAround(header: readonly StyledLine[], height: number) {
  const footer = height > LEAST_BODY ? 1 : 0
  const status = height > LEAST_BODY + 1 ? 1 : 0
  const all = header.length + status + footer
  const kept = height >= all + LEAST_BODY ? header.length : 0
  return {header: kept, status, footer, total: kept + status + footer}
}
