import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {createRequire} from 'node:module'
import {homedir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {Script} from 'node:vm'

/** Length of the hash with which the build ends each bundle. */
const HASH_LENGTH = 16

/** Builds of a chunk whose code is kept: two installations, or two versions of Node, must not take turns at replacing it. */
const BUILDS_KEPT = 3

/** What the build has wrapped each bundle into. */
type Wrapper = (
  exports: object,
  require: NodeJS.Require,
  module: {exports: object},
  filename: string,
  directory: string,
  loadChunk: (name: string) => object,
) => void

const loaded = new Map<string, object>()

/**
 * Run a bundle of this program with V8’s code cache, once, and give its exports. The cache is made on the first run, when the
 * functions that the run needed are compiled, and is keyed by the bundle’s content and Node’s version. It saves about
 * a fifth of the start; where it cannot be read or written, everything works without.
 */
export function load(file: string): object {
  const known = loaded.get(file)
  if (known) return known
  // The build makes sure of ASCII.
  const source = readFileSync(file, 'latin1')
  const chunk = basename(file, '.cjs')
  const build = `${source.slice(-HASH_LENGTH)}-${process.version}-${process.arch}`
  const cacheFile = join(cacheDirectory(), `${chunk}-${build}.bin`)
  const cachedData = readIfThere(cacheFile)
  const script = new Script(source, {filename: file, ...(cachedData && {cachedData})})
  if (!cachedData || script.cachedDataRejected) {
    process.once('exit', () => {
      writeQuietly(cacheFile, script.createCachedData())
      forgetOldBuilds(chunk)
    })
  }
  const module = {exports: {}}
  const directory = dirname(file)
  const wrapper = script.runInThisContext() as Wrapper
  wrapper(module.exports, createRequire(file), module, file, directory, name =>
    load(join(directory, `${name}.cjs`)),
  )
  loaded.set(file, module.exports)
  return module.exports
}

function cacheDirectory(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'ebb')
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** A cache that cannot be written is no one’s problem. Written aside and renamed, so that no reader sees half of it. */
function writeQuietly(file: string, data: Buffer): void {
  try {
    mkdirSync(dirname(file), {recursive: true})
    const temporary = `${file}.${process.pid}`
    writeFileSync(temporary, data)
    renameSync(temporary, file)
  } catch {}
}

/** Removes the older builds of a chunk, and what an interrupted write has left of one. */
function forgetOldBuilds(chunk: string): void {
  const directory = cacheDirectory()
  try {
    readdirSync(directory)
      .filter(name => name.startsWith(`${chunk}-`))
      .map(name => ({file: join(directory, name), at: statSync(join(directory, name)).mtimeMs}))
      .sort((a, b) => b.at - a.at)
      .slice(BUILDS_KEPT)
      .forEach(({file}) => {
        rmSync(file, {force: true})
      })
  } catch {}
}
