import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {makeDocument, makeShortAnswers} from './documents.ts'
import {MEGABYTE, measureRemark} from './import.ts'
import {median, type Result} from './measure.ts'
import {EBB, ROOT, type Run, runNode, runNodeMeasured} from './program.ts'

/** A folder of documents, as somebody might point `ebb import` at it. */
interface Folder {
  readonly path: string
  readonly megabytes: number
}

/** What was measured of a folder, in the middle of its rounds. */
interface Measured extends Folder {
  readonly cold: Omit<Run, 'output'>
  readonly unchangedMs: number
  readonly readMs: number
  /** How many cards the first import said that it made. */
  readonly cards: number
}

/** With more than this for each MB of twice the bytes, time is not linear: less than this is chance. */
const LINEAR = 1.25

/**
 * `ebb import` of a folder, from the start of the process to its end, into a collection of its own; the same once more, when
 * nothing has changed; and, next to them in each round, a Node that reads and hashes the same files.
 */
export function measureScale(
  folder: string,
  rounds: number,
  {upToMegabytes}: {readonly upToMegabytes: number},
): readonly Result[] {
  const remark = measureRemark(folder, rounds)
  const measure = (name: string, texts: Iterable<string>) =>
    measureFolder(write(join(folder, name), texts), rounds)

  const one = measure('1-in-1', longAnswers(1, MEGABYTE))
  const oneInMany = measure('1-in-1000', shortAnswers(1_000, 8))
  const ten = measure('10-in-1', longAnswers(1, 10 * MEGABYTE))
  const tenInMany = measure('10-in-1000', longAnswers(1_000, 10_000))
  const cards = measure('100000-cards', shortAnswers(100, 1_000))
  const larger = [20, 40]
    .filter(size => size <= upToMegabytes)
    .map(size => measure(`${size}-in-1`, longAnswers(1, size * MEGABYTE)))
  if (cards.cards !== 100_000) throw new Error(`${cards.cards} cards of 100,000 were imported`)

  return [
    ...coldResults('1 MB in one document', one, remark, {remark: 5}),
    ...coldResults('1 MB in 1,000 documents', oneInMany, remark),
    ...coldResults('10 MB in one document', ten, remark, {seconds: 1.5, peak: 400, remark: 5}),
    ...coldResults('10 MB in 1,000 documents', tenInMany, remark, {
      seconds: 1.5,
      peak: 400,
      remark: 5,
    }),
    ...larger.flatMap(measured => linearity(measured, ten)),
    ...coldResults('100,000 cards in 100 documents', cards, undefined, {seconds: 8}),
  ]
}

/** What is wanted of a first import: nothing of what is left out. */
interface Aims {
  readonly seconds?: number
  /** In MB. */
  readonly peak?: number
  /** How many times as fast as remark, where it is measured on the same kind of text. */
  readonly remark?: number
}

function coldResults(
  what: string,
  {cold, readMs, unchangedMs, megabytes, cards}: Measured,
  remark: number | undefined,
  aims: Aims = {},
): readonly Result[] {
  const perSecond = (megabytes * 1_000) / cold.ms
  return [
    {
      what: `import of ${what}`,
      figure: cold.ms / 1_000,
      unit: 's',
      ...(aims.seconds !== undefined && {atMost: aims.seconds}),
      note: `${cards} cards of ${megabytes.toFixed(1)} MB, ${perSecond.toFixed(1)} MB/s, ${(cold.cpuMs / 1_000).toFixed(2)} s of processor`,
    },
    ...(remark === undefined
      ? []
      : [
          {
            what: '… as fast as remark',
            figure: perSecond / remark,
            unit: '×',
            ...(aims.remark !== undefined && {atLeast: aims.remark}),
            note: `scaled up from its ${remark.toFixed(2)} MB/s on a document of 0.1 MB`,
          } satisfies Result,
        ]),
    {
      what: '… against reading and hashing',
      figure: cold.ms / readMs,
      unit: '×',
      note: `which take ${readMs.toFixed(0)} ms from the start of a Node to its end`,
    },
    {
      what: '… once more, unchanged',
      figure: unchangedMs / readMs,
      unit: '×',
      atMost: 3,
      note: `${unchangedMs.toFixed(0)} ms against reading and hashing`,
    },
    {
      what: '… memory at most',
      figure: cold.peakMegabytes,
      unit: 'MB',
      ...(aims.peak !== undefined && {atMost: aims.peak}),
    },
  ]
}

/** What a MB of a large document takes, against a MB of one of 10 MB. */
function linearity({megabytes, cold}: Measured, ten: Measured): readonly Result[] {
  const size = `${megabytes.toFixed(0)} MB`
  const perMegabyte = cold.ms / megabytes
  const ofTen = ten.cold.ms / ten.megabytes
  return [
    {
      what: `a MB of ${size} in one document`,
      figure: perMegabyte / ofTen,
      unit: '×',
      atMost: LINEAR,
      note: `${perMegabyte.toFixed(0)} ms against ${ofTen.toFixed(0)} ms of a MB of 10 MB; ${(cold.ms / 1_000).toFixed(1)} s`,
    },
    {what: '… memory at most', figure: cold.peakMegabytes, unit: 'MB'},
  ]
}

function measureFolder(folder: Folder, rounds: number): Measured {
  const runs = Array.from({length: rounds}, () => measureRound(folder))
  const middle = (value: (run: (typeof runs)[number]) => number) => median(runs.map(value))
  rmSync(folder.path, {recursive: true})
  return {
    ...folder,
    cold: {
      ms: middle(({cold}) => cold.ms),
      cpuMs: middle(({cold}) => cold.cpuMs),
      peakMegabytes: middle(({cold}) => cold.peakMegabytes),
    },
    unchangedMs: middle(({unchangedMs}) => unchangedMs),
    readMs: middle(({readMs}) => readMs),
    cards: middle(({cold}) => newCards(cold.output)),
  }
}

function measureRound({path}: Folder) {
  const home = `${path}-home`
  mkdirSync(home)
  // Makes the code cache and the database, as they are for whoever has used the program before.
  const small = join(home, 'small.md')
  writeFileSync(small, makeShortAnswers(10, 'small'))
  runNode([EBB, 'import', '--dry-run', small], home)
  const readMs = runNode([join(ROOT, 'bench', 'read-and-hash.mjs'), path], home)
  const cold = runNodeMeasured([EBB, 'import', path], home)
  const unchangedMs = runNode([EBB, 'import', path], home)
  rmSync(home, {recursive: true})
  return {cold, unchangedMs, readMs}
}

/** From the last line that an import prints: `3 documents, 24 cards: 24 new.` */
function newCards(output: string): number {
  const [, count = ''] = /([\d,]+) new\.\s*$/.exec(output) ?? []
  return Number(count.replaceAll(',', ''))
}

function write(path: string, texts: Iterable<string>): Folder {
  mkdirSync(path)
  let bytes = 0
  let number = 0
  for (const text of texts) {
    number += 1
    writeFileSync(join(path, `${number}.md`), text)
    bytes += Buffer.byteLength(text)
  }
  return {path, megabytes: bytes / MEGABYTE}
}

function* longAnswers(documents: number, bytes: number): Iterable<string> {
  for (let number = 1; number <= documents; number++) yield makeDocument(bytes, `long ${number}`)
}

function* shortAnswers(documents: number, questions: number): Iterable<string> {
  for (let number = 1; number <= documents; number++) {
    yield makeShortAnswers(questions, `short ${number}`)
  }
}
