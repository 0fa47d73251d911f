import {expect, test} from 'vitest'
import {addressIn, openableAddress} from '../../src/render/address.ts'
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

test.each([
  {url: 'https://moon.example/a', address: 'https://moon.example/a'},
  {url: 'HTTP://moon.example', address: 'HTTP://moon.example'},
  {url: 'mailto:luna@moon.example', address: 'mailto:luna@moon.example'},
  {url: 'map.md', address: 'file:///notes/space/map.md'},
  {url: './maps/far%20side.md#north', address: 'file:///notes/space/maps/far%20side.md'},
  {url: 'ä b.md', address: 'file:///notes/space/%C3%A4%20b.md'},
  {url: 'a/../map.md', address: 'file:///notes/space/map.md'},
  {url: '../map.md', address: undefined},
  {url: '%2e%2e/map.md', address: undefined},
  {url: '..\\map.md', address: undefined},
  {url: 'a/../../space-2/map.md', address: undefined},
  {url: '.', address: undefined},
  {url: '/etc/passwd', address: undefined},
  {url: '//server/share', address: undefined},
  {url: '\\\\server\\share', address: undefined},
  {url: 'file:///etc/passwd', address: undefined},
  {url: 'javascript:alert(1)', address: undefined},
  {url: 'ssh://moon.example', address: undefined},
  {url: '#craters', address: undefined},
  {url: 'a%00b', address: undefined},
  {url: '%', address: undefined},
])('of `$url` in /notes/space a terminal may open `$address`', ({url, address}) => {
  expect(openableAddress('/notes/space', url)).toBe(address)
})

test('a drive of Windows stays a drive', () => {
  expect(openableAddress('C:/notes', 'map.md')).toBe('file:///C:/notes/map.md')
})

test('without a folder nothing local can be opened', () => {
  expect(openableAddress(undefined, 'map.md')).toBeUndefined()
})

test.each([
  ['[the map](map.md)', 'the map', 'file:///notes/space/map.md'],
  ['[out](../map.md)', 'out (/notes/map.md)', undefined],
  ['[moon](https://moon.example)', 'moon', 'https://moon.example'],
  ['<https://moon.example>', 'https://moon.example', 'https://moon.example'],
  [
    '[https://moon.example](https://sun.example)',
    'https://moon.example (https://sun.example)',
    'https://sun.example',
  ],
  ['[moon.org](https://sun.example)', 'moon.org (https://sun.example)', 'https://sun.example'],
  ['[Node.js](https://sun.example)', 'Node.js', 'https://sun.example'],
  ['[keys](file:///etc/passwd)', 'keys (file:///etc/passwd)', undefined],
])('where links can be opened, %s is shown as %s', (source, text, href) => {
  const [line = []] = renderMarkdown(source, {width: 80, folder: '/notes/space', hyperlinks: true})
  expect(plainText(line)).toBe(text)
  expect(line[0]?.href).toBe(href)
})
