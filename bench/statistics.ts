import {join} from 'node:path'
import {makeReviewedCollection} from './collection.ts'
import {median, type Result} from './measure.ts'
import {EBB, ROOT, runNode, runNodeMeasured} from './program.ts'

const MANY = 1_000_000

/** The dashboard of a collection with so many reviews, from start to end, against a program that only counts them. */
export function measureStatistics(
  folder: string,
  rounds: number,
  reviews: number,
): readonly Result[] {
  const home = join(folder, `reviews-${reviews}`)
  makeReviewedCollection(home, reviews)
  const count = [join(ROOT, 'bench', 'count.mjs'), join(home, 'ebb.db')]
  // The first run makes the code cache.
  runNode([EBB, 'stats'], home)
  const runs = Array.from({length: rounds}, () => ({
    count: runNode(count, home),
    stats: runNodeMeasured([EBB, 'stats'], home),
    deck: runNode([EBB, 'stats', 'Git', '--since', '1y'], home),
  }))
  const countMs = median(runs.map(run => run.count))
  const statsMs = median(runs.map(({stats}) => stats.ms))
  const cpuMs = median(runs.map(({stats}) => stats.cpuMs))
  const peak = Math.max(...runs.map(({stats}) => stats.peakMegabytes))
  const number = reviews.toLocaleString('en')
  return [
    {
      what: `ebb stats, ${number} reviews`,
      figure: statsMs / 1_000,
      unit: 's',
      ...(reviews === MANY && {atMost: 1}),
      note: `${(cpuMs / 1_000).toFixed(2)} s of a processor, ${peak.toFixed(0)} MB at most`,
    },
    {
      what: '… against counting them',
      figure: statsMs / countMs,
      unit: '×',
      note: `${countMs.toFixed(0)} ms to count the rows and add up their time`,
    },
    {
      what: '… of one deck, for a year',
      figure: median(runs.map(({deck}) => deck)) / countMs,
      unit: '×',
    },
  ]
}
