import type {SessionEffect} from '../core/session-effects.ts'
import type {Store} from '../store/open.ts'

/** Makes an effect of a session true. It is one transaction, on disk when this returns. */
export function perform(effect: SessionEffect, store: Store): void {
  switch (effect.type) {
    case 'record-review':
      store.recordReview(effect)
      break
    case 'revert-review':
      store.revertReview(effect.undo)
      break
    case 'record-action':
      store.recordAction(effect)
      break
    case 'revert-action':
      store.revertAction(effect.stepId, effect.undo)
      break
    case 'revert-edit':
      store.undoImport(effect.stepId, effect.undo)
      break
    case 'record-practice':
      store.recordPractice(effect.practice)
      break
    case 'revert-practice':
      store.revertPractice(effect.undo)
      break
  }
}
