// `npm start`: builds, imports the sample decks where nothing was ever imported, and opens the review.
import {spawnSync} from 'node:child_process'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import './build.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Run ebb; give what it printed where `stdio` is `pipe`. */
function ebb(args, stdio = 'inherit') {
  const {status, stdout} = spawnSync(process.execPath, [join(root, 'bin/ebb.js'), ...args], {
    cwd: root,
    stdio: ['inherit', stdio, 'inherit'],
    encoding: 'utf8',
  })
  if (status !== 0) process.exit(status ?? 1)
  return stdout
}

const {sources} = JSON.parse(ebb(['decks', '--json'], 'pipe'))
if (sources === 0) ebb(['import', 'decks'])
ebb(['review'])
