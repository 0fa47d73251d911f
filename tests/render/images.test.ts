import {describe, expect, it} from 'vitest'
import {imagesOf} from '../../src/render/images.ts'

describe('images', () => {
  it('are found wherever they stand, in order, with the line that they stand in', () => {
    const source = `![log](img/log.png)

- item ![tree
  of *nodes*](tree.svg "title")
  > [![in a link](https://example.com/a.png)](https://example.com)

| a |
|---|
| ![cell](cell.png) |

<p>
  <img alt="tag" src="tag.png">
</p>

words <img src='inline.png'/> and ![by name][ref]

[ref]: named.png`
    expect(imagesOf(source)).toEqual([
      {alt: 'log', url: 'img/log.png', line: 1},
      {alt: 'tree of nodes', url: 'tree.svg', line: 3},
      {alt: 'in a link', url: 'https://example.com/a.png', line: 5},
      {alt: 'cell', url: 'cell.png', line: 9},
      {alt: 'tag', url: 'tag.png', line: 12},
      {alt: '', url: 'inline.png', line: 15},
      {alt: 'by name', url: 'named.png', line: 15},
    ])
  })

  it.each([
    ['no images', 'text [link](a.png)'],
    ['code', '`![a](b.png)`\n\n    ![a](b.png)\n'],
    ['no address', '![a]() <img alt="a">'],
    ['a comment', '<!-- <img src="a.png"> -->'],
    ['an undefined name', '![a][b]'],
  ])('%s: none', (_, source) => {
    expect(imagesOf(source)).toEqual([])
  })

  it('what looks like front matter is part of the face', () => {
    expect(imagesOf('---\n![a](b.png)\n\n---')).toEqual([{alt: 'a', url: 'b.png', line: 2}])
  })

  it('a name has no control characters, an address is as it was written', () => {
    expect(imagesOf('![a\u001b\u202eb](c%20d.png)')).toEqual([
      {alt: 'a␛b', url: 'c%20d.png', line: 1},
    ])
  })
})
