import {isColorful, type Look, type LookOptions, lookOf} from '../looks/look.ts'
import {BACKGROUND_QUERY, backgroundOfReply} from '../terminal/terminal-background.ts'
import {type StateStore, storeOf} from './store-of.ts'

/** How a page is drawn; another look once the terminal has said what its background is. */
export interface PageLook extends Pick<StateStore<Look>, 'getState' | 'subscribe'> {
  /** What the terminal is to be asked, and what hears its reply; nothing where no answer would change anything. */
  readonly question: {readonly query: string; readonly hear: (reply: string) => void} | undefined
}

/** What `createDrawing` is for cards, without what it takes to render one. */
export function pageLook(options: LookOptions): PageLook {
  const {getState, subscribe, set} = storeOf(lookOf(options))
  const hear = (reply: string): void => {
    const said = backgroundOfReply(reply)
    if (said === undefined) return
    options.hearBackground?.(said)
    const {background = 'dark'} = getState()
    if (said !== background) set(lookOf({...options, background: said}))
  }
  const isAsked = options.isAskable && isColorful(options)
  return {getState, subscribe, question: isAsked ? {query: BACKGROUND_QUERY, hear} : undefined}
}
