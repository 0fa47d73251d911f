import {summaryOf} from '../core/session-summary.ts'
import type {StyledLine} from '../render/line.ts'
import type {ReviewState} from './controller.ts'
import type {FaceLines} from './faces.ts'
import {fitLine} from './fit.ts'
import type {Scene} from './keymap.ts'
import type {Layout} from './layout.ts'
import type {Look} from './look.ts'
import {type Viewport, viewportAt} from './viewport.ts'
import {answerText, type CardText, questionText} from './views/card.ts'
import {footerLines} from './views/footer.ts'
import {headerLines} from './views/header.ts'
import {helpLines} from './views/help.ts'
import {messageLines, positionLine} from './views/status.ts'
import {summaryLines} from './views/summary.ts'
import {waitingLines} from './views/waiting.ts'

/** The parts of the frame from top to bottom. Together they have as many lines as the layout is high. */
export interface Screen {
  readonly scene: Scene
  readonly header: readonly StyledLine[]
  /** What stays above the text that scrolls. */
  readonly pinned: readonly StyledLine[]
  /** What is shown of that text, filled up with blank lines. */
  readonly body: readonly StyledLine[]
  /** Where the body stands in the whole text. */
  readonly viewport: Viewport
  /** A message, or the position in the text. */
  readonly status: readonly StyledLine[]
  readonly footer: readonly StyledLine[]
}

/** What the state is to look like. */
export function screenOf(
  state: ReviewState,
  layout: Layout,
  look: Look,
  faceLines: FaceLines,
): Screen {
  const scene = sceneOf(state)
  const wanted = {
    header: headerLines(state.session, layout, look),
    message: state.message ? messageLines(state.message, layout, look) : [],
    footer: footerLines(scene, state, layout, look),
  }
  const {header, message, footer, statusRows} = squeezed(wanted, layout.height)
  const room = layout.height - header.length - statusRows - footer.length
  const {pinned, body, top} = textOf(scene, state, room, layout, look, faceLines)
  const asked = scene === 'help' ? state.helpTop : state.top
  const viewport = viewportAt(asked ?? top, room - pinned.length, body.length)
  const status = message.length > 0 ? message : [positionLine(viewport, look)]
  const fitted = (lines: readonly StyledLine[]) =>
    lines.map(line => fitLine(line, layout.width, look.glyphs.ellipsis))
  return {
    scene,
    header: fitted(header),
    pinned: fitted(pinned),
    body: fitted(windowOf(body, viewport)),
    viewport,
    status: fitted(status.slice(0, statusRows)),
    footer: fitted(footer),
  }
}

/** All lines of a screen, top to bottom. */
export function linesOf({header, pinned, body, status, footer}: Screen): readonly StyledLine[] {
  return [...header, ...pinned, ...body, ...status, ...footer]
}

/** What the state has on the screen, as far as keys are concerned. */
export function sceneOf({session, helpTop}: ReviewState): Scene {
  if (helpTop !== undefined) return 'help'
  switch (session.kind) {
    case 'asking':
      return 'question'
    case 'answering':
      return 'answer'
    case 'waiting':
      return 'waiting'
    case 'finished':
      return 'summary'
  }
}

function textOf(
  scene: Scene,
  state: ReviewState,
  room: number,
  layout: Layout,
  look: Look,
  faceLines: FaceLines,
): CardText {
  if (scene === 'help') return {pinned: [], body: helpLines(layout), top: 0}
  const {session, moment, nextDue} = state
  switch (session.kind) {
    case 'asking':
      return questionText(session.card, layout, faceLines)
    case 'answering':
      return answerText(session.card, room, layout, look, faceLines)
    case 'waiting':
      return {pinned: [], body: waitingLines(session, moment, layout), top: 0}
    case 'finished': {
      const body = summaryLines(summaryOf(session), nextDue, moment, layout, look)
      return {pinned: [], body, top: 0}
    }
  }
}

interface Surroundings {
  readonly header: readonly StyledLine[]
  readonly message: readonly StyledLine[]
  readonly footer: readonly StyledLine[]
}

/** Where a terminal is too low for a line of text between them, first the header goes, then all but the keys. */
function squeezed(
  {header, message, footer}: Surroundings,
  height: number,
): Surroundings & {readonly statusRows: number} {
  const statusRows = Math.max(1, message.length)
  if (header.length + statusRows + footer.length < height) {
    return {header, message, footer, statusRows}
  }
  if (statusRows + footer.length < height) return {header: [], message, footer, statusRows}
  if (message.length > 0) {
    return {header: [], message, footer: [], statusRows: Math.min(message.length, height - 1)}
  }
  return {header: [], message, footer: footer.slice(0, height - 1), statusRows: 0}
}

function windowOf(lines: readonly StyledLine[], {top, height}: Viewport): readonly StyledLine[] {
  return Array.from({length: height}, (_, row) => lines[top + row] ?? [])
}
