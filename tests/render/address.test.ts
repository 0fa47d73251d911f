import {expect, test} from 'vitest'
import {addressIn} from '../../src/render/address.ts'
import {plainText} from '../../src/render/line.ts'
import {renderMarkdown} from '../../src/render/markdown.ts'

test.each([
  {url: 'img/moon.png', address: '/notes/space/img/moon.png'},
  {url: './moon.png', address: '/notes/space/moon.png'},
  {url: '../moon.png', address: '/notes/moon.png'},
  {url: '../../../../moon.png', address: '/moon.png'},
  {url: '/moon.png', address: '/moon.png'},
  {url: '#craters', address: '#craters'},
  {url: 'https://moon.example/a/../b', address: 'https://moon.example/a/../b'},
  {url: 'mailto:luna@moon.example', address: 'mailto:luna@moon.example'},
  {url: '', address: ''},
])('`$url` in /notes/space leads to `$address`', ({url, address}) => {
  expect(addressIn('/notes/space', url)).toBe(address)
  expect(addressIn(undefined, url)).toBe(url)
})

test('images and links are shown with where they lead from anywhere', () => {
  const lines = renderMarkdown('See [the map](map.md).\n\n![the moon](img/moon.png)', {
    width: 80,
    folder: '/notes/space',
  })
  expect(lines.map(plainText)).toEqual([
    'See the map (/notes/space/map.md).',
    '',
    '[image: the moon — /notes/space/img/moon.png]',
  ])
})
