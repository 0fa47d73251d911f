// What Ink’s chunk gives to the others: scripts/bundle.mjs.
import * as ink from 'ink'
import * as react from 'react'
import * as jsxRuntime from 'react/jsx-runtime'

export {ink, jsxRuntime, react}
