import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {makeDocument} from './documents.ts'
import {median, type Result} from './measure.ts'
import {EBB, environmentOf, ROOT, runNode} from './program.ts'

export const MEGABYTE = 1_000_000

/** What remark is measured on: on a megabyte it takes most of a minute, since it is worse than linear. */
const REMARK_BYTES = 100_000

/** Import of a generated document of 1 MB, against remark on the whole of a document. Each time in a new process. */
export function measureImport(folder: string, rounds: number): readonly Result[] {
  const whole = write(folder, 'whole.md', MEGABYTE)
  const part = write(folder, 'part.md', REMARK_BYTES)
  const importer: number[] = []
  const remark: number[] = []
  const program: number[] = []
  for (let round = 0; round < rounds; round++) {
    importer.push(whole.megabytes / seconds('importer', whole.file))
    remark.push(part.megabytes / seconds('remark', part.file))
    // A collection of its own, so that every card is new.
    const home = join(folder, `import-${round}`)
    runNode([EBB, 'due'], home)
    runNode([EBB, 'import', '--dry-run', part.file], home)
    program.push((whole.megabytes * 1_000) / runNode([EBB, 'import', whole.file], home))
  }
  const bare = median(remark)
  return [
    {
      what: 'importDocument, 1 MB',
      figure: median(importer) / bare,
      unit: '×',
      atLeast: 5,
      note: `${median(importer).toFixed(1)} MB/s against ${bare.toFixed(2)} MB/s of remark, which is given 0.1 MB: more would slow it further`,
    },
    {
      what: 'ebb import, 1 MB, start to end',
      figure: median(program) / bare,
      unit: '×',
      atLeast: 5,
      note: `${median(program).toFixed(2)} MB/s`,
    },
  ]
}

function write(folder: string, name: string, bytes: number) {
  const file = join(folder, name)
  const text = makeDocument(bytes, 'import')
  writeFileSync(file, text)
  return {file, megabytes: Buffer.byteLength(text) / MEGABYTE}
}

/** MB per second of remark on a document of 0.1 MB: what it would reach on more is less. */
export function measureRemark(folder: string, rounds: number): number {
  const part = write(folder, 'part.md', REMARK_BYTES)
  return median(Array.from({length: rounds}, () => part.megabytes / seconds('remark', part.file)))
}

/** Seconds that a parser takes for a file in a process that has loaded it and parsed nothing before. */
function seconds(parser: 'importer' | 'remark', file: string): number {
  const script = join(ROOT, 'bench', 'parse.ts')
  const {stdout, stderr, status} = spawnSync(process.execPath, [script, parser, file], {
    env: environmentOf(ROOT),
  })
  if (status !== 0) throw new Error(`bench/parse.ts ended with ${status}: ${stderr}`)
  return Number(stdout) / 1_000
}
