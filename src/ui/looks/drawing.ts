import type {Highlight} from '../../render/context.ts'
import {createImageStore, type ImageStoreOptions} from '../images/image-store.ts'
import {BACKGROUND_QUERY, backgroundOfReply} from '../terminal/terminal-background.ts'
import {createCodeColors, type Later} from './code-colors.ts'
import {createFaceLines, type FaceLines} from './faces.ts'
import {isColorful, type Look, type LookOptions, lookOf} from './look.ts'

/** What everything on the screen is drawn with, at present. */
export interface DrawnWith {
  readonly look: Look
  /** Another function whenever the lines that it gives may be others. */
  readonly faceLines: FaceLines
}

export interface TerminalQuestion {
  readonly query: string
  readonly hear: (reply: string) => void
}

/** It changes when code gets its colours, and when the terminal says what its background is. */
export interface Drawing {
  readonly getState: () => DrawnWith
  /** Calls back after every change. Returns what ends that. */
  readonly subscribe: (listener: () => void) => () => void
  /** What the terminal is to be asked, and what hears its replies; nothing where no answer would change anything. */
  readonly question: TerminalQuestion | undefined
  /** The terminal was another program’s: it is given the images once more. */
  readonly restoreImages: () => void
  /** Nothing changes any more. */
  readonly close: () => void
}

export interface DrawingOptions {
  /** Brings what colours code, the first time that there is code to be shown. */
  readonly loadHighlight?: () => Promise<Highlight>
  /** Where the terminal draws images within text. */
  readonly images?: Omit<ImageStoreOptions, 'onReady'>
  /** The key that opens an image. */
  readonly imageKey?: string
  /** When there is nothing more urgent to do; soon, unless given. */
  readonly later?: Later
}

/** Starts plain, so that the first frame waits for nothing. */
export function createDrawing(
  options: LookOptions,
  {loadHighlight = loadHighlighter, later = soon, images, imageKey}: DrawingOptions = {},
): Drawing {
  const listeners = new Set<() => void>()
  const onReady = () => drawAnew(state.look)
  const colors = createCodeColors({load: loadHighlight, later, onReady})
  const store = images && createImageStore({...images, onReady})
  const faceLines = () =>
    createFaceLines(options, {
      ...(options.attributes !== false && {highlight: colors.highlight}),
      ...(store && {drawImage: store.draw}),
      ...(imageKey !== undefined && {imageKey}),
    })
  let state: DrawnWith = {look: lookOf(options), faceLines: faceLines()}

  const drawAnew = (look: Look): void => {
    state = {look, faceLines: look === state.look ? faceLines() : state.faceLines}
    for (const listener of listeners) listener()
  }
  return {
    getState: () => state,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    restoreImages: () => store?.restore(),
    question:
      options.isAskable && isColorful(options)
        ? {
            query: BACKGROUND_QUERY,
            hear: reply => {
              const said = backgroundOfReply(reply)
              if (said === undefined) return
              options.hearBackground?.(said)
              const {background = 'dark'} = state.look
              if (said !== background) drawAnew(lookOf({...options, background: said}))
            },
          }
        : undefined,
    close: () => {
      listeners.clear()
      colors.close()
      store?.close()
    },
  }
}

const loadHighlighter = async (): Promise<Highlight> =>
  (await import('../../render/highlight.ts')).highlightCode

/** Long enough for the first frame to be seen and the first key to be answered, too short to be noticed by one who reads. */
const DELAY_MS = 30

const soon: Later = run => {
  const timeout = setTimeout(run, DELAY_MS)
  return () => clearTimeout(timeout)
}
