import {type ReactElement, useSyncExternalStore} from 'react'
import type {Drawing, DrawnWith} from './drawing.ts'

interface DrawnProps {
  readonly drawing: Drawing
  readonly children: (drawnWith: DrawnWith) => ReactElement
}

/** Draws its content anew when what it is drawn with has changed. */
export function Drawn({drawing, children}: DrawnProps) {
  return children(useSyncExternalStore(drawing.subscribe, drawing.getState))
}
