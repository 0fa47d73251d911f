import type {Scene} from '../../core/key-actions.ts'
import {type ReviewState, sceneOf} from '../review/review-state.ts'

/** Where the learner is. Of what lies over a card only the prompt for an answer lasts: all else is read, and done with. */
export type PlainScene = Exclude<Scene, 'help' | 'panel' | 'paused'> | 'typing'

/** Where the next line that is typed falls. */
export function plainSceneOf(state: ReviewState): PlainScene {
  const {overlay} = state
  if (overlay?.kind === 'prompt' && overlay.prompt.kind === 'answer') return 'typing'
  return sceneOf({...state, overlay: undefined}) as PlainScene
}
