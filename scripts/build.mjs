// Bundles src/ into dist/: one file per chunk, each loaded only by the commands that need it.
// docs/decisions/0005-bundling.md says why.
import {mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {bundle} from './bundle.mjs'
import {finish} from './finish.mjs'
import {licencesOf} from './licences.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const {outputFiles, metafile} = await bundle(root)
const dist = join(root, 'dist')
mkdirSync(dist, {recursive: true})
for (const {path, contents} of outputFiles) {
  // Renamed into place: a program that starts meanwhile finds the old bundle or the new one.
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, finish(basename(path, '.cjs'), contents))
  renameSync(unfinished, path)
}
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licencesOf(metafile, root))
const built = new Set(outputFiles.map(({path}) => basename(path)))
for (const name of readdirSync(dist)) {
  if (name.endsWith('.cjs') && !built.has(name)) rmSync(join(dist, name), {force: true})
}
