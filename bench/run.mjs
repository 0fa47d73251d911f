// How fast the program is: `npm run bench`, with `-- --json` for the figures alone, with `-- --quick` for fewer rounds.
// Starts are told as multiples of a bare `node -e 0` measured in between: machines differ, and so does one machine from hour to hour.
import {spawnSync} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {measureCommits} from './commit.ts'
import {makeDocument, makeLongAnswer} from './documents.ts'
import {measureFrames} from './frames.ts'
import {measureImport} from './import.ts'
import {hasAim, isReached} from './measure.ts'
import {EBB, environmentOf, ROOT, runNode, scratchFolder} from './program.ts'
import {measureStarts} from './start-up.ts'
import {formatResults} from './table.ts'

const flags = new Set(process.argv.slice(2))
const rounds = flags.has('--quick') ? 5 : 21
const folder = scratchFolder()

const home = collection('home', [
  join(ROOT, 'decks'),
  document('generated.md', makeDocument(300_000, 'collection')),
])
const long = collection('long', [document('long.md', makeLongAnswer(400))])

const results = [
  ...(await measureStarts(home, firstWords(home), rounds)),
  ...(await measureFrames(long, flags.has('--quick') ? 60 : 240)),
  ...measureImport(folder, flags.has('--quick') ? 3 : 5),
  ...measureCommits(home, flags.has('--quick') ? 300 : 2_000),
]
if (flags.has('--json')) {
  const listed = results.map(result =>
    hasAim(result) ? {...result, isReached: isReached(result)} : result,
  )
  console.log(JSON.stringify({node: process.version, results: listed}, null, 2))
} else {
  console.log(formatResults(results))
}

/** A collection of these documents, in a folder of its own. */
function collection(name, documents) {
  const path = join(folder, name)
  mkdirSync(path)
  runNode([EBB, 'import', ...documents], path)
  return path
}

function document(name, text) {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

/** How the question begins that a review asks first, up to its first markup. */
function firstWords(ofHome) {
  const {stdout} = spawnSync(process.execPath, [EBB, 'next', '--json'], {
    env: environmentOf(ofHome),
  })
  const {question} = JSON.parse(stdout).card
  return /^[\w ,’'-]{1,30}/.exec(question)[0].trim()
}
