// How fast the program is: `npm run bench`, with `-- --json` for the figures alone, with `-- --quick` for fewer rounds,
// with `-- --scale` for the import at scale alone, with `-- --stats` for the statistics of a million reviews alone.
// Starts are told as multiples of a bare `node -e 0` measured in between: machines differ, and so does one machine from hour to hour.
import {spawnSync} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import {availableParallelism, loadavg} from 'node:os'
import {join} from 'node:path'
import {measureCommits} from './commit.ts'
import {makeDocument, makeLongAnswer} from './documents.ts'
import {measureFrames} from './frames.ts'
import {measureImport} from './import.ts'
import {hasAim, isReached} from './measure.ts'
import {EBB, environmentOf, ROOT, runNode, scratchFolder} from './program.ts'
import {measureScale} from './scale.ts'
import {measureStarts} from './start-up.ts'
import {measureStatistics} from './statistics.ts'
import {formatResults} from './table.ts'

const flags = new Set(process.argv.slice(2))
const isQuick = flags.has('--quick')
const folder = scratchFolder()
const processors = availableParallelism()
const loadBefore = load()
const isAll = !flags.has('--scale') && !flags.has('--stats')
const results = [
  ...(isAll ? await measureUse() : []),
  ...(isAll || flags.has('--scale')
    ? measureScale(folder, isQuick ? 1 : 3, {upToMegabytes: isQuick ? 10 : 40})
    : []),
  ...(isAll || flags.has('--stats')
    ? measureStatistics(folder, isQuick ? 1 : 5, isQuick ? 100_000 : 1_000_000)
    : []),
]
// Where others use the machine too, times say less than ratios do.
const loads = [loadBefore, load()]
if (flags.has('--json')) {
  const listed = results.map(result =>
    hasAim(result) ? {...result, isReached: isReached(result)} : result,
  )
  console.log(JSON.stringify({node: process.version, processors, loads, results: listed}, null, 2))
} else {
  console.log(formatResults(results))
  console.log(
    `\nNode ${process.version}, ${processors} processors, load ${loads.join(' at the beginning and ')} at the end.`,
  )
}

/** What is felt day by day: starts, keys, an import of one document, ratings. */
async function measureUse() {
  const home = collection('home', [
    join(ROOT, 'decks'),
    document('generated.md', makeDocument(300_000, 'collection')),
  ])
  const long = collection('long', [document('long.md', makeLongAnswer(400))])
  return [
    ...(await measureStarts(home, firstCard(home), isQuick ? 5 : 21)),
    ...(await measureFrames(long, isQuick ? 60 : 240)),
    ...measureImport(folder, isQuick ? 3 : 5),
    ...measureCommits(home, isQuick ? 300 : 2_000),
  ]
}

/** How many processes wanted a processor in the last minute. */
function load() {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10
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

/** The card that a review asks first. */
function firstCard(ofHome) {
  const {stdout} = spawnSync(process.execPath, [EBB, 'next', '--json'], {
    env: environmentOf(ofHome),
  })
  const {question, deck} = JSON.parse(stdout).card
  return {question: /^[\w ,’'-]{1,30}/.exec(question)[0].trim(), deck}
}
