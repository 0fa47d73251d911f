import {expect, it} from 'vitest'
import {createImageStore, type ImageFile} from '../../../src/ui/images/image-store.ts'
import {deleteImage, placeInCells, transmitPng} from '../../../src/ui/images/kitty.ts'
import {pngSize} from '../../../src/ui/images/png.ts'
import {createDrawing} from '../../../src/ui/looks/drawing.ts'
import {pngOf} from '../../support/png.ts'
import {makeCard} from '../../support/ui-cards.ts'

const fileNamed = (name: string): ImageFile => ({path: `/notes/${name}`, folder: '/notes'})
const FILE = fileNamed('a.png')
const FIRST = 0xebb001

function setUp(bytes: (path: string) => Uint8Array | undefined) {
  const written: string[] = []
  const reads: string[] = []
  let ready = 0
  const store = createImageStore({
    readImage: async ({path}) => {
      reads.push(path)
      return bytes(path)
    },
    write: sequences => written.push(sequences),
    onReady: () => {
      ready += 1
    },
  })
  const settled = async () => {
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
  return {store, written, reads, ready: () => ready, settled}
}

it('an image is read and given to the terminal once, and placed where it is drawn', async () => {
  const png = pngOf(180, 90)
  const {store, written, reads, ready, settled} = setUp(() => png)
  expect(store.draw(FILE, 80)).toBeUndefined()
  expect(store.draw(FILE, 80)).toBeUndefined()
  await settled()
  expect(ready()).toBe(1)
  expect(written).toEqual([transmitPng(FIRST, png)])
  expect(store.draw(FILE, 80)).toEqual({id: FIRST, columns: 20, rows: 5})
  expect(store.draw(FILE, 60)).toEqual({id: FIRST, columns: 20, rows: 5})
  expect(store.draw(FILE, 10)).toEqual({id: FIRST, columns: 10, rows: 3})
  expect(written.slice(1)).toEqual([placeInCells(FIRST, 20, 5), placeInCells(FIRST, 10, 3)])
  expect(reads).toEqual([FILE.path])
})

it.each([
  ['small', 5, 5, {columns: 1, rows: 1}],
  ['wide', 4000, 20, {columns: 80, rows: 1}],
  ['high', 20, 4000, {columns: 1, rows: 30}],
  ['large', 3000, 3000, {columns: 60, rows: 30}],
])('a %s image keeps its shape within 80 columns', async (_, width, height, cells) => {
  const {store, settled} = setUp(() => pngOf(width, height))
  store.draw(FILE, 80)
  await settled()
  expect(store.draw(FILE, 80)).toMatchObject(cells)
})

it.each([
  ['is not there', undefined],
  ['is no PNG', Buffer.from('GIF89a and so on and so forth')],
  ['is cut off', pngOf(10, 10).subarray(0, 20)],
  ['has no pixels', pngOf(0, 10)],
  ['unfolds to gigabytes', pngOf(60_000, 60_000)],
])('what %s is not drawn, and not read again', async (_, bytes) => {
  const {store, written, reads, settled} = setUp(() => bytes)
  store.draw(FILE, 80)
  await settled()
  expect(store.draw(FILE, 80)).toBeUndefined()
  expect(reads).toHaveLength(1)
  expect(written).toEqual([])
})

it('after another program, the terminal is given all of it once more', async () => {
  const png = pngOf(180, 90)
  const {store, written, settled} = setUp(() => png)
  store.draw(FILE, 80)
  await settled()
  store.draw(FILE, 80)
  written.length = 0
  store.restore()
  expect(written).toEqual([transmitPng(FIRST, png) + placeInCells(FIRST, 20, 5)])
})

it('the terminal forgets what was drawn longest ago, and everything at the end', async () => {
  const {store, written, settled} = setUp(() => pngOf(18, 18))
  for (let index = 0; index < 17; index++) {
    store.draw(fileNamed(`${index}.png`), 80)
    await settled()
    if (index === 15) store.draw(fileNamed('0.png'), 80)
  }
  const deleted = (number: number) => deleteImage(0xebb000 + number)
  expect(written.filter(text => text.includes('a=d'))).toEqual([deleted(2)])
  store.close()
  expect(written.filter(text => text.includes('a=d'))).toHaveLength(17)
  expect(written).toContain(deleted(1))
})

it('of a side with many images, the first are drawn, and none is read over and over', async () => {
  const many = Array.from({length: 20}, (_, index) => `![image ${index}](${index}.png)`).join(
    '\n\n',
  )
  const card = {
    ...makeCard('a', undefined, {content: {kind: 'basic', question: many, answer: `${many} end`}}),
    source: {path: '/notes/trees.md', line: 1},
  }
  const reads: string[] = []
  const drawing = createDrawing(
    {color: false, ascii: false},
    {
      images: {
        readImage: async ({path}) => {
          if (reads.push(path) > 100) throw new Error('It never comes to rest.')
          return pngOf(18, 18)
        },
        write: () => {},
      },
    },
  )
  const draw = () => {
    const {faceLines} = drawing.getState()
    return [faceLines(card, 'front', 80), faceLines(card, 'back', 80)].map(
      lines => lines.flat().filter(({imageId}) => imageId !== undefined).length,
    )
  }
  drawing.subscribe(draw)
  draw()
  for (let turn = 0; turn < 200; turn++) await Promise.resolve()
  expect(draw()).toEqual([8, 8])
  expect(reads).toHaveLength(8)
  drawing.close()
})

it('nothing is given to the terminal after the end', async () => {
  const {store, written, ready, settled} = setUp(() => pngOf(18, 18))
  store.draw(FILE, 80)
  store.close()
  await settled()
  expect(written).toEqual([])
  expect(ready()).toBe(0)
})

it('the size of a PNG stands in its beginning', () => {
  expect(pngSize(pngOf(640, 480))).toEqual({width: 640, height: 480})
  expect(pngSize(new Uint8Array())).toBeUndefined()
})
