// Bundles src/ into dist/: one file per chunk, each loaded only by the commands that need it.
// docs/decisions/0005-bundling.md says why.
import {createHash} from 'node:crypto'
import {mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {isBuiltin} from 'node:module'
import {basename, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {bundle, MODULE_URL} from './bundle.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** What the loader runs each chunk as; only the loader itself is run by Node’s own `require`. */
const WRAPPER = ['(function (exports, require, module, __filename, __dirname, loadChunk) {', '\n})']

const {outputFiles} = await bundle(root)
const dist = join(root, 'dist')
mkdirSync(dist, {recursive: true})
for (const {path, contents} of outputFiles) {
  // Renamed into place: a program that starts meanwhile finds the old bundle or the new one.
  writeFileSync(`${path}.new`, finish(basename(path, '.cjs'), contents))
  renameSync(`${path}.new`, path)
}
const built = new Set(outputFiles.map(({path}) => basename(path)))
for (const name of readdirSync(dist)) if (!built.has(name)) rmSync(join(dist, name))

function finish(chunk, contents) {
  const text = inAscii(withPlainBuiltins(withModuleUrl(Buffer.from(contents).toString())), chunk)
  if (chunk === 'load') return text
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  const [before, after] = WRAPPER
  // The loader keys its code cache by these last characters.
  return `${before}${text}${after}//${hash}`
}

/** Stands in for `import.meta.url` in CommonJS, in the chunks that ask for it: making an address takes a millisecond. */
function withModuleUrl(text) {
  return text.includes(MODULE_URL)
    ? `const ${MODULE_URL} = require('node:url').pathToFileURL(__filename).href;${text}`
    : text
}

/** esbuild copies each property of a built-in module that has a default import: 2 ms in all. Inheriting them does as well. */
function withPlainBuiltins(text) {
  const helper = 'const __builtin = module => Object.create(module, {default: {value: module}});'
  const COPIED = /__toESM\((require\("([\w:/]+)"\)), 1\)/g
  return `${helper}${text.replaceAll(COPIED, (whole, required, name) => (isBuiltin(name) ? `__builtin(${required})` : whole))}`
}

/**
 * The loader reads the text one byte a character, which halves what V8 has to hold. esbuild escapes strings; what is left is in regular
 * expressions and comments, where an escape is as good.
 */
function inAscii(text, chunk) {
  if (/String\.raw`[^`]*[^\0-\x7f]/.test(text)) throw new Error(`${chunk}: a raw text not in ASCII`)
  return text.replaceAll(
    /[^\0-\x7f]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
