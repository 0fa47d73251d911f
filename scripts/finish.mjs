import {createHash} from 'node:crypto'
import {isBuiltin} from 'node:module'
import {MODULE_URL} from './bundle.mjs'

/** What the loader runs each chunk as; only the loader itself is run by Node’s own `require`. */
const WRAPPER = ['(function (exports, require, module, __filename, __dirname, loadChunk) {', '\n})']

/** A default import of a built-in module: esbuild copies each of its properties, 2 ms in all. Inheriting them does as well. */
const COPIED = /__toESM\((require\("([\w:/]+)"\)), 1\)/g
const INHERITED = 'const __builtin = module => Object.create(module, {default: {value: module}});'

/** What stands in for `import.meta.url` in CommonJS. Making an address takes a millisecond, so only chunks that ask for it do. */
const ADDRESS = `const ${MODULE_URL} = require('node:url').pathToFileURL(__filename).href;`

/** A chunk as the loader wants it: in ASCII, wrapped, and with the hash of its content at the end. */
export function finish(chunk, contents) {
  const text = inAscii(withPrelude(Buffer.from(contents).toString()), chunk)
  if (chunk === 'load') return text
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  const [before, after] = WRAPPER
  // The loader keys its code cache by these last characters.
  return `${before}${text}${after}//${hash}`
}

function withPrelude(text) {
  const STRICT = '"use strict";'
  if (!text.startsWith(STRICT)) throw new Error('Expected strict mode')
  const body = text
    .slice(STRICT.length)
    .replaceAll(COPIED, (whole, required, name) =>
      isBuiltin(name) ? `__builtin(${required})` : whole,
    )
  const prelude = [
    body.includes('__builtin(') ? INHERITED : '',
    body.includes(MODULE_URL) ? ADDRESS : '',
  ]
  return STRICT + prelude.join('') + body
}

/**
 * The loader reads the text one byte a character, which halves what V8 has to hold. esbuild escapes strings; what is left is in
 * regular expressions and comments, where an escape is as good.
 */
function inAscii(text, chunk) {
  if (/String\.raw`[^`]*[^\0-\x7f]/.test(text)) {
    throw new Error(`${chunk}: a raw text not in ASCII`)
  }
  return text.replaceAll(
    /[^\0-\x7f]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
