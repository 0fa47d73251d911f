import {LAYOUTS} from './layouts/all.ts'
import {SYNTAXES} from './syntaxes/all.ts'

/** Every layout and syntax by the name that reports show and `--layout` takes, in the order of the alphabet. */
export const LAYOUT_NAMES: readonly string[] = [...LAYOUTS, ...SYNTAXES]
  .map(({name}) => name)
  .sort()
