import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {bodyHeight, type Page} from '../pages/page.ts'
import {storeOf} from '../pages/store-of.ts'
import {topAfter} from '../text/viewport.ts'
import {type HomeCommand, homeCommand} from './home-keys.ts'
import {homeLines, homeParts} from './home-lines.ts'
import type {HomeState, HomeTools, HomeWish} from './home-state.ts'

/**
 * The home screen: what is due, what was done, what is to come.
 * @param message something to say at the beginning
 */
export function createHome(tools: HomeTools, message?: string): Page<HomeWish> {
  const store = storeOf<HomeState>({data: tools.read(), shown: 'home', top: 0, message})

  const scrolled = (
    state: HomeState,
    {by}: Extract<HomeCommand, {type: 'scroll'}>,
    layout: Layout,
    look: Look,
  ): HomeState => {
    const parts = homeParts(state, layout, look)
    const height = bodyHeight(parts, layout)
    const viewport = {top: state.top, height, total: parts.body.length}
    return {...state, top: topAfter(viewport, by)}
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    lines: (layout, look) => homeLines(store.getState(), layout, look),
    press: (key, layout, look) => {
      const state: HomeState = {...store.getState(), message: undefined}
      const command = homeCommand(key, state.shown !== 'home')
      switch (command?.type) {
        case undefined:
          return undefined
        case 'start':
        case 'choose':
          if (state.data.counts.total > 0) return command.type
          store.set({...state, message: state.data.hasCards ? NOTHING_DUE : undefined})
          return undefined
        case 'quit':
          return 'quit'
        case 'interrupt':
          return 'interrupted'
        case 'undo': {
          const said = tools.undo()
          store.set({...state, message: said, data: tools.read()})
          return undefined
        }
        case 'stats':
          return 'stats'
        case 'keys':
          store.set({...state, shown: 'keys', top: 0})
          return undefined
        case 'close':
          store.set({...state, shown: 'home', top: 0})
          return undefined
        case 'scroll':
          store.set(scrolled(state, command, layout, look))
          return undefined
      }
    },
    tick: () => store.set({...store.getState(), data: tools.read()}),
  }
}

const NOTHING_DUE = 'Nothing is due. `ebb review --ahead 3` asks what is due in the next days.'
