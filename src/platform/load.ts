import {mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {homedir} from 'node:os'
import {dirname, join} from 'node:path'
import {Script} from 'node:vm'

/** Length of the hash with which the build ends each bundle. */
const HASH_LENGTH = 16

type Wrapper = (
  exports: object,
  require: NodeJS.Require,
  module: {exports: object},
  filename: string,
  directory: string,
  loadChunk: (name: string) => object,
) => void

/**
 * Run a bundle of this program with V8’s code cache, and give its exports. The cache is made on the first run, when the
 * functions that the run needed are compiled, and is keyed by the bundle’s content and Node’s version. It saves about
 * a fifth of the start; where it cannot be read or written, everything works without.
 */
export function load(file: string): object {
  const source = readFileSync(file, 'utf8')
  const key = `${source.slice(-HASH_LENGTH)}-${process.version}-${process.arch}`
  const cacheFile = join(cacheDirectory(), `${key}.bin`)
  const cachedData = readIfThere(cacheFile)
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname, loadChunk) {${source}\n})`,
    {filename: file, ...(cachedData && {cachedData})},
  )
  if (!cachedData || script.cachedDataRejected) {
    process.once('exit', () => writeQuietly(cacheFile, script.createCachedData()))
  }
  const module = {exports: {}}
  const directory = dirname(file)
  const wrapper = script.runInThisContext() as Wrapper
  wrapper(module.exports, createRequire(file), module, file, directory, name =>
    load(join(directory, `${name}.cjs`)),
  )
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
