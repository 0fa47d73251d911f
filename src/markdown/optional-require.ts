import {createRequire} from 'node:module'

const require = createRequire(import.meta.url)

/** A module loaded when first asked for, so that commands which parse nothing do not pay for it; undefined where it cannot be loaded. */
export function optionalRequire(name: string): unknown {
  try {
    return require(name)
  } catch {
    return undefined
  }
}
