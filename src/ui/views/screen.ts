import type {Scene} from '../../core/key-actions.ts'
import {sessionReportOf} from '../../core/session-report.ts'
import {countLeft, summaryOf} from '../../core/session-summary.ts'
import type {StyledLine} from '../../render/line.ts'
import type {FaceLines} from '../looks/faces.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {cardInfoText} from '../panels/card-info.ts'
import {previousAnswerText} from '../panels/previous-answer.ts'
import {searchText} from '../panels/search.ts'
import {tagPromptText} from '../panels/tag-prompt.ts'
import type {Panel} from '../review/panel.ts'
import {type ReviewState, sceneOf} from '../review/review-state.ts'
import {fitLine} from '../text/fit.ts'
import {lineAt, type Place, type PlacedText} from '../text/place.ts'
import {type Viewport, viewportAt} from '../text/viewport.ts'
import {answerText, type CardText, questionText} from './card.ts'
import {footerLines} from './footer.ts'
import {goalLines} from './goal.ts'
import {headerLines} from './header.ts'
import {helpLines} from './help.ts'
import {hintLines} from './hint.ts'
import {outlineText} from './outline.ts'
import {pausedLines} from './paused.ts'
import {promptLines} from './prompt.ts'
import {messageLines, statusLine} from './status.ts'
import {summaryLines} from './summary.ts'
import {typedLines} from './typed.ts'
import {waitingLines} from './waiting.ts'

/** The parts of the frame from top to bottom. Together they have as many lines as the layout is high. */
export interface Screen {
  readonly scene: Scene | 'prompt'
  readonly header: readonly StyledLine[]
  /** What stays above the text that scrolls. */
  readonly pinned: readonly StyledLine[]
  /** What is shown of that text, filled up with blank lines. */
  readonly body: readonly StyledLine[]
  /** The whole text. */
  readonly text: PlacedText
  /** Where the body stands in it. */
  readonly viewport: Viewport
  /** A message, what is being typed, or the position in the text. */
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
  const message = state.message ? messageLines(state.message, layout, look) : []
  const wanted = {
    header: headerLines(state, layout, look),
    message: [...message, ...promptLines(state, layout, look)],
    footer: footerLines(scene, state, layout, look),
  }
  const {header, message: said, footer, statusRows} = squeezed(wanted, layout.height)
  const room = layout.height - header.length - statusRows - footer.length
  const {pinned, body, top, landmarks = []} = textOf(scene, state, room, layout, look, faceLines)
  const shownPinned = pinned.slice(0, Math.max(0, room - 1))
  const text: PlacedText = {body, landmarks}
  const place = placeOf(state)
  const wantedTop = place ? lineAt(text, place, layout.width) : top
  const viewport = viewportAt(wantedTop, room - shownPinned.length, body.length)
  const status = said.length > 0 ? said : [statusLine(viewport, state, layout, look)]
  const fitted = (lines: readonly StyledLine[]) =>
    lines.map(line => fitLine(line, layout.width, look.glyphs.ellipsis))
  return {
    scene,
    header: fitted(header),
    pinned: fitted(shownPinned),
    body: fitted(windowOf(body, viewport)),
    text,
    viewport,
    status: fitted(status.slice(0, statusRows)),
    footer: fitted(footer),
  }
}

/** All lines of a screen, top to bottom. */
export function linesOf({header, pinned, body, status, footer}: Screen): readonly StyledLine[] {
  return [...header, ...pinned, ...body, ...status, ...footer]
}

/** Where the learner has scrolled to, in what is shown. */
function placeOf({overlay, place}: ReviewState): Place | undefined {
  if (!overlay) return place
  return overlay.kind === 'help' || overlay.kind === 'panel' ? overlay.place : undefined
}

function textOf(
  scene: Scene | 'prompt',
  state: ReviewState,
  room: number,
  layout: Layout,
  look: Look,
  faceLines: FaceLines,
): CardText {
  const {session, moment, nextDue, overlay, preferences, reveal, typed} = state
  switch (overlay?.kind) {
    case 'help':
      return plainText(helpLines(preferences.keymap, layout))
    case 'paused':
      return plainText(pausedLines(layout))
    case 'panel':
      return panelText(overlay.panel, state, room, layout, look, faceLines)
    case 'prompt': {
      const {prompt} = overlay
      if (prompt.kind === 'tag') return tagPromptText(prompt.tags, layout, look)
      if (prompt.kind === 'search') return searchText(prompt.search, moment, room, layout, look)
    }
  }
  if (scene === 'goal') {
    return plainText(goalLines(summaryOf(session), countLeft(session).total, layout))
  }
  switch (session.kind) {
    case 'asking': {
      const {card} = session
      const hint = state.isHinted ? hintLines(card, layout, look) : []
      return questionText(card, layout, faceLines, hint)
    }
    case 'answering': {
      const {card} = session
      if (reveal.kind === 'outline') {
        return outlineText(card, reveal, room, layout, look, faceLines)
      }
      const above = typed ? typedLines(typed, layout, look) : []
      return answerText(card, room, layout, look, faceLines, {reveal, above})
    }
    case 'waiting':
      return plainText(waitingLines(session, moment, layout))
    case 'finished':
      return plainText(summaryLines(sessionReportOf(session), {nextDue, moment}, layout, look))
  }
}

function panelText(
  panel: Panel,
  {moment}: ReviewState,
  room: number,
  layout: Layout,
  look: Look,
  faceLines: FaceLines,
): CardText {
  switch (panel.kind) {
    case 'info':
      return cardInfoText(panel.info, moment, layout, look)
    case 'previous':
      return previousAnswerText(panel.previous, moment, room, layout, look, faceLines)
    case 'card':
      return answerText(panel.card, room, layout, look, faceLines)
  }
}

function plainText(body: readonly StyledLine[]): CardText {
  return {pinned: [], body, top: 0}
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
