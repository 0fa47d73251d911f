// Reads and hashes every file of a folder, and nothing else: what no import can do without. `node bench/read-and-hash.mjs FOLDER`.
// Not TypeScript, for a bare Node to have nothing to translate.
import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'

const [, , folder] = process.argv
for (const name of readdirSync(folder)) {
  createHash('sha256')
    .update(readFileSync(`${folder}/${name}`))
    .digest('hex')
}
