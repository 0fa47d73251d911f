import {expect, test} from 'vitest'
import {progressOn} from '../../src/platform/progress.ts'

const ERASE = '\r\u001B[K'

/** Tells a number of documents, one every so many milliseconds, and gives what was written. */
function written({
  documents,
  everyMs,
  isTerminal = true,
}: {
  documents: number
  everyMs: number
  isTerminal?: boolean
}) {
  const texts: string[] = []
  let time = 0
  const progress = progressOn({
    now: () => time,
    isTerminal: () => isTerminal,
    write: text => texts.push(text),
  })
  for (let document = 1; document <= documents; document += 1) {
    progress.tell(`Document ${document}`)
    time += everyMs
  }
  progress.end()
  return texts
}

test('work of less than half a second is done in silence', () => {
  expect(written({documents: 40, everyMs: 12})).toEqual([])
})

test('longer work is told ten times a second, and its line taken away', () => {
  expect(written({documents: 36, everyMs: 20})).toEqual([
    `${ERASE}Document 26 …`,
    `${ERASE}Document 31 …`,
    `${ERASE}Document 36 …`,
    ERASE,
  ])
})

test('nothing is told where nobody looks', () => {
  expect(written({documents: 100, everyMs: 20, isTerminal: false})).toEqual([])
})
