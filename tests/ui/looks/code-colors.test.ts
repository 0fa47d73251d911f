import {describe, expect, it} from 'vitest'
import type {Highlight} from '../../../src/render/context.ts'
import {type CodeColors, createCodeColors} from '../../../src/ui/looks/code-colors.ts'

/** Everything is a keyword. */
const colored: Highlight = code => [{text: code, style: {color: 'keyword'}}]

function setUp(load: () => Promise<Highlight> = async () => colored) {
  const waiting: (() => void)[] = []
  const calls: string[] = []
  let ready = 0
  const colors: CodeColors = createCodeColors({
    load: async () => {
      calls.push('load')
      const highlight = await load()
      return (code, language) => {
        calls.push(`${language}: ${code}`)
        return highlight(code, language)
      }
    },
    later: run => {
      waiting.push(run)
      return () => waiting.splice(waiting.indexOf(run), 1)
    },
    onReady: () => {
      ready += 1
    },
  })
  return {
    colors,
    calls,
    ready: () => ready,
    /** One turn in which nothing more urgent was to be done. Returns whether there was something to do. */
    turn: async () => {
      const run = waiting.shift()
      run?.()
      await Promise.resolve()
        .then(() => Promise.resolve())
        .then(() => Promise.resolve())
      return run !== undefined
    },
  }
}

describe('code in a review', () => {
  it('is plain at first, and colours follow', async () => {
    const {colors, calls, ready, turn} = setUp()
    expect(colors.highlight('let x', 'js')).toEqual([{text: 'let x'}])
    expect(calls).toEqual([])
    await turn()
    await turn()
    expect(ready()).toBe(1)
    expect(colors.highlight('let x', 'js')).toEqual(colored('let x', 'js'))
    expect(calls).toEqual(['load', 'js: let x'])
  })

  it('is coloured a block at a time, and told of once', async () => {
    const {colors, calls, ready, turn} = setUp()
    for (const code of ['a', 'b', 'c', 'a']) colors.highlight(code, 'js')
    await turn()
    const told: number[] = []
    while (await turn()) told.push(ready())
    expect(calls).toEqual(['load', 'js: a', 'js: b', 'js: c'])
    expect(told).toEqual([0, 0, 1])
  })

  it('is not coloured twice, but the same text in another language is', async () => {
    const {colors, calls, turn} = setUp()
    colors.highlight('a', 'js')
    while (await turn());
    colors.highlight('a', 'js')
    colors.highlight('a', 'go')
    while (await turn());
    expect(calls).toEqual(['load', 'js: a', 'go: a'])
  })

  it('without a language needs no highlighter', async () => {
    const {colors, calls, turn} = setUp()
    colors.highlight('a', '')
    colors.highlight('', 'js')
    expect(await turn()).toBe(false)
    expect(calls).toEqual([])
  })

  it('stays plain where the highlighter cannot be loaded', async () => {
    const {colors, ready, turn} = setUp(async () => {
      throw new Error('no such file')
    })
    colors.highlight('a', 'js')
    await turn()
    expect(colors.highlight('a', 'js')).toEqual([{text: 'a'}])
    expect(await turn()).toBe(false)
    expect(ready()).toBe(0)
  })

  it('is left as it is once the review is over', async () => {
    const {colors, calls, ready, turn} = setUp()
    colors.highlight('a', 'js')
    await turn()
    colors.close()
    while (await turn());
    expect(calls).toEqual(['load'])
    expect(ready()).toBe(0)
  })
})
