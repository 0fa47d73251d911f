import {expect, test} from 'vitest'
import {pour} from '../../src/commands/pour.ts'
import type {Sink} from '../../src/platform/sink.ts'

test('signals are heard before there is an unfinished file that one could leave behind', async () => {
  const happened: string[] = []
  const sink: Sink = {
    isTerminal: false,
    write: async () => true,
    finish: () => happened.push('finished'),
    abandon: () => {},
  }
  const sinks = {
    standard: () => sink,
    file: () => {
      happened.push('opened')
      return sink
    },
  }
  const context = {
    sinks,
    get ending() {
      happened.push('heard')
      return new AbortController().signal
    },
  }
  await pour(context, {file: 'rivers.csv', force: false}, ['Rhine'])
  expect(happened.indexOf('heard')).toBeLessThan(happened.indexOf('opened'))
  expect(happened.at(-1)).toBe('finished')
})
